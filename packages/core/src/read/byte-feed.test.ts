import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileCsv } from './hostile-csv.test-helper.js';
import { type ReadBytes, readBytes } from './byte-feed.test-helper.js';

const utf8 = new TextEncoder();
const FIXTURES = path.join(import.meta.dirname, '../../../../fixtures');

/** A row that is taken lazily has no cells behind the columns of the header. */
function withoutEnds({ rows, ...read }: ReadBytes) {
  return { ...read, rows: rows.map((row) => row.slice(0, 1 + (read.header?.length ?? 0))) };
}

/** Reads every file both ways; the quick one is tried soon, and as early as it can be. */
function expectSame(bytes: Uint8Array, step = Infinity): void {
  const asText = readBytes(bytes, 0);
  expect(readBytes(bytes, 1100, step)).toEqual(asText);
  expect(readBytes(bytes, 1, step)).toEqual(asText);
  expect(withoutEnds(readBytes(bytes, 1, step, undefined, true))).toEqual(withoutEnds(asText));
}

describe('reading bytes and reading text are the same', () => {
  const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.csv'),
  );

  it.each(files)('on %s', (file) => {
    const bytes = readFileSync(path.join(FIXTURES, file));
    expectSame(bytes);
    expectSame(bytes, 977);
  });

  it('on csv-spectrum', () => {
    const folder = path.join(import.meta.dirname, '../../../../node_modules/csv-spectrum/csvs');
    const spectrum = readdirSync(folder);
    expect(spectrum.length).toBeGreaterThan(10);
    for (const file of spectrum) {
      const bytes = readFileSync(path.join(folder, file));
      // Behind more than the head by which the encoding is found out.
      const lines = bytes.toString('latin1').split('\n');
      const long = Buffer.from(
        [lines[0], ...Array<string>(400).fill(lines.slice(1).join('\n'))].join('\n'),
        'latin1',
      );
      expectSame(bytes);
      expectSame(long, 333);
    }
  });

  it('on any CSV, however damaged, and wherever it is cut', () => {
    fc.assert(
      fc.property(hostileCsv, fc.integer({ min: 1, max: 4000 }), (bytes, step) => expectSame(bytes, step)),
      { numRuns: 1500 },
    );
  });
});

describe('rows read from bytes', () => {
  const head = `a,b,c,d,e\n${'1,2,3,4,5\n'.repeat(400)}`;
  const cellsOf = (tail: string) =>
    readBytes(utf8.encode(head + tail), 1100)
      .rows.at(-1)
      ?.slice(1);

  it.each([
    ['a quotation mark within', '"a ""b"" c",2,3,4,5', ['a "b" c', '2', '3', '4', '5']],
    ['nothing but quotation marks', '"""",2,"""""",4,5', ['"', '2', '""', '4', '5']],
    ['a line end within', 'x,"2\n3",3,4,5', ['x', '2\n3', '3', '4', '5']],
    ['CRLF', 'x,2,3,4,5\r', ['x', '2', '3', '4', '5']],
    ['a quoted cell before CRLF', 'x,2,3,4,"5"\r', ['x', '2', '3', '4', '5']],
    ['a stray quotation mark', 'x,2",3,4,5', ['x', '2"', '3', '4', '5']],
    ['what is not ASCII', 'x,é,“3”,日本,"😀"', ['x', 'é', '“3”', '日本', '😀']],
  ])('have %s', (_, row, cells) => {
    expect(cellsOf(`${row}\n`)).toEqual(cells);
  });

  it('have only the cells that are looked at', () => {
    const { rows } = readBytes(utf8.encode(`${head}x,"2,",3,y,5\n`), 1100, Infinity, new Set([0, 3]));
    expect(rows[0]).toEqual([2, '1', '2', '3', '4', '5']);
    expect(rows.at(-1)).toEqual([402, 'x', '', '', 'y', '']);
  });

  it('are read as text where the file is not UTF-8', () => {
    const bytes = Buffer.from(`${head}x,caf\u00e9,3,4,5\n`, 'latin1');
    expect(readBytes(bytes, 1100)).toEqual(readBytes(bytes, 0));
    expect(readBytes(bytes, 1100).rows.at(-1)?.[2]).toBe('café');
  });
});
