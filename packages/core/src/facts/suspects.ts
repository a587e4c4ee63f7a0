import {
  allOfSql,
  anyOfSql,
  type Column,
  notSql,
  type SqlRecord,
  truthColumn,
  valueColumn,
} from '../dialect/column.js';
import type { Sql } from '../dialect/dialect.js';
import { BLANKS } from '../dialect/spelling.js';
import type { FieldName } from '../model/fields.js';
import { truthOf, UNKNOWN } from '../model/truth.js';
import { partsSql, splitList } from '../normalise/text.js';
import { parseWholeNumber, wholeNumberSql } from '../normalise/whole-number.js';
import { HIGHEST_AGE } from './ages.js';
import { defineFact, ofText, privateFact } from './fact.js';

const HIGHEST_COUNT = 999;

const ages = privateFact(ofText('suspectAges', splitList));
const ethnicities = privateFact(ofText('suspectEthnicities', splitList));
const nationalities = privateFact(ofText('suspectNationalities', splitList));

const SUSPECT_COLUMNS: readonly FieldName[] = [
  'suspectCount',
  'suspectAges',
  'suspectEthnicities',
  'suspectNationalities',
];

export const suspects = defineFact<'number'>({
  name: 'suspects',
  kind: 'number',
  words: 'the number of suspects',
  reads: SUSPECT_COLUMNS,
  lacks: () => ['suspectCount'],
  compute: (record) => {
    const count = parseWholeNumber(record.text('suspectCount'), HIGHEST_COUNT);
    const listed = Math.max(
      record.get(ages).length,
      record.get(ethnicities).length,
      record.get(nationalities).length,
    );
    if (count === null) return listed === 0 ? null : listed;
    return Math.max(count, listed);
  },
});

/** One age a suspect, `null` where it is missing or cannot be read; `null` as a whole where nobody knows how many there are. */
export const suspectAges = privateFact((record): readonly (number | null)[] | null => {
  const count = record.get(suspects);
  if (count === null) return null;
  const known = record.get(ages).map((text) => parseWholeNumber(text, HIGHEST_AGE));
  return known.length < count ? [...known, ...new Array<null>(count - known.length).fill(null)] : known;
});

export const suspectsDescribed = defineFact<'truth'>({
  name: 'suspectsDescribed',
  kind: 'truth',
  words: 'every suspect has an ethnicity and a nationality',
  negated: "a suspect's ethnicity or nationality is missing",
  reads: SUSPECT_COLUMNS,
  lacks: () => ['suspectCount'],
  compute: (record) => {
    const count = record.get(suspects);
    if (count === null) return UNKNOWN;
    const complete = (parts: readonly string[]) =>
      parts.length >= count && parts.every((part) => part !== '');
    return truthOf(complete(record.get(ethnicities)) && complete(record.get(nationalities)));
  },
});

const listedSql = (name: string, field: FieldName) =>
  valueColumn(name, ({ text, sql }) => partsSql(text(field), sql));
const agesListedSql = listedSql('ages_listed', 'suspectAges');
const ethnicitiesListedSql = listedSql('ethnicities_listed', 'suspectEthnicities');
const nationalitiesListedSql = listedSql('nationalities_listed', 'suspectNationalities');
const countSql = valueColumn('suspect_count', ({ text, sql }) =>
  wholeNumberSql(text('suspectCount'), HIGHEST_COUNT, sql),
);
const suspectsListedSql = valueColumn('suspects_listed', ({ get, sql }) =>
  sql.greatest(get(agesListedSql), get(ethnicitiesListedSql), get(nationalitiesListedSql)),
);

export const suspectsSql = valueColumn('suspects', ({ get, sql }) => {
  const listed = get(suspectsListedSql);
  return `CASE WHEN ${get(countSql)} IS NULL THEN nullif(${listed}, 0) ELSE ${sql.greatest(get(countSql), listed)} END`;
});

/** An age as a pattern: 0 to 120 in one to three digits. */
const AGE = '0?[0-9]{1,2}|1[01][0-9]|120';
const A_BLANK = `[${BLANKS}]*`;

/** Whether every age of the list can be read, and none is missing at its end. */
const agesKnownSql = truthColumn('ages_known', ({ get, text, sql }) => {
  const one = `${A_BLANK}(?:${AGE})${A_BLANK}`;
  const readable = sql.matchesWhole(text('suspectAges'), `(?:${one}(?:;${one})*)?`);
  return allOfSql([readable, `${get(agesListedSql)} >= ${get(suspectsSql)}`]);
});

/** The SQL reading of {@link suspectAges}: whether one of them is from the lowest to the highest. */
export function someSuspectAgedSql(low: Sql, high: Sql, { get, text, sql }: SqlRecord): Sql {
  return sql.cases(
    [
      [`${get(suspectsSql)} IS NULL`, sql.always.unknown],
      [sql.somePart(text('suspectAges'), AGE, low, high), sql.always.true],
      [notSql(get(agesKnownSql)), sql.always.unknown],
      [`${get(suspectsSql)} > 0 AND (${low} IS NULL OR ${high} IS NULL)`, sql.always.unknown],
    ],
    sql.always.false,
  );
}

export const suspectsDescribedSql = truthColumn('suspects_described', ({ get, text, sql }) => {
  const someEmpty = (field: FieldName) =>
    sql.matches(`(${sql.concat(text(field), "';'")})`, `(?:^|;)${A_BLANK};`);
  const isComplete = (listed: Column, field: FieldName) =>
    allOfSql([
      `${get(listed)} >= ${get(suspectsSql)}`,
      anyOfSql([`${get(listed)} = 0`, notSql(someEmpty(field))]),
    ]);
  return allOfSql([
    isComplete(ethnicitiesListedSql, 'suspectEthnicities'),
    isComplete(nationalitiesListedSql, 'suspectNationalities'),
  ]);
});
