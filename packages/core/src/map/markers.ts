import { type Marker, MARKERS } from '../model/markers.js';
import { trim } from '../normalise/text.js';
import { createCodeBook } from './codes.js';
import { type Derived, type UnknownCode, UNREADABLE } from './mapping.js';
import type { Blank, ColumnsLayout, FileLayout, ListLayout, MarkerLayout } from './profile.js';
import type { CellReader, Setup } from './setup.js';

export interface MarkerMapping {
  readonly readers: ReadonlyMap<Marker, CellReader>;
  /** The local markers, where the layout gives them. */
  readonly local?: CellReader;
  readonly columnOf: (field: string) => string | undefined;
  readonly unknownCodes?: Derived<readonly UnknownCode[]>;
  /** Whether it is counted which records were asked for. */
  readonly isCounted?: boolean;
}

/** What an empty cell becomes: a canonical empty cell is not set, `null` is unknown. */
function blankCell(blank: Blank | undefined): string | null {
  return blank === 'not-set' ? '' : null;
}

/** The last text's answer is kept: every marker asks the same of a row. */
function ofLast<T>(answer: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly answer: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, answer: answer(text) };
    return last.answer;
  };
}

function mapColumns(layout: ColumnsLayout, { find, isBlank }: Setup): MarkerMapping {
  const readers = new Map<Marker, CellReader>();
  for (const marker of MARKERS) {
    const source = layout.columns[marker];
    if (source === undefined) continue;
    const position = find(source.column, marker);
    const empty = blankCell(source.blank ?? layout.blank);
    const meaningOf = createCodeBook({
      ...Object.fromEntries(source.notSet.map((code) => [code, 'N'])),
      ...Object.fromEntries(source.set.map((code) => [code, 'Y'])),
    });
    const of = (row: readonly string[]) => {
      const text = trim(row[position] ?? '');
      return meaningOf(text) ?? (isBlank(text) ? empty : UNREADABLE);
    };
    readers.set(marker, { from: [position], of });
  }
  return { readers, columnOf: (field) => layout.columns[field as Marker]?.column };
}

/** The markers that a layout's codes name. */
function namedMarkers(codes: Readonly<Record<string, Marker | null>>): ReadonlySet<Marker> {
  return new Set(Object.values(codes).filter((marker) => marker !== null));
}

function mapList(layout: ListLayout, { find, isBlank }: Setup): MarkerMapping {
  const position = find(layout.column, 'markers');
  const from = [position];
  const meaningOf = createCodeBook(layout.codes);
  const others = layout.otherCodes ?? 'unknown';
  const empty = blankCell(layout.blank);
  const codesOf = ofLast((cell): readonly string[] => {
    const text = trim(cell);
    if (isBlank(text)) return [];
    return text
      .split(layout.separator)
      .map(trim)
      .filter((code) => !isBlank(code));
  });
  const codesIn = (row: readonly string[]) => codesOf(row[position] ?? '');
  const unknownIn = (row: readonly string[]) => codesIn(row).filter((code) => meaningOf(code) === undefined);
  const named = namedMarkers(layout.codes);
  const readers = new Map<Marker, CellReader>();
  for (const marker of named) {
    const of = (row: readonly string[]) => {
      const codes = codesIn(row);
      if (codes.length === 0) return empty;
      if (codes.some((code) => meaningOf(code) === marker)) return 'Y';
      return others === 'unknown' && codes.some((code) => meaningOf(code) === undefined) ? null : 'N';
    };
    readers.set(marker, { from, of });
  }
  const ofLayout = (field: string) =>
    named.has(field as Marker) || (field === 'localMarkers' && others === 'local');
  return {
    readers,
    columnOf: (field) => (ofLayout(field) ? layout.column : undefined),
    ...(others === 'local'
      ? {
          local: {
            from,
            of: (row) =>
              codesIn(row)
                .filter((code) => (meaningOf(code) ?? null) === null)
                .join(';'),
          },
        }
      : {}),
    ...(others === 'unknown'
      ? {
          unknownCodes: {
            from,
            of: (row) => unknownIn(row).map((code) => ({ column: layout.column, code })),
          },
        }
      : {}),
  };
}

function mapFile(layout: FileLayout, key: CellReader | undefined, { tables, misfit }: Setup): MarkerMapping {
  const { markers: table } = tables;
  if (table === undefined || key === undefined) {
    misfit(`markers: the profile reads ${layout.file}, which was not given`);
    return { readers: new Map(), columnOf: () => undefined };
  }
  const { from } = key;
  const ofCrime = ofLast((crime) => table.of(crime));
  const ofRow = (row: readonly string[]) => ofCrime(trim(key.of(row) ?? ''));
  const empty = blankCell(layout.blank);
  const named = namedMarkers(layout.codes);
  const readers = new Map<Marker, CellReader>();
  for (const marker of named) {
    const of = (row: readonly string[]) => {
      const crime = ofRow(row);
      if (crime === null) return empty;
      if (crime.isSet(marker)) return 'Y';
      return crime.hasUnknownCode ? null : 'N';
    };
    readers.set(marker, { from, of });
  }
  const isLocal = layout.otherCodes === 'local';
  return {
    readers,
    columnOf: (field) =>
      named.has(field as Marker) || (isLocal && field === 'localMarkers') ? layout.column : undefined,
    ...(isLocal ? { local: { from, of: (row) => ofRow(row)?.local ?? '' } } : {}),
    isCounted: true,
  };
}

/** The readers of the markers by the profile's layout; a marker that it does not name is a column that does not exist. */
export function mapMarkers(layout: MarkerLayout, key: CellReader | undefined, setup: Setup): MarkerMapping {
  switch (layout.layout) {
    case 'columns':
      return mapColumns(layout, setup);
    case 'list':
      return mapList(layout, setup);
    case 'file':
      return mapFile(layout, key, setup);
    default:
      return layout satisfies never;
  }
}
