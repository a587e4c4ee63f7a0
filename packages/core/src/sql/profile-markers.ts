import { type Column, valueColumn } from '../dialect/column.js';
import type { Sql } from '../dialect/dialect.js';
import { UNREADABLE } from '../map/mapping.js';
import type { Blank, ColumnsLayout, ListLayout, MarkerLayout } from '../map/profile.js';
import type { FieldName } from '../model/fields.js';
import { type Marker, MARKERS } from '../model/markers.js';
import { byCodes, type Mapping } from './mapping.js';

type MarkerCells = readonly (readonly [FieldName, Column])[];

/** What an empty cell becomes: a canonical empty cell is not set, NULL is unknown. */
function blankSql(blank: Blank | undefined): Sql {
  return blank === 'not-set' ? "''" : 'NULL';
}

function ofColumns(layout: ColumnsLayout, { sql, source, isBlank }: Mapping): MarkerCells {
  return MARKERS.flatMap((marker): MarkerCells => {
    const of = layout.columns[marker];
    if (of === undefined) return [];
    const codes = [
      ...of.notSet.map((code) => [code, 'N'] as const),
      ...of.set.map((code) => [code, 'Y'] as const),
    ];
    const cell = valueColumn(`${marker} cell`, () => {
      const text = source(of.column);
      const other = `CASE WHEN ${isBlank(text)} THEN ${blankSql(of.blank ?? layout.blank)} ELSE '${UNREADABLE}' END`;
      return byCodes(text, codes, other, sql);
    });
    return [[marker, cell]];
  });
}

/** A code that is no marker by its name, and one that the profile does not name. */
const NO_MARKER = '-';

function ofList(layout: ListLayout, { sql, source, isBlank }: Mapping): MarkerCells {
  const { codes, separator, otherCodes = 'unknown' } = layout;
  const named = MARKERS.filter((marker) => Object.values(codes).includes(marker));
  const inParts = (each: (part: Sql) => Sql): Sql => {
    const text = source(layout.column);
    return `CASE WHEN ${isBlank(text)} THEN '' ELSE ${sql.mapParts(text, separator, (part) => `CASE WHEN ${isBlank(sql.trim(part))} THEN '' ELSE ${each(sql.trim(part))} END`)} END`;
  };
  const meanings = Object.entries(codes).map(([code, marker]) => [code, marker ?? NO_MARKER] as const);
  // What a code means stands in its place, so that no text of the extract is taken for a separator.
  const meant = valueColumn('marker codes', () =>
    inParts((part) => byCodes(part, meanings, `'${UNREADABLE}'`, sql)),
  );
  const cell = (marker: Marker): Column =>
    valueColumn(`${marker} cell`, ({ get }) => {
      const has = (...of: readonly string[]): Sql => sql.hasPart(get(meant), of);
      const unknown = otherCodes === 'unknown' ? ` WHEN ${has(UNREADABLE)} THEN NULL` : '';
      return `CASE WHEN ${has(marker)} THEN 'Y'${unknown} WHEN ${has(...named, NO_MARKER, UNREADABLE)} THEN 'N' ELSE ${blankSql(layout.blank)} END`;
    });
  const ofMarkers = meanings
    .filter(([, meaning]) => meaning !== NO_MARKER)
    .map(([code]) => [code, ''] as const);
  const others = valueColumn('other codes', () => inParts((part) => byCodes(part, ofMarkers, part, sql)));
  const local = valueColumn(
    'local codes',
    ({ get }) => `CASE WHEN ${sql.matchesWhole(get(others), ';*')} THEN '' ELSE ${get(others)} END`,
  );
  return [
    ...named.map((marker) => [marker, cell(marker)] as const),
    ...(otherCodes === 'local' ? [['localMarkers', local] as const] : []),
  ];
}

/** The markers by the profile's layout; a marker that it does not name is a column that does not exist. */
export function markerCells(layout: MarkerLayout, mapping: Mapping): MarkerCells {
  if (layout.layout === 'columns') return ofColumns(layout, mapping);
  return layout.layout === 'list' ? ofList(layout, mapping) : [];
}
