import { allOfSql, type ChoiceColumns, inTexts, truthColumn, valueColumn } from '../dialect/column.js';
import type { OffenceEntry } from '../model/pack.js';
import { type Choice, defineFact, type NamedFact } from './fact.js';
import {
  classCell,
  classCellSql,
  codeCell,
  codeCellSql,
  codeEntry,
  codeEntrySql,
  entryCodeSql,
  entrySql,
  mixedCategories,
  offence,
  OFFENCE_COLUMNS,
  offenceLacks,
  offenceStatusSql,
  readCodeSql,
} from './offence.js';
import type { RecordFacts } from './record-facts.js';

const NONE: Choice = { value: null, certain: true };
const ANY: Choice = { value: null, certain: false };

const CERTAIN = new Map<string, Choice>();

/** The same word is the same object, so that a record costs no allocation. */
function certain(value: string): Choice {
  let choice = CERTAIN.get(value);
  if (choice === undefined) {
    choice = { value, certain: true };
    CERTAIN.set(value, choice);
  }
  return choice;
}

/** A choice that is the entry's where the offence is listed, none outside the list and open where the offence is unknown. */
function ofOffence(
  name: string,
  words: string,
  ofEntry: (entry: OffenceEntry, record: RecordFacts) => Choice,
  saidAs?: NamedFact['saidAs'],
) {
  return defineFact<'choice'>({
    name,
    kind: 'choice',
    words,
    ...(saidAs === undefined ? {} : { saidAs }),
    reads: OFFENCE_COLUMNS,
    lacks: offenceLacks,
    compute: (record) => {
      const of = record.get(offence);
      if (of.status === 'listed') return ofEntry(of.entry, record);
      return of.status === 'outside' ? NONE : ANY;
    },
  });
}

const CATEGORIES: Readonly<Record<string, string>> = {
  'child-sexual-by-definition': 'a sexual offence against a child by its title',
  'sexual-age-dependent': "a sexual offence whose title leaves the victim's age open",
  'child-harm-by-definition': 'a non-sexual offence against a child by its title',
  'other-age-dependent': 'a non-sexual offence whose victim may be a child',
};

export const category = ofOffence(
  'category',
  "the offence's category",
  (entry, record) => {
    const possible = mixedCategories(record, entry);
    return possible === undefined ? certain(entry.category) : { value: null, certain: false, possible };
  },
  (values) => values.map((value) => CATEGORIES[value] ?? `of the category ${value}`).join(', or '),
);

export const group = ofOffence('group', "the offence's group", (entry) => certain(entry.group));

export const listConfidence = ofOffence('listConfidence', "the list's confidence in the entry", (entry) =>
  certain(entry.confidence),
);

/** A code or class that is known is one even where the offence behind it is not: it then proves a match, never a difference. */
function ofText(record: RecordFacts, value: string | null): Choice {
  if (record.get(offence).status !== 'unknown') return value === null ? NONE : certain(value);
  return { value, certain: false };
}

export const code = defineFact<'choice'>({
  name: 'code',
  kind: 'choice',
  words: 'the offence code',
  reads: OFFENCE_COLUMNS,
  lacks: offenceLacks,
  compute: (record) => {
    const of = record.get(offence);
    return ofText(record, of.status === 'listed' ? of.entry.code : of.code);
  },
});

/** The class of a record, from the surest source to the least. */
function classOf(record: RecordFacts): string | null {
  const entry = record.get(codeEntry);
  if (entry?.level === 'subcode' && entry.parent !== null) return entry.parent;
  if (entry?.level === 'class') return entry.code;
  const cls = record.get(classCell);
  if (cls.kind === 'class') return cls.code;
  const read = record.get(codeCell);
  if (read.kind === 'class') return read.code;
  return read.kind === 'subcode' ? String(read.number) : null;
}

export const offenceClass = defineFact<'choice'>({
  name: 'class',
  kind: 'choice',
  words: 'the class of the offence',
  reads: OFFENCE_COLUMNS,
  lacks: offenceLacks,
  compute: (record) => ofText(record, classOf(record)),
});

const statusKnownSql = truthColumn('offence_known', ({ get }) => `${get(offenceStatusSql)} <> 'unknown'`);

/** The SQL reading of {@link ofOffence}: the entry's word; nothing outside the list, and open where the offence is unknown. */
function ofEntrySql(column: string): ChoiceColumns {
  return { value: entrySql(column), certain: statusKnownSql };
}

const mixedCodeSql = valueColumn('mixed_code', ({ get, sql, pack }) => {
  const codes = Object.keys(pack.offences.mixed);
  return codes.length === 0
    ? `nullif('', '')`
    : `CASE WHEN ${inTexts(get(entryCodeSql), codes, sql)} THEN ${get(entryCodeSql)} END`;
});

export const categorySql: ChoiceColumns = {
  value: valueColumn(
    'category',
    ({ get }) => `CASE WHEN ${get(mixedCodeSql)} IS NULL THEN ${get(entrySql('category'))} END`,
  ),
  certain: truthColumn('category_certain', ({ get }) =>
    allOfSql([get(statusKnownSql), `${get(mixedCodeSql)} IS NULL`]),
  ),
  mixed: mixedCodeSql,
};
export const groupSql = ofEntrySql('offence_group');
export const listConfidenceSql = ofEntrySql('confidence');

export const codeSql: ChoiceColumns = {
  value: valueColumn('code', ({ get }) => `coalesce(${get(entryCodeSql)}, ${get(readCodeSql)})`),
  certain: statusKnownSql,
};

export const offenceClassSql: ChoiceColumns = {
  value: valueColumn('offence_class', ({ get, sql }) => {
    const { level, parent, code: listed } = codeEntrySql;
    return [
      `CASE WHEN ${get(level)} = 'subcode' AND ${get(parent)} IS NOT NULL THEN ${get(parent)}`,
      `WHEN ${get(level)} = 'class' THEN ${get(listed)}`,
      `WHEN ${get(classCellSql.kind)} = 'class' THEN ${get(classCellSql.code)}`,
      `WHEN ${get(codeCellSql.kind)} = 'class' THEN ${get(codeCellSql.code)}`,
      `WHEN ${get(codeCellSql.kind)} = 'subcode' THEN ${sql.textOfNumber(get(codeCellSql.number))} END`,
    ].join(' ');
  }),
  certain: statusKnownSql,
};
