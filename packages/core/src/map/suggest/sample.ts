import { trim, upperAscii } from '../../normalise/text.js';

/** What the head of an extract shows of one column. */
export interface ColumnSample {
  readonly name: string;
  readonly position: number;
  /** Cells that are neither empty nor a text that means so. */
  readonly values: readonly string[];
  readonly rows: number;
  /** Different values, in upper case, with how often each stands there; none where they are too many. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Texts that systems write for nothing, and whether they can mean nothing else. */
const NOTHINGS: Readonly<Record<string, boolean>> = {
  NULL: true,
  '(NULL)': true,
  '<NULL>': true,
  '[NULL]': true,
  'N/A': false,
  '#N/A': true,
  '-': false,
  '--': false,
  NONE: false,
  'NOT RECORDED': false,
  'NOT KNOWN': false,
  UNKNOWN: false,
  '.': false,
};

export interface BlankText {
  readonly text: string;
  readonly isCertain: boolean;
  readonly columns: number;
}

/** The texts for nothing that the rows hold: so many of them, or in so many columns, that they are no values. */
export function findBlanks(rows: readonly (readonly string[])[], width: number): readonly BlankText[] {
  const columnsOf = new Map<string, Set<number>>();
  const spelling = new Map<string, string>();
  for (const row of rows) {
    for (let i = 0; i < width; i++) {
      const text = trim(row[i] ?? '');
      const form = upperAscii(text);
      if (text.length > 12 || !Object.hasOwn(NOTHINGS, form)) continue;
      spelling.set(form, spelling.get(form) ?? text);
      columnsOf.set(form, (columnsOf.get(form) ?? new Set()).add(i));
    }
  }
  return (
    [...columnsOf]
      .map(([form, columns]) => ({
        text: spelling.get(form) ?? form,
        isCertain: NOTHINGS[form] === true,
        columns: columns.size,
      }))
      // A word such as UNKNOWN in one column alone is a code of that column, which only its owner can explain.
      .filter(({ text, isCertain, columns }) => isCertain || columns > 1 || !/[A-Za-z]/.test(text))
  );
}

/** A column with more different values than these holds no codes. */
const MOST_DIFFERENT = 200;

export function sampleColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  isBlank: (text: string) => boolean,
): readonly ColumnSample[] {
  return header.map((name, position) => {
    const values = rows.map((row) => trim(row[position] ?? '')).filter((text) => !isBlank(text));
    const counts = new Map<string, number>();
    for (const value of values) {
      const form = upperAscii(value);
      counts.set(form, (counts.get(form) ?? 0) + 1);
      if (counts.size > MOST_DIFFERENT) break;
    }
    return {
      name,
      position,
      values,
      rows: rows.length,
      counts: counts.size > MOST_DIFFERENT ? new Map() : counts,
    };
  });
}

/** The share of the values for which something holds; 0 of none. */
export function share(values: readonly string[], holds: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(holds).length / values.length;
}
