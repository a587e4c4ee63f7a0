import type { CrimeRecord } from '../model/fields.js';
import { cellOf, type Column, inPieces, nameOf } from './columns.js';

function* lines(
  records: Iterable<CrimeRecord>,
  columns: readonly Column[],
): Generator<string, void, undefined> {
  const cells = columns.map((column) => ({ name: nameOf(column), of: cellOf(column) }));
  let index = 0;
  for (const record of records) {
    const object: Record<string, string> = {};
    for (const { name, of } of cells) {
      const cell = of(record, index);
      if (cell !== '') object[name] = cell;
    }
    yield `${JSON.stringify(object)}\n`;
    index++;
  }
}

/** The records as NDJSON text in pieces: an object a line, and no key for an empty cell. */
export function writeNdjson(
  records: Iterable<CrimeRecord>,
  columns: readonly Column[],
): Generator<string, void, undefined> {
  return inPieces(lines(records, columns));
}
