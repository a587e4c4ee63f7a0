import { anyOfSql, type Column, inTexts, type SqlRecord, valueColumn } from '../dialect/column.js';
import type { Dialect, Sql } from '../dialect/dialect.js';
import { blankForms } from '../map/blanks.js';
import { lookupTable } from '../map/lookup.js';
import { UNREADABLE } from '../map/mapping.js';
import {
  columnsOfSource,
  type FieldSource,
  type Profile,
  readingOf,
  type SourceDetail,
} from '../map/profile.js';
import { profileFaults } from '../map/profile-faults.js';
import type { ProfileTables } from '../map/setup.js';
import { MarkercheckError } from '../model/errors.js';
import { FIELD_INDEX, FIELD_NAMES, FIELDS, type FieldName } from '../model/fields.js';
import { DATE_PATTERN } from '../normalise/date.js';
import { trim } from '../normalise/text.js';
import { dateFormatSql } from './date-format.js';
import { markerCells } from './profile-markers.js';
import type { RecordView } from './record.js';
import { byCodes, type Mapping } from './mapping.js';
import { createSteps } from './steps.js';
import type { View } from './steps.js';

/** The columns of a field put together, blanks taken for empty. */
function joinedSql(field: FieldName, source: FieldSource, mapping: Mapping): Column {
  const { sql, isBlank } = mapping;
  const single = columnsOfSource(source).map((name, i) =>
    valueColumn(`${field} column ${i + 1}`, () => {
      const text = mapping.source(name);
      return `CASE WHEN ${isBlank(text)} THEN '' ELSE ${text} END`;
    }),
  );
  const [first] = single;
  if (single.length === 1 && first !== undefined) return first;
  const join = readingOf(source).join ?? '';
  const isText = ['text', 'list'].includes(FIELDS[FIELD_INDEX[field]]?.type ?? 'text');
  return valueColumn(`${field} joined`, ({ get }) => {
    const texts = single.map(get);
    const pieces = texts.map(
      (text) => `CASE WHEN ${text} = '' THEN '' ELSE ${sql.concat(sql.literal(join), text)} END`,
    );
    const whole = sql.slice(`(${sql.concat(...pieces)})`, `${sql.length(sql.literal(join))} + 1`);
    const gaps = texts.slice(1).map((text, i) => `${texts[i]} = '' AND ${text} <> ''`);
    return isText ? whole : `CASE WHEN ${anyOfSql(gaps)} THEN '${UNREADABLE}' ELSE ${whole} END`;
  });
}

/** What stands after and before the cuts; what is cut off leaves blanks behind. */
function cutSql(field: FieldName, { after, before }: SourceDetail, from: Column, mapping: Mapping): Column {
  const { sql, isBlank } = mapping;
  let text = from;
  if (after !== undefined) {
    const whole = text;
    text = valueColumn(`${field} after`, ({ get }) => {
      const start = `${sql.position(after, get(whole))} + ${sql.length(sql.literal(after))}`;
      return `CASE WHEN ${sql.position(after, get(whole))} = 0 THEN ${get(whole)} ELSE ${sql.trim(sql.slice(get(whole), start))} END`;
    });
  }
  if (before !== undefined) {
    const whole = text;
    text = valueColumn(`${field} before`, ({ get }) => {
      const end = sql.position(before, get(whole));
      return `CASE WHEN ${end} = 0 THEN ${get(whole)} ELSE ${sql.trim(sql.slice(get(whole), 1, `${end} - 1`))} END`;
    });
  }
  if (text === from) return from;
  const cut = text;
  return valueColumn(
    `${field} cut`,
    ({ get }) => `CASE WHEN ${isBlank(get(cut))} THEN '' ELSE ${get(cut)} END`,
  );
}

function datesSql(field: FieldName, formats: readonly string[], from: Column, sql: Dialect): Column {
  const read = formats.map((format, i) =>
    valueColumn(`${field} format ${i + 1}`, ({ get }) => dateFormatSql(get(from), format, sql)),
  );
  return valueColumn(`${field} day`, ({ get }) => {
    const cases = read.map(
      (column) => `WHEN ${sql.matchesWhole(get(column), DATE_PATTERN)} THEN ${get(column)}`,
    );
    return `CASE WHEN ${get(from)} = '' THEN '' ${cases.join(' ')} ELSE '${UNREADABLE}' END`;
  });
}

/** A field by its source: columns, then the cuts, then what the text means. */
function fieldSql(field: FieldName, source: FieldSource, mapping: Mapping, tables: ProfileTables): Column {
  const { sql, isBlank } = mapping;
  const reading = readingOf(source);
  const { type } = FIELDS[FIELD_INDEX[field]] ?? { type: 'text' };
  const text = cutSql(field, reading, joinedSql(field, source, mapping), mapping);
  if (reading.date !== undefined) return datesSql(field, [reading.date].flat(), text, sql);
  const misfits: string[] = [];
  const lookup = {
    tables,
    isBlank: () => false,
    hasNoBlanks: true,
    find: () => -1,
    misfit: (what: string) => void misfits.push(what),
  };
  const codes = reading.lookup === undefined ? reading.values : lookupTable(field, reading, lookup);
  if (misfits.length > 0)
    throw new MarkercheckError('PROFILE_MISFIT', 'A lookup does not fit its profile.', misfits);
  const separator = reading.separator ?? ';';
  if (type === 'list') {
    const meaning = (part: Sql): Sql =>
      byCodes(part, Object.entries(codes ?? {}), separator === ';' ? part : sql.replace(part, ';', ','), sql);
    const each = (part: Sql): Sql =>
      `CASE WHEN ${isBlank(sql.trim(part))} THEN '' ELSE ${meaning(sql.trim(part))} END`;
    return valueColumn(
      `${field} parts`,
      ({ get }) => `CASE WHEN ${get(text)} = '' THEN '' ELSE ${sql.mapParts(get(text), separator, each)} END`,
    );
  }
  if (codes === undefined) return text;
  return valueColumn(`${field} meaning`, ({ get }) => {
    const meaning = byCodes(
      get(text),
      Object.entries(codes),
      type === 'text' ? get(text) : `'${UNREADABLE}'`,
      sql,
    );
    return `CASE WHEN ${inTexts(get(text), ['', UNREADABLE], sql)} THEN ${get(text)} ELSE ${meaning} END`;
  });
}

function refuseWhatNeedsMore({ rows, markers, name }: Profile, sql: Dialect): void {
  const faults = [
    ...(rows === undefined
      ? []
      : ['rows/merge: SQL does not merge the rows of a crime; give it a view with one row a crime']),
    ...(markers.layout === 'file'
      ? [
          'markers: SQL does not read a second file; join it in a view, with the codes of a crime in one column, and use the layout "list"',
        ]
      : []),
  ];
  if (faults.length > 0)
    throw new MarkercheckError(
      'PROFILE_INVALID',
      `${sql.name}: the profile ${name} asks for what is not done in SQL.`,
      faults,
    );
}

/**
 * The normalised record by a profile.
 * @throws {MarkercheckError} `PROFILE_INVALID`, also for what SQL does not do; `PROFILE_MISFIT` for a lookup.
 */
export function profileRecord(profile: Profile, sql: Dialect, tables: ProfileTables = {}): RecordView {
  const faults = profileFaults(profile);
  if (faults.length > 0)
    throw new MarkercheckError('PROFILE_INVALID', `The profile ${profile.name} cannot be used.`, faults);
  refuseWhatNeedsMore(profile, sql);
  const sources = new Map<string, string>();
  const forms = blankForms(profile.blanks ?? []);
  const mapping: Mapping = {
    sql,
    source: (name) => {
      const known = sources.get(name) ?? `source_${sources.size + 1}`;
      sources.set(name, known);
      return known;
    },
    isBlank: (text) => (forms.length === 1 ? `${text} = ''` : inTexts(sql.upper(text), forms, sql)),
  };
  const cells = new Map<FieldName, Column | Sql>();
  for (const [field, value] of Object.entries(profile.constants ?? {}) as [FieldName, string][])
    cells.set(field, sql.literal(trim(value)));
  for (const [field, source] of Object.entries(profile.fields) as [FieldName, FieldSource][])
    cells.set(field, fieldSql(field, source, mapping, tables));
  for (const [field, column] of markerCells(profile.markers, mapping)) cells.set(field, column);

  const nothing: Partial<SqlRecord> = { sql, get: (column) => steps.get(column) };
  const steps = createSteps(
    sql,
    () => nothing as SqlRecord,
    () => 'cells',
  );
  const lines = FIELD_NAMES.flatMap((field) => {
    const cell = cells.get(field);
    if (cell === undefined) return [];
    return `    ${typeof cell === 'string' ? cell : steps.named(cell)} AS ${sql.identifier(field)}`;
  });
  const { views, last } = steps.views('source');
  return {
    columns: new Set(cells.keys()),
    views: (table): readonly View[] => {
      const read = [...sources].map(
        ([name, as]) => `    coalesce(${sql.trim(sql.asText(sql.identifier(name)))}, '') AS ${as}`,
      );
      const body = read.length === 0 ? '  SELECT *' : `  SELECT\n${read.join(',\n')}`;
      const fence = sql.fence === '' ? '' : `\n  ${sql.fence}`;
      return [
        ['source', `${body}\n  FROM ${table}${fence}`],
        ...views,
        ['record', `  SELECT\n${lines.join(',\n')}\n  FROM ${last}${fence}`],
      ];
    },
  };
}
