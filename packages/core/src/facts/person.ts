import { truthColumn, valueColumn } from '../dialect/column.js';
import { FALSE, TRUE, UNKNOWN } from '../model/truth.js';
import { isWordSql, wordReader } from '../normalise/word.js';
import { defineFact, ofText } from './fact.js';

const readVictimType = wordReader(['person', 'organisation', 'state']);
const readSex = wordReader(['F', 'M']);

/** An empty type counts as a person, so that a hole in the victim's details stays visible. */
export const person = defineFact<'truth'>({
  name: 'person',
  kind: 'truth',
  words: 'the victim is a person',
  negated: 'the victim is not a person',
  reads: ['victimType'],
  compute: ofText('victimType', (text) => {
    if (text === '') return TRUE;
    const word = readVictimType(text);
    if (word === null) return UNKNOWN;
    return word === 'person' ? TRUE : FALSE;
  }),
});

export const victimSex = defineFact<'word'>({
  name: 'victimSex',
  kind: 'word',
  words: "the victim's sex",
  reads: ['victimSex'],
  compute: ofText('victimSex', readSex),
});

export const personSql = truthColumn('person', ({ text, sql }) => {
  const cell = text('victimType');
  return sql.cases([
    [`${cell} = ''`, sql.always.true],
    [isWordSql(cell, ['person'], sql), sql.always.true],
    [isWordSql(cell, ['organisation', 'state'], sql), sql.always.false],
  ]);
});

export const victimSexSql = valueColumn('victim_sex', ({ text, sql }) => {
  const cell = text('victimSex');
  return `CASE WHEN ${isWordSql(cell, ['F', 'M'], sql)} THEN ${sql.upper(cell)} END`;
});
