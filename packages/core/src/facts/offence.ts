import { type Column, valueColumn } from '../dialect/column.js';
import type { FieldName } from '../model/fields.js';
import type { OffenceEntry } from '../model/pack.js';
import { offenceCodeColumns, type OffenceCode } from '../normalise/offence-code.js';
import { ofText, privateFact } from './fact.js';
import type { RecordFacts } from './record-facts.js';

/**
 * What is known of the offence. `listed`: all offence facts come from the entry. `outside`: a
 * readable code of a number that no rule about sexual offences concerns, so all are false.
 * `unknown`: a code that is missing, unreadable or new under a watched number.
 */
export type Offence =
  | { readonly status: 'listed'; readonly entry: OffenceEntry }
  | { readonly status: 'outside' | 'unknown'; readonly code: string | null };

export const codeCell = privateFact<OffenceCode>(
  ofText('offenceCode', (text, { readCode }) => readCode(text)),
);

const SUBCODE_AS_CLASS: OffenceCode = { kind: 'unreadable' };

/** A sub-code in the column of classes cannot be read there. */
export const classCell = privateFact<OffenceCode>(
  ofText('offenceClass', (text, { readCode }) => {
    const read = readCode(text);
    return read.kind === 'subcode' ? SUBCODE_AS_CLASS : read;
  }),
);

function entryOf(record: RecordFacts, read: OffenceCode): OffenceEntry | undefined {
  return 'code' in read ? record.surroundings.entries.get(read.code) : undefined;
}

/** The entry of `offenceCode` alone. */
export const codeEntry = privateFact((record) => entryOf(record, record.get(codeCell)));

export const offence = privateFact((record): Offence => {
  const code = record.get(codeCell);
  const ofCode = record.get(codeEntry);
  if (ofCode !== undefined) return { status: 'listed', entry: ofCode };
  const cls = record.get(classCell);
  const ofClass = entryOf(record, cls);
  if (ofClass !== undefined) return { status: 'listed', entry: ofClass };
  const read = 'code' in code ? code : cls;
  if (!('code' in read)) return { status: 'unknown', code: null };
  const watched = read.number !== null && record.surroundings.reading.watched.includes(read.number);
  return { status: watched ? 'unknown' : 'outside', code: read.code };
});

/** The values that a listed code's category is unknown between, where the list says that it is mixed. */
export function mixedCategories(record: RecordFacts, entry: OffenceEntry): readonly string[] | undefined {
  return record.surroundings.reading.mixed[entry.code];
}

export const OFFENCE_COLUMNS: readonly FieldName[] = ['offenceCode', 'offenceClass'];

/** A specific sub-code settles every offence fact, whatever the class says. */
export function offenceLacks(): readonly FieldName[] {
  return ['offenceCode'];
}

export const codeCellSql = offenceCodeColumns('code', 'offenceCode', false);
export const classCellSql = offenceCodeColumns('class', 'offenceClass', true);

/** The offence list's columns in a statement, each with how it is read from an entry. */
export const LIST_COLUMNS: Readonly<
  Record<string, (entry: OffenceEntry) => string | number | boolean | null>
> = {
  code: (entry) => entry.code,
  level: (entry) => entry.level,
  parent: (entry) => entry.parent,
  label: (entry) => entry.label,
  offence_group: (entry) => entry.group,
  category: (entry) => entry.category,
  victim_min: (entry) => entry.victimMin,
  victim_max: (entry) => entry.victimMax,
  victim_sex: (entry) => entry.victimSex,
  suspect_min: (entry) => entry.suspectMin,
  suspect_max: (entry) => entry.suspectMax,
  image: (entry) => entry.image,
  exploitation: (entry) => entry.exploitation,
  adult_relative: (entry) => entry.adultRelative,
  legacy: (entry) => entry.legacy,
  container: (entry) => entry.container,
  law_to: (entry) => entry.lawTo,
  confidence: (entry) => entry.confidence,
};

function ofCodeEntrySql(column: string): Column {
  return {
    name: `code_entry_${column}`,
    from: { alias: 'code_entry', code: codeCellSql.code },
    of: () => `code_entry.listed_${column}`,
  };
}

/** The SQL reading of {@link codeEntry}: its columns are NULL where the code is not listed. */
export const codeEntrySql = {
  code: ofCodeEntrySql('code'),
  level: ofCodeEntrySql('level'),
  parent: ofCodeEntrySql('parent'),
};

const classEntrySql: Column = {
  name: 'class_entry_code',
  from: { alias: 'class_entry', code: classCellSql.code },
  of: () => 'class_entry.listed_code',
};

/** The code of the entry that the offence is read from; NULL where it is not listed. */
export const entryCodeSql = valueColumn(
  'entry_code',
  ({ get }) => `coalesce(${get(codeEntrySql.code)}, ${get(classEntrySql)})`,
);

const ENTRY_COLUMNS = /* @__PURE__ */ new Map<string, Column>();

/** A column of the offence's entry: one object a column. */
export function entrySql(column: string, isTruth = false): Column {
  const known = ENTRY_COLUMNS.get(column);
  if (known !== undefined) return known;
  const made: Column = {
    name: `entry_${column}`,
    ...(isTruth ? { isTruth: true } : {}),
    from: { alias: 'entry', code: entryCodeSql },
    of: ({ sql }) => (isTruth ? sql.fromColumn(`entry.listed_${column}`) : `entry.listed_${column}`),
  };
  ENTRY_COLUMNS.set(column, made);
  return made;
}

export const readCodeSql = valueColumn(
  'read_code',
  ({ get }) => `coalesce(${get(codeCellSql.code)}, ${get(classCellSql.code)})`,
);

/** The SQL reading of {@link offence}: `listed`, `outside` or `unknown`. */
export const offenceStatusSql = valueColumn('offence_status', ({ get, pack }) => {
  const number = `CASE WHEN ${get(codeCellSql.code)} IS NULL THEN ${get(classCellSql.number)} ELSE ${get(codeCellSql.number)} END`;
  return [
    `CASE WHEN ${get(entryCodeSql)} IS NOT NULL THEN 'listed'`,
    `WHEN ${get(readCodeSql)} IS NULL OR ${number} IN (${pack.offences.watched.join(', ')}) THEN 'unknown'`,
    `ELSE 'outside' END`,
  ].join(' ');
});
