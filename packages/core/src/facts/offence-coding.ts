import { allOfSql, anyOfSql, type SqlRecord, truthColumn } from '../dialect/column.js';
import type { Sql } from '../dialect/dialect.js';
import { FALSE, TRUE, type Truth, truthOf, UNKNOWN } from '../model/truth.js';
import { defineFact } from './fact.js';
import type { OffenceCodeColumns } from '../normalise/offence-code.js';
import {
  classCell,
  classCellSql,
  codeCell,
  codeCellSql,
  codeEntry,
  codeEntrySql,
  offence,
  OFFENCE_COLUMNS,
  offenceStatusSql,
} from './offence.js';

export const codeUnreadable = defineFact<'truth'>({
  name: 'codeUnreadable',
  kind: 'truth',
  words: 'the offence code or class cannot be read',
  negated: 'neither the offence code nor the class is unreadable',
  reads: OFFENCE_COLUMNS,
  compute: (record) =>
    truthOf(record.get(codeCell).kind === 'unreadable' || record.get(classCell).kind === 'unreadable'),
});

export const offenceListed = defineFact<'truth'>({
  name: 'offenceListed',
  kind: 'truth',
  words: 'the offence is in the list',
  negated: 'the offence is not in the list',
  reads: OFFENCE_COLUMNS,
  compute: (record) => truthOf(record.get(offence).status === 'listed'),
});

export const offenceOutside = defineFact<'truth'>({
  name: 'offenceOutside',
  kind: 'truth',
  words: 'the offence is of a kind that the rules do not concern',
  negated: 'the offence may be of a kind that the rules concern',
  reads: OFFENCE_COLUMNS,
  compute: (record) => truthOf(record.get(offence).status === 'outside'),
});

export const codeAccountedFor = defineFact<'truth'>({
  name: 'codeAccountedFor',
  kind: 'truth',
  words: 'the offence code is in the list, or is the bare number of the class beside it',
  negated: 'the offence code is new under a number that the list means to hold',
  reads: OFFENCE_COLUMNS,
  compute: (record) => {
    const code = record.get(codeCell);
    if (!('code' in code) || code.number === null) return TRUE;
    if (!record.surroundings.reading.watched.includes(code.number)) return TRUE;
    if (record.get(codeEntry) !== undefined) return TRUE;
    const cls = record.get(classCell);
    return truthOf(code.kind === 'class' && 'code' in cls && code.code === String(cls.number));
  },
});

export const codeHasClass = defineFact<'truth'>({
  name: 'codeHasClass',
  kind: 'truth',
  words: 'the offence code is in the list and its class is known',
  negated: 'the offence code is not in the list, or its class is not known',
  reads: ['offenceCode'],
  compute: (record): Truth => {
    if (record.get(codeCell).kind === 'unreadable') return UNKNOWN;
    const entry = record.get(codeEntry);
    return truthOf(entry !== undefined && (entry.level === 'class' || entry.parent !== null));
  },
});

export const classRecorded = defineFact<'truth'>({
  name: 'classRecorded',
  kind: 'truth',
  words: 'the class is recorded beside the code',
  negated: 'no class is recorded beside the code',
  reads: ['offenceClass'],
  compute: (record): Truth => {
    const cls = record.get(classCell);
    if (cls.kind === 'unreadable') return UNKNOWN;
    return truthOf(cls.kind === 'class');
  },
});

export const classAgrees = defineFact<'truth'>({
  name: 'classAgrees',
  kind: 'truth',
  words: 'the class is the one to which the code belongs',
  negated: 'the class is not the one to which the code belongs',
  reads: OFFENCE_COLUMNS,
  compute: (record): Truth => {
    const entry = record.get(codeEntry);
    const code = record.get(codeCell);
    const cls = record.get(classCell);
    if (entry === undefined || !('code' in code) || cls.kind !== 'class') return UNKNOWN;
    const bareNumber = String(code.number);
    if (entry.level === 'subcode') return truthOf(cls.code === entry.parent || cls.code === bareNumber);
    if (cls.code === entry.code || cls.code === bareNumber) return TRUE;
    return entry.code === String(cls.number) ? TRUE : FALSE;
  },
});

export const codeUnreadableSql = truthColumn('code_unreadable', ({ get }) =>
  anyOfSql([codeCellSql, classCellSql].map(({ kind }) => `${get(kind)} = 'unreadable'`)),
);

export const offenceListedSql = truthColumn(
  'offence_listed',
  ({ get }) => `${get(offenceStatusSql)} = 'listed'`,
);
export const offenceOutsideSql = truthColumn(
  'offence_outside',
  ({ get }) => `${get(offenceStatusSql)} = 'outside'`,
);

/** A number as the code that it is by itself; NULL stays NULL. */
const bareNumberSql = ({ number }: OffenceCodeColumns, { get, sql }: SqlRecord): Sql =>
  sql.textOfNumber(get(number));

export const codeAccountedForSql = truthColumn('code_accounted_for', (record) => {
  const { get, sql, pack } = record;
  const isWatched = `${get(codeCellSql.number)} IN (${pack.offences.watched.join(', ')})`;
  const isNew = allOfSql([
    `${get(codeCellSql.code)} IS NOT NULL`,
    isWatched,
    `${get(codeEntrySql.code)} IS NULL`,
  ]);
  const isOfClass = allOfSql([
    `${get(codeCellSql.kind)} = 'class'`,
    `${get(classCellSql.code)} IS NOT NULL`,
    `${get(codeCellSql.code)} = ${bareNumberSql(classCellSql, record)}`,
  ]);
  return sql.cases([[isNew, sql.surely(isOfClass)]], sql.always.true);
});

export const codeHasClassSql = truthColumn('code_has_class', ({ get, sql }) =>
  sql.cases(
    [
      [`${get(codeCellSql.kind)} = 'unreadable'`, sql.always.unknown],
      [`${get(codeEntrySql.level)} = 'class' OR ${get(codeEntrySql.parent)} IS NOT NULL`, sql.always.true],
    ],
    sql.always.false,
  ),
);

export const classRecordedSql = truthColumn('class_recorded', ({ get, sql }) =>
  sql.cases([
    [`${get(classCellSql.kind)} = 'class'`, sql.always.true],
    [`${get(classCellSql.kind)} = 'missing'`, sql.always.false],
  ]),
);

export const classAgreesSql = truthColumn('class_agrees', (record) => {
  const { get, sql } = record;
  const cls = get(classCellSql.code);
  const { code, level, parent } = codeEntrySql;
  const agrees = (...conditions: readonly Sql[]) => sql.surely(anyOfSql(conditions));
  const isBareNumber = `${cls} = ${bareNumberSql(codeCellSql, record)}`;
  return sql.cases(
    [
      [`${get(code)} IS NULL OR ${get(classCellSql.kind)} <> 'class'`, sql.always.unknown],
      [`${get(level)} = 'subcode'`, agrees(`${cls} = ${get(parent)}`, isBareNumber)],
    ],
    agrees(`${cls} = ${get(code)}`, isBareNumber, `${get(code)} = ${bareNumberSql(classCellSql, record)}`),
  );
});
