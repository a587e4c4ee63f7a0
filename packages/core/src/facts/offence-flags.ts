import {
  allOfSql,
  anyOfSql,
  type Column,
  inTexts,
  notSql,
  type SqlRecord,
  truthColumn,
} from '../dialect/column.js';
import type { Sql } from '../dialect/dialect.js';
import type { OffenceEntry } from '../model/pack.js';
import { FALSE, or, TRUE, type Truth, truthOf, UNKNOWN } from '../model/truth.js';
import { defineFact } from './fact.js';
import {
  entryCodeSql,
  entrySql,
  mixedCategories,
  offence,
  OFFENCE_COLUMNS,
  offenceLacks,
  offenceStatusSql,
} from './offence.js';
import type { RecordFacts } from './record-facts.js';

/** A fact that is the entry's where the offence is listed, false outside the list and unknown where the offence is. */
function offenceFlag(
  name: string,
  words: string,
  negated: string,
  ofEntry: (entry: OffenceEntry, record: RecordFacts) => boolean | null,
  outside: Truth = FALSE,
) {
  return defineFact<'truth'>({
    name,
    kind: 'truth',
    words,
    negated,
    reads: OFFENCE_COLUMNS,
    lacks: offenceLacks,
    compute: (record) => {
      const of = record.get(offence);
      if (of.status === 'listed') return truthOf(ofEntry(of.entry, record));
      return of.status === 'outside' ? outside : UNKNOWN;
    },
  });
}

export const image = offenceFlag(
  'image',
  'the offence concerns images of children',
  'the offence does not concern images of children',
  (entry, record) => (mixedCategories(record, entry) ? null : entry.image),
);

/** A class or a container headed exploitation may hide a code that is not: only a specific sub-code proves it. */
export const exploitation = offenceFlag(
  'exploitation',
  'the offence is exploitation by its title',
  'the offence is not exploitation by its title',
  (entry) => {
    if (!entry.exploitation) return false;
    return entry.level === 'subcode' && !entry.container ? true : null;
  },
);

export const adultRelative = offenceFlag(
  'adultRelative',
  'the offence requires an adult relative',
  'the offence does not require an adult relative',
  (entry) => entry.adultRelative,
);

export const legacy = offenceFlag(
  'legacy',
  'the code is of an older law or for courts only',
  'the code is of current law',
  (entry) => entry.legacy,
);

export const container = offenceFlag(
  'container',
  'the sub-code is a general one',
  'the sub-code is a specific one',
  (entry) => entry.container,
);

export const subcode = offenceFlag(
  'subcode',
  'the offence is given by a sub-code',
  'the offence is given by its class',
  (entry) => entry.level === 'subcode',
);

const SEXUAL_CATEGORIES = ['child-sexual-by-definition', 'sexual-age-dependent'];

export const nonSexual = offenceFlag(
  'nonSexual',
  'the offence is not sexual',
  'the offence is sexual',
  (entry, record) =>
    mixedCategories(record, entry)
      ? null
      : !SEXUAL_CATEGORIES.includes(entry.category) && entry.group !== 'sexual',
  TRUE,
);

export const hasVictimMin = offenceFlag(
  'hasVictimMin',
  "the offence sets the victim's lowest age",
  'the offence sets no lowest age for the victim',
  (entry) => entry.victimMin !== null,
);

export const hasVictimMax = offenceFlag(
  'hasVictimMax',
  "the offence sets the victim's highest age",
  'the offence sets no highest age for the victim',
  (entry) => entry.victimMax !== null,
);

export const hasVictimBounds = offenceFlag(
  'hasVictimBounds',
  "the offence sets the victim's age",
  "the offence does not set the victim's age",
  (entry) => entry.victimMin !== null || entry.victimMax !== null,
);

export const hasSuspectBounds = offenceFlag(
  'hasSuspectBounds',
  "the offence sets the suspect's age",
  "the offence does not set the suspect's age",
  (entry) => entry.suspectMin !== null || entry.suspectMax !== null,
);

export const hasVictimSex = offenceFlag(
  'hasVictimSex',
  "the offence sets the victim's sex",
  "the offence does not set the victim's sex",
  (entry) => entry.victimSex !== null,
);

export const hasLawTo = offenceFlag(
  'hasLawTo',
  'the law of the offence has ended',
  'the law of the offence has no end in the list',
  (entry) => entry.lawTo !== null,
);

const decoy = (entry: OffenceEntry, record: RecordFacts): boolean =>
  record.surroundings.reading.decoys.includes(entry.code);

export const proxy = defineFact<'truth'>({
  name: 'proxy',
  kind: 'truth',
  words: "the person in the victim's place may not be the child",
  negated: "the person in the victim's place is the one offended against",
  reads: OFFENCE_COLUMNS,
  lacks: offenceLacks,
  compute: (record) => {
    const of = record.get(offence);
    const isDecoy = of.status === 'listed' ? truthOf(decoy(of.entry, record)) : FALSE;
    return or(record.get(image), isDecoy);
  },
});

/** The SQL reading of {@link offenceFlag}: a condition on the entry. */
function offenceFlagSql(
  name: string,
  ofEntry: (record: SqlRecord) => Sql,
  outside: 'true' | 'false' = 'false',
): Column {
  return truthColumn(name, (record) => {
    const { get, sql } = record;
    return sql.cases([
      [`${get(offenceStatusSql)} = 'listed'`, ofEntry(record)],
      [`${get(offenceStatusSql)} = 'outside'`, sql.always[outside]],
    ]);
  });
}

const given =
  (...columns: readonly string[]) =>
  ({ get }: SqlRecord): Sql =>
    anyOfSql(columns.map((column) => `${get(entrySql(column))} IS NOT NULL`));
const yes =
  (column: string) =>
  ({ get }: SqlRecord): Sql =>
    get(entrySql(column, true));

/** The entry's condition, unknown where its category is open between several. */
const unlessMixed =
  (ofEntry: (record: SqlRecord) => Sql) =>
  (record: SqlRecord): Sql => {
    const { get, sql, pack } = record;
    const mixed = Object.keys(pack.offences.mixed);
    if (mixed.length === 0) return ofEntry(record);
    return sql.cases([[notSql(inTexts(get(entryCodeSql), mixed, sql)), ofEntry(record)]]);
  };

export const imageSql = offenceFlagSql('image', unlessMixed(yes('image')));
export const exploitationSql = offenceFlagSql('exploitation', ({ get, sql }) =>
  sql.cases([
    [notSql(get(entrySql('exploitation', true))), sql.always.false],
    [
      `${get(entrySql('level'))} = 'subcode' AND ${notSql(get(entrySql('container', true)))}`,
      sql.always.true,
    ],
  ]),
);
export const adultRelativeSql = offenceFlagSql('adult_relative', yes('adult_relative'));
export const legacySql = offenceFlagSql('legacy', yes('legacy'));
export const containerSql = offenceFlagSql('container', yes('container'));
export const subcodeSql = offenceFlagSql('subcode', ({ get }) => `${get(entrySql('level'))} = 'subcode'`);
export const nonSexualSql = offenceFlagSql(
  'non_sexual',
  unlessMixed(({ get, sql }) =>
    allOfSql([
      notSql(inTexts(get(entrySql('category')), SEXUAL_CATEGORIES, sql)),
      `${get(entrySql('offence_group'))} <> 'sexual'`,
    ]),
  ),
  'true',
);
export const hasVictimMinSql = offenceFlagSql('has_victim_min', given('victim_min'));
export const hasVictimMaxSql = offenceFlagSql('has_victim_max', given('victim_max'));
export const hasVictimBoundsSql = offenceFlagSql('has_victim_bounds', given('victim_min', 'victim_max'));
export const hasSuspectBoundsSql = offenceFlagSql('has_suspect_bounds', given('suspect_min', 'suspect_max'));
export const hasVictimSexSql = offenceFlagSql('has_victim_sex', given('victim_sex'));
export const hasLawToSql = offenceFlagSql('has_law_to', given('law_to'));

export const proxySql = truthColumn('proxy', ({ get, sql, pack }) => {
  const isDecoy = sql.surely(inTexts(get(entryCodeSql), pack.offences.decoys, sql));
  return anyOfSql([get(imageSql), isDecoy]);
});
