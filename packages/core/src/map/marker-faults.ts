import { type Marker, MARKERS } from '../model/markers.js';
import { trim, upperAscii } from '../normalise/text.js';
import type { ColumnsLayout, FileLayout, ListLayout, MarkerLayout } from './profile.js';
import { pathFault } from './safe-path.js';

const form = (code: string) => upperAscii(trim(code));

/** The fields that the layout of the markers gives. */
export function namedByMarkers(layout: MarkerLayout): ReadonlySet<string> {
  if (layout.layout === 'columns') return new Set(Object.keys(layout.columns));
  return new Set(Object.values(layout.codes).filter((marker): marker is Marker => marker !== null));
}

function columnsFaults(layout: ColumnsLayout): readonly string[] {
  const faults: string[] = [];
  for (const marker of MARKERS) {
    const source = layout.columns[marker];
    if (source === undefined) continue;
    const place = `markers/columns/${marker}`;
    if ((source.blank ?? layout.blank) === undefined) {
      faults.push(
        `${place}: say what an empty cell means, "blank": "unknown" or "blank": "not-set" (many systems export only the Ys)`,
      );
    }
    const set = new Set(source.set.map(form));
    for (const code of source.notSet) {
      if (set.has(form(code))) faults.push(`${place}: ${JSON.stringify(code)} is both set and not set`);
    }
    if ([...source.set, ...source.notSet].some((code) => trim(code) === '')) {
      faults.push(`${place}: an empty code is an empty cell; "blank" says what that means`);
    }
  }
  if (Object.keys(layout.columns).length === 0)
    faults.push('markers/columns: name the column of at least one marker');
  return faults;
}

function codesFaults({ codes }: ListLayout | FileLayout): readonly string[] {
  const faults: string[] = [];
  const meanings = new Map<string, string | null>();
  for (const [code, marker] of Object.entries(codes)) {
    const before = meanings.get(form(code));
    if (before !== undefined && before !== marker) {
      faults.push(
        `markers/codes: ${JSON.stringify(code)} is named twice, because case does not matter, with two meanings`,
      );
    }
    meanings.set(form(code), marker);
    if (form(code) === '')
      faults.push('markers/codes: an empty code is an empty cell; "blank" says what that means');
  }
  if (![...meanings.values()].some((marker) => marker !== null)) {
    faults.push('markers/codes: no code means a marker; name at least one');
  }
  return faults;
}

/** What is wrong with the layout of the markers. */
export function markerFaults(layout: MarkerLayout): readonly string[] {
  switch (layout.layout) {
    case 'columns':
      return columnsFaults(layout);
    case 'list': {
      const { separator } = layout;
      const split = Object.keys(layout.codes).find((code) => code.includes(separator));
      return [
        ...codesFaults(layout),
        ...(split === undefined
          ? []
          : [
              `markers/codes: ${JSON.stringify(split)} holds the separator ${JSON.stringify(separator)}, so no cell can have it`,
            ]),
      ];
    }
    case 'file': {
      const fault = pathFault(layout.file);
      return [
        ...codesFaults(layout),
        ...(fault === null ? [] : [`markers/file: ${JSON.stringify(layout.file)} ${fault}`]),
      ];
    }
    default:
      return layout satisfies never;
  }
}
