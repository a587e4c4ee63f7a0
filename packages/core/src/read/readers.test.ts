import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createCsvReader } from './csv/csv-reader.js';
import { createJsonReader } from './json/json-reader.js';
import { createNdjsonReader } from './json/ndjson-reader.js';
import { readAll } from './read-all.test-helper.js';
import type { Reader, RowSink } from './reader.js';
import { createXmlReader } from './xml/xml-reader.js';

/** What every reader has to give back, cell by cell: the case file that all of them share. */
const CASES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'plain cells': [
    ['1', 'x', 'y', 'z', 'w'],
    ['2', 'a', 'b', 'c', 'd'],
  ],
  'empty cells': [
    ['1', '', '', '', ''],
    ['', '', 'x', '', ''],
  ],
  delimiters: [['1', 'a,b', 'c;d', 'e|f', 'g\th']],
  'quotation marks': [['1', '"', '""', 'a"b', '"a"']],
  'line ends': [['1', 'a\nb', '\nc', 'd\n', '\n\n']],
  blanks: [['1', ' a', 'b ', ' ', '\t']],
  'what other formats mean something by': [['1', '<b>&amp;</b>', '{"a":[1]}', ']]>', '\\n\\u0041']],
  'what is not ASCII': [['1', 'é', '“’”', '日本', '😀\u200b']],
  'what JavaScript means something by': [['__proto__', 'constructor', 'toString', 'undefined', 'null']],
  'formulas and terminal codes': [['1', '=1+1', '@SUM(A1)', '+1', '-1']],
  'a long cell': [['1', 'x'.repeat(100_000), '', '', '']],
};

const COLUMNS = ['crimeReference', 'force', 'CSA', 'narrative', 'team'];

type Rows = readonly (readonly string[])[];

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\t', '&#9;');
const asObject = (cells: readonly string[]) => Object.fromEntries(COLUMNS.map((name, i) => [name, cells[i]]));
const csv = (delimiter: string, newline: string) => (rows: Rows) =>
  Papa.unparse([COLUMNS, ...rows], { delimiter, newline });

/** Each reader, and how its format is written. `first` is the number of the first record. */
const READERS: readonly {
  readonly name: string;
  readonly first: number;
  readonly write: (rows: Rows) => string;
  readonly open: (sink: RowSink) => Reader;
}[] = [
  { name: 'CSV, comma, LF', first: 2, write: csv(',', '\n'), open: (sink) => createCsvReader(sink) },
  { name: 'CSV, semicolon, CRLF', first: 2, write: csv(';', '\r\n'), open: (sink) => createCsvReader(sink) },
  { name: 'CSV, tab', first: 2, write: csv('\t', '\n'), open: (sink) => createCsvReader(sink) },
  { name: 'CSV, pipe', first: 2, write: csv('|', '\n'), open: (sink) => createCsvReader(sink) },
  {
    name: 'XML',
    first: 1,
    write: (rows) =>
      `<?xml version="1.0"?>\n<extract>\n${rows
        .map(
          (cells) =>
            `<crime>${cells.map((cell, i) => `<${COLUMNS[i]!}>${escaped(cell)}</${COLUMNS[i]!}>`).join('\n')}</crime>`,
        )
        .join('\n')}\n</extract>\n`,
    open: (sink) => createXmlReader(sink, { columns: COLUMNS }),
  },
  {
    name: 'XML in CDATA, at a path',
    first: 1,
    write: (rows) =>
      `<e><meta/><list>${rows
        .map(
          (cells) =>
            `<r>${cells.map((cell, i) => `<${COLUMNS[i]!}><![CDATA[${cell.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${COLUMNS[i]!}>`).join('')}</r>`,
        )
        .join('')}</list></e>`,
    open: (sink) => createXmlReader(sink, { columns: COLUMNS, records: '/e/list/r' }),
  },
  {
    name: 'JSON',
    first: 1,
    write: (rows) => JSON.stringify(rows.map(asObject)),
    open: (sink) => createJsonReader(sink, { columns: COLUMNS }),
  },
  {
    name: 'JSON, indented, at a path',
    first: 1,
    write: (rows) =>
      JSON.stringify({ meta: { n: [1] }, data: { rows: rows.map(asObject), end: null } }, null, 2),
    open: (sink) => createJsonReader(sink, { columns: COLUMNS, records: 'data/rows' }),
  },
  {
    name: 'NDJSON',
    first: 1,
    write: (rows) => rows.map((cells) => JSON.stringify(asObject(cells))).join('\n'),
    open: (sink) => createNdjsonReader(sink, COLUMNS),
  },
];

describe.each(READERS)('$name', ({ first, write, open }) => {
  it.each(Object.entries(CASES))('reads %s', (name, rows) => {
    const text = write(rows);
    const whole = readAll(open, text);
    expect(whole.rows).toEqual(rows.map((cells, i) => [i + first, ...cells]));
    expect(whole.notices).toEqual([]);
    expect(whole).toMatchObject({ header: COLUMNS, records: rows.length, unreadable: 0, truncated: false });
    const step = name === 'a long cell' ? 1000 : 1;
    expect(readAll(open, text, step)).toEqual(whole);
  });

  it('says that there is nothing in nothing', () => {
    const empty = readAll(open, write([]));
    expect(empty).toMatchObject({ records: 0, truncated: true });
    expect(empty.notices).toHaveLength(1);
  });
});
