import { createDecoder, type Encoding } from './decode/decoder.js';
import { openRows } from './extract.js';
import { suggestProfile, type Suggestion } from './map/suggest/index.js';
import { jsonColumns } from './map/suggest/json-columns.js';
import type { TreeColumns } from './map/suggest/tree-columns.js';
import { xmlColumns } from './map/suggest/xml-columns.js';
import type { Profile } from './map/profile.js';
import { detectFormat, type ReadFormat } from './read/format.js';
import type { InputNotice } from './read/reader.js';

export interface SuggestFromHeadOptions {
  /** The name of the profile. */
  readonly name: string;
  /** Whether the head is the whole file. */
  readonly isWhole: boolean;
  /** @default detected */
  readonly encoding?: Encoding;
}

/** A proposed profile, and how the head was read. */
export interface HeadSuggestion extends Suggestion {
  readonly format: string;
  readonly encoding: string;
  /** What could not be read. */
  readonly notices: readonly Omit<InputNotice, 'file'>[];
}

/** Rows beyond these tell nothing new. */
const MOST_ROWS = 5000;

function treeColumns(format: ReadFormat, text: string): TreeColumns | null {
  if (format === 'csv') return null;
  return format === 'xml' ? xmlColumns(text) : jsonColumns(text);
}

/** Reads the rows of a head; the last row of one that was cut off is left out, because it may be half of one. */
function readHead(file: string, bytes: Uint8Array, { encoding, isWhole }: SuggestFromHeadOptions) {
  const decoder = createDecoder(encoding ?? 'auto');
  const text = decoder.write(bytes) + decoder.end();
  const format = detectFormat(file, text, true) ?? 'csv';
  const tree = treeColumns(format, text);
  // A profile of nothing but what says how the file is read: its columns are those that were found.
  const reading = {
    name: file,
    format,
    fields: {},
    markers: {
      layout: 'columns',
      columns: Object.fromEntries(
        (tree?.columns ?? []).map((column) => [column, { column, set: [], notSet: [] }]),
      ),
    },
    ...(tree?.records === undefined ? {} : { records: tree.records }),
  } as unknown as Profile;
  let header: readonly string[] = [];
  const rows: (readonly string[])[] = [];
  const notices: Omit<InputNotice, 'file'>[] = [];
  const extract = openRows(
    file,
    { profile: reading, ...(encoding === undefined ? {} : { encoding }) },
    {
      header: (columns) => (header = columns),
      row: (row) => void rows.push(row),
      notice: (notice) => void notices.push(notice),
    },
  );
  extract.write(bytes);
  const report = extract.end();
  // What is wrong at the end of a cut head is the cut.
  if (!isWhole) rows.pop();
  return {
    header,
    rows: rows.slice(0, MOST_ROWS),
    notices: isWhole ? notices : notices.slice(0, -1),
    report,
    tree,
    format,
  };
}

/** Proposes a profile from the first rows of a table, which comes as rows: `format` says what from. */
export function suggestFromTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  options: { readonly name: string; readonly format: string },
): HeadSuggestion {
  const suggestion = suggestProfile(columns, rows.slice(0, MOST_ROWS), { name: options.name });
  return { ...suggestion, format: options.format, encoding: 'utf-8', notices: [] };
}

/** Proposes a profile from the first bytes of an extract, whatever its format. */
export function suggestFromHead(
  file: string,
  bytes: Uint8Array,
  options: SuggestFromHeadOptions,
): HeadSuggestion {
  const { header, rows, notices, report, tree, format } = readHead(file, bytes, options);
  const ofFile =
    format === 'csv' ? {} : { format, ...(tree?.records === undefined ? {} : { records: tree.records }) };
  const suggestion = suggestProfile(header, rows, { name: options.name, file: ofFile });
  return { ...suggestion, format: report.format, encoding: report.encoding, notices };
}
