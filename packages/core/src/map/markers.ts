import { type Marker, MARKERS } from '../model/markers.js';
import { trim } from '../normalise/text.js';
import type { CellReader, FindColumn, IsBlank } from './by-profile.js';
import { UNREADABLE } from './mapping.js';
import type { Blank, MarkerLayout } from './profile.js';

export interface MarkerMapping {
  readonly readers: ReadonlyMap<Marker, CellReader>;
  readonly columnOf: (field: string) => string | undefined;
  readonly unknownCodes?: (row: readonly string[]) => readonly string[];
}

/** What an empty cell becomes: a canonical empty cell is not set, `null` is unknown. */
function blankCell(blank: Blank): string | null {
  return blank === 'not-set' ? '' : null;
}

type Columns = Extract<MarkerLayout, { layout: 'columns' }>;
type List = Extract<MarkerLayout, { layout: 'list' }>;

function mapColumns(layout: Columns, find: FindColumn, isBlank: IsBlank, faults: string[]): MarkerMapping {
  const readers = new Map<Marker, CellReader>();
  for (const marker of MARKERS) {
    const source = layout.columns[marker];
    if (source === undefined) continue;
    const position = find(source.column, marker);
    const blank = source.blank ?? layout.blank;
    if (blank === undefined) {
      faults.push(
        `markers/columns/${marker}: say what an empty cell means, "blank": "unknown" or "blank": "not-set" (many systems export only the Ys)`,
      );
      continue;
    }
    const empty = blankCell(blank);
    const meanings = new Map<string, string>();
    for (const code of source.notSet) meanings.set(code.toLowerCase(), 'N');
    for (const code of source.set) {
      if (meanings.has(code.toLowerCase())) faults.push(`markers/columns/${marker}: ${JSON.stringify(code)} is both set and not set`);
      meanings.set(code.toLowerCase(), 'Y');
    }
    readers.set(marker, (row) => {
      const text = trim(row[position] ?? '');
      const meaning = meanings.get(text.toLowerCase());
      if (meaning !== undefined) return meaning;
      return isBlank(text) ? empty : UNREADABLE;
    });
  }
  return { readers, columnOf: (field) => layout.columns[field as Marker]?.column };
}

function mapList(layout: List, find: FindColumn, isBlank: IsBlank): MarkerMapping {
  const position = find(layout.column, 'markers');
  const meanings = new Map(Object.entries(layout.codes).map(([code, marker]) => [code.toLowerCase(), marker]));
  const strict = layout.otherCodes !== 'ignore';
  const empty = blankCell(layout.blank);
  const codesIn = (row: readonly string[]): readonly string[] => {
    const text = trim(row[position] ?? '');
    if (isBlank(text)) return [];
    return text.split(layout.separator).map((code) => trim(code).toLowerCase()).filter((code) => code !== '');
  };
  const named = new Set([...meanings.values()].filter((marker) => marker !== null));
  const readers = new Map<Marker, CellReader>();
  for (const marker of named) {
    readers.set(marker, (row) => {
      const codes = codesIn(row);
      if (codes.length === 0) return empty;
      if (codes.some((code) => meanings.get(code) === marker)) return 'Y';
      return strict && codes.some((code) => !meanings.has(code)) ? null : 'N';
    });
  }
  return {
    readers,
    columnOf: (field) => (named.has(field as Marker) ? layout.column : undefined),
    unknownCodes: (row) => (strict && codesIn(row).some((code) => !meanings.has(code)) ? [layout.column] : []),
  };
}

/** The readers of the markers by the profile's layout; a marker that it does not name is a column that does not exist. */
export function mapMarkers(layout: MarkerLayout, find: FindColumn, isBlank: IsBlank, faults: string[]): MarkerMapping {
  return layout.layout === 'columns' ? mapColumns(layout, find, isBlank, faults) : mapList(layout, find, isBlank);
}
