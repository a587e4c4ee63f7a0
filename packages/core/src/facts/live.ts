import { allOfSql, notSql, truthColumn } from '../dialect/column.js';
import { and, FALSE, not, TRUE, type Truth, UNKNOWN } from '../model/truth.js';
import { DATE_PATTERN, parseDate } from '../normalise/date.js';
import { isWordSql, wordReader } from '../normalise/word.js';
import { defineFact, ofText } from './fact.js';

const readRecordType = wordReader(['crime', 'reported-incident', 'non-crime']);

const cancelled = ofText('cancelledOn', (text): Truth => {
  if (text === '') return FALSE;
  return parseDate(text) === null ? UNKNOWN : TRUE;
});

const isCrime = ofText('recordType', (text): Truth => {
  if (text === '') return TRUE;
  const word = readRecordType(text);
  if (word === null) return UNKNOWN;
  return word === 'crime' ? TRUE : FALSE;
});

export const live = defineFact<'truth'>({
  name: 'live',
  kind: 'truth',
  words: 'the record is a live crime',
  negated: 'the record is cancelled or not a crime',
  reads: ['recordType', 'cancelledOn'],
  lacks: (record) => [
    ...(isCrime(record) === UNKNOWN ? (['recordType'] as const) : []),
    ...(cancelled(record) === UNKNOWN ? (['cancelledOn'] as const) : []),
  ],
  compute: (record) => and(isCrime(record), not(cancelled(record))),
});

const cancelledSql = truthColumn('cancelled', ({ text, sql }) => {
  const cell = text('cancelledOn');
  return sql.cases([
    [`${cell} = ''`, sql.always.false],
    [sql.matchesWhole(cell, DATE_PATTERN), sql.always.true],
  ]);
});

const isCrimeSql = truthColumn('is_crime', ({ text, sql }) => {
  const cell = text('recordType');
  return sql.cases([
    [`${cell} = ''`, sql.always.true],
    [isWordSql(cell, ['crime'], sql), sql.always.true],
    [isWordSql(cell, ['reported-incident', 'non-crime'], sql), sql.always.false],
  ]);
});

export const liveSql = truthColumn('live', ({ get }) =>
  allOfSql([get(isCrimeSql), notSql(get(cancelledSql))]),
);
