import fc from 'fast-check';
import { encodeWindows1252 } from '../decode/windows-1252.js';

/** Pieces of cells that readers trip over. */
const PIECES = [
  'a',
  'Y',
  '19/16',
  ' ',
  '',
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r\n',
  '\r',
  'é',
  '“',
  '日',
  '😀',
  '\u0000',
  '\uFEFF',
  '\uFFFD',
  'name',
  'x'.repeat(40),
];

const piece = fc.constantFrom(...PIECES);
const wildCell = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const tameCell = fc.constantFrom(
  'Y',
  'N',
  '',
  '2025-05-03',
  '19/16',
  'MC/2025/000001',
  'a long narrative about nothing',
);

const needsQuotes = /[",\n\r;]/;
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

function rowOf(width: number): fc.Arbitrary<string> {
  const cells = (cell: fc.Arbitrary<string>, more = 0) =>
    fc.array(cell, { minLength: Math.max(1, width - more), maxLength: width + more });
  const right = (cell: string) => (needsQuotes.test(cell) ? quoted(cell) : cell);
  return fc.oneof(
    { weight: 12, arbitrary: cells(tameCell).map((row) => row.join(',')) },
    { weight: 6, arbitrary: cells(fc.oneof(tameCell, wildCell)).map((row) => row.map(right).join(',')) },
    { weight: 2, arbitrary: cells(tameCell).map((row) => row.map(quoted).join(',')) },
    { weight: 1, arbitrary: cells(fc.oneof(tameCell, wildCell), 2).map((row) => row.join(',')) },
    { weight: 1, arbitrary: cells(tameCell).map((row) => `${row.join(',')},,`) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', ',,,', 'name,b,c,d') },
  );
}

const lineEnd = fc.oneof(
  { weight: 8, arbitrary: fc.constant('\n') },
  { weight: 3, arbitrary: fc.constant('\r\n') },
);

interface Edit {
  readonly at: number;
  readonly bytes: readonly number[];
  readonly removed: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1_000_000),
  bytes: fc.oneof(
    fc.constantFrom([0x22], [0x0a], [0x0d], [0x2c], [0x00], [0xe9], [0xc3, 0xa9], [0xff], []),
    fc.array(fc.nat(255), { maxLength: 3 }),
  ),
  removed: fc.nat(2),
});

function edited(bytes: Uint8Array, { at, bytes: inserted, removed }: Edit): Uint8Array {
  // Not the header line: without a header there is nothing to compare.
  const place = 20 + (at % Math.max(1, bytes.length - 20));
  return Uint8Array.from([...bytes.subarray(0, place), ...inserted, ...bytes.subarray(place + removed)]);
}

/**
 * A CSV as bytes, long enough that more than its head is read: rows that are right and some that are
 * not, now and then in Windows-1252, and bytes put in or taken out anywhere.
 */
export const hostileCsv: fc.Arbitrary<Uint8Array> = fc
  .constantFrom(1, 2, 4, 5, 9)
  .chain((width) =>
    fc.record({
      header: fc.constantFrom(
        Array.from({ length: width }, (_, i) => (i === 0 ? 'name' : `column${i}`)).join(','),
        `${Array.from({ length: width }, (_, i) => (i === 0 ? 'name' : `column${i}`)).join(',')},,`,
      ),
      first: fc.array(tameCell, { minLength: width, maxLength: width }).map((row) => row.join(',')),
      rows: fc.array(fc.tuple(rowOf(width), lineEnd), { minLength: 5, maxLength: 40 }),
      edits: fc.array(edit, { maxLength: 4 }),
      isLatin: fc.boolean(),
    }),
  )
  .map(({ header, first, rows, edits, isLatin }) => {
    const tail = rows.map(([row, end]) => row + end).join('');
    const text = `${header}\n${`${first}\n`.repeat(Math.ceil(1100 / (first.length + 1)))}${tail}`;
    const bytes = isLatin ? encodeWindows1252(text) : new TextEncoder().encode(text);
    return edits.reduce<Uint8Array>(edited, bytes);
  });
