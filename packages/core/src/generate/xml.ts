import type { CrimeRecord } from '../model/fields.js';
import { cellOf, type Column, inPieces, nameOf } from './columns.js';

/** The path of a record, as a profile names it. */
export const XML_RECORDS = '/Extract/Crime';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
}

function* lines(
  records: Iterable<CrimeRecord>,
  columns: readonly Column[],
  encoding: string,
): Generator<string, void, undefined> {
  yield `<?xml version="1.0" encoding="${encoding}"?>\n<Extract>\n`;
  const cells = columns.map((column) => ({ name: nameOf(column), of: cellOf(column) }));
  let index = 0;
  for (const record of records) {
    let text = '  <Crime>';
    for (const { name, of } of cells) {
      const cell = of(record, index);
      if (cell !== '') text += `<${name}>${escaped(cell)}</${name}>`;
    }
    yield `${text}</Crime>\n`;
    index++;
  }
  yield '</Extract>\n';
}

/** The records as XML text in pieces: an element a cell, and none for an empty one. `encoding` is what the declaration says. */
export function writeXml(
  records: Iterable<CrimeRecord>,
  columns: readonly Column[],
  encoding: string,
): Generator<string, void, undefined> {
  return inPieces(lines(records, columns, encoding));
}
