import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readAll } from '../read-all.test-helper.js';
import { createCsvReader, type CsvOptions } from './csv-reader.js';

const read = (text: string, options: CsvOptions = {}, step?: number) =>
  readAll((sink) => createCsvReader(sink, options), text, step);

const rowsOf = (text: string, options?: CsvOptions) => read(text, options).rows.map(([, ...cells]) => cells);

/** Reads the text whole and in pieces of one character, which must be the same. */
function same(text: string) {
  const whole = read(text);
  expect(read(text, {}, 1)).toEqual(whole);
  return whole;
}

const HEADER = 'ref,a,b,c,d';

describe('well-formed CSV', () => {
  it.each([
    ['CRLF', 'ref,a\r\n1,x\r\n2,y\r\n'],
    ['LF', 'ref,a\n1,x\n2,y\n'],
    ['CR', 'ref,a\r1,x\r2,y\r'],
    ['CRLF and LF mixed', 'ref,a\r\n1,x\n2,y\r\n'],
    ['LF first, then CRLF', 'ref,a\n1,x\r\n2,y'],
    ['no line end at the end', 'ref,a\r\n1,x\r\n2,y'],
    ['half a line end at the end', 'ref,a\r\n1,x\r\n2,"y"\r'],
    ['semicolons', 'ref;a\n1;x\n2;y\n'],
    ['tabs', 'ref\ta\n1\tx\n2\ty\n'],
    ['pipes', 'ref|a\n1|x\n2|y\n'],
    ["Excel's line for the delimiter", 'sep=;\r\nref;a\r\n1;x\r\n2;y\r\n'],
    ['that line in quotation marks', '"sep=|"\r\nref|a\r\n1|x\r\n2|y\r\n'],
    ['blank lines before the header', '\r\n\r\nref,a\r\n1,x\r\n2,y\r\n'],
    ['blank lines between', 'ref,a\n\n1,x\n\n2,y\n\n\n'],
    ['every cell quoted', '"ref","a"\r\n"1","x"\r\n"2","y"\r\n'],
    ['blanks around quoted cells', '"ref" ,"a"\n"1" ,"x" \n"2",\t"y"\n'.replace(',\t', ',')],
    ['a header of spaces and capitals', ' ref , a \n1,x\n2,y\n'],
    ['a mark within the text', '\uFEFFref,a\n1,x\n2,y\n'],
  ])('is read with %s', (_, text) => {
    const { header, rows, unreadable, truncated, notices } = same(text);
    expect(header).toEqual(['ref', 'a']);
    expect(rows.map(([, ...cells]) => cells)).toEqual([
      ['1', 'x'],
      ['2', 'y'],
    ]);
    expect({ unreadable, truncated, notices }).toEqual({ unreadable: 0, truncated: false, notices: [] });
  });

  it('keeps line ends, quotation marks and delimiters within quoted cells', () => {
    expect(rowsOf('ref,a\n1,"x\ny, ""z"""\n2,""\n')).toEqual([
      ['1', 'x\ny, "z"'],
      ['2', ''],
    ]);
    expect(rowsOf('ref,a\r1,"x\ny"\r')).toEqual([['1', 'x\ny']]);
  });

  it('finds the delimiter of a header whose names have others in them', () => {
    expect(read('"ref, or ""number""";"born, if known";a\n1;2;3\n').header).toEqual([
      'ref, or "number"',
      'born, if known',
      'a',
    ]);
    expect(read('"a\nb",c,d\n1,2,3\n').header).toEqual(['a\nb', 'c', 'd']);
  });

  it('goes by the delimiter that it is told, past the line of Excel', () => {
    expect(rowsOf('sep=,\na,x|b\n1,y|2\n', { delimiter: '|' })).toEqual([['1,y', '2']]);
  });

  it('takes no columns from delimiters at the end of the lines', () => {
    const { header, rows } = read('ref,a,,\n1,x,,\n2,y\n3,z,,,\n');
    expect(header).toEqual(['ref', 'a']);
    expect(rows.map(([row, ...cells]) => [row, ...cells.slice(0, 2)])).toEqual([
      [2, '1', 'x'],
      [3, '2', 'y'],
      [4, '3', 'z'],
    ]);
  });

  it('leaves rows of empty cells out', () => {
    expect(read('ref,a\n,\n1,x\n , \n').records).toBe(1);
  });

  it('keeps columns by the names of JavaScript', () => {
    const { header, rows } = read('__proto__,constructor,toString\n1,2,3\n');
    expect(header).toEqual(['__proto__', 'constructor', 'toString']);
    expect(rows).toEqual([[2, '1', '2', '3']]);
  });

  it('reads what papaparse reads, and numbers it', () => {
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', ' ', '|', '\t', 'é'),
        maxLength: 6,
      }),
      fc.constantFrom('', '=1+1', '__proto__', '"', '""'),
    );
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }));
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|' as const),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        (rows, delimiter, newline, step) => {
          const kept = rows.filter((cells) => cells.some((of) => of.trim() !== ''));
          const width = rows[0]?.length ?? 2;
          const header = Array.from({ length: width }, (_, i) => `column${i}`);
          const text = Papa.unparse([header, ...kept], { delimiter, newline, quotes: true });
          const result = read(text, {}, step);
          expect(result.rows).toEqual(kept.map((cells, i) => [i + 2, ...cells]));
          expect(result.notices.filter(({ row }) => row !== null)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('ragged rows', () => {
  it('are listed one by one, and nothing moves to another column', () => {
    const { rows, notices, unreadable, truncated } = same(
      `${HEADER}\n1,2,3,4,5\n6,7,8\n1,2,3,4,5,6\n9,8,7,6,5\n`,
    );
    expect(rows.map(([row, ref]) => [row, ref])).toEqual([
      [2, '1'],
      [5, '9'],
    ]);
    expect(notices.map(({ row, problem }) => [row, problem])).toEqual([
      [3, 'the row has 3 cells, the header has 5'],
      [4, 'the row has 6 cells, the header has 5'],
    ]);
    expect({ unreadable, truncated }).toEqual({ unreadable: 2, truncated: false });
  });

  it('make no row of the second half of a narrative that lost its opening mark', () => {
    // Without the strict reading behind a ragged row, the third line would be a record of its own.
    const text = `${HEADER}\n1,2,He said\nno, and, then left",4,5\n6,7,8,9,10\n`;
    expect(read(text).rows).toEqual([[4, '6', '7', '8', '9', '10']]);
    expect(same(text).unreadable).toBe(2);
  });
});

describe('stray quotation marks', () => {
  const good = (n: number) => `${n},a,b,c,d`;

  it.each([
    ['that open a cell and are never closed', [good(1), '2,a,"b,c,d', good(3), good(4)], [1, 3, 4]],
    [
      'that open a cell, with quoted cells behind it',
      [good(1), '2,a,"b,c,d', '3,a,"b",c,d', good(4)],
      [1, 3, 4],
    ],
    ['in the first cell of a row', [good(1), '"2,a,b,c,d', good(3), '4,"a",b,c,d'], [1, 3, 4]],
    ['in the last row', [good(1), good(2), '3,a,b,c,"d'], [1, 2]],
    ['that are not doubled', [good(1), '2,a,"he said "no" to her",c,d', good(3)], [1, 3]],
    ['that close a cell too early', [good(1), '2,a,"b"b,c,d', '3,"x",b,c,d'], [1, 3]],
    [
      'that are not doubled in a cell of several lines',
      [good(1), '2,a,"he said "no"', 'and, more, text', 'x",c,d', good(3)],
      [1, 3],
    ],
    [
      'in each of several rows',
      [good(1), '2,a,"b,c,d', '3,a,"b,c,d', good(4), '5,"a,b,c,d', good(6)],
      [1, 4, 6],
    ],
    [
      'in a cell that seems to close where another opens',
      [good(1), '2,a,b,c,"d', '3,a,b,",c,d', good(4)],
      [1, 4],
    ],
  ])('%s cost no more than their rows', (_, lines, expected) => {
    const { rows, unreadable, truncated, notices } = same(`${HEADER}\n${lines.join('\n')}\n`);
    expect(rows.map(([, ref]) => Number(ref))).toEqual(expected);
    expect(unreadable).toBeGreaterThan(0);
    expect(truncated).toBe(false);
    expect(notices[0]?.problem).toMatch(/quotation mark in line \d/);
  });

  it('are said with the row, the lines and where reading went on', () => {
    const lines = [good(1), '2,"x\ny",b,c,d', '3,a,"he "said"', 'so, and, so', 'x",c,d', good(4)];
    expect(read(`${HEADER}\n${lines.join('\n')}\n`).notices).toEqual([
      {
        row: 4,
        column: null,
        problem:
          'a quotation mark in line 5 is not closed or not doubled: where the rows of lines 5 to 7 begin and end is not certain',
        done: 'not checked; reading went on at line 8',
      },
    ]);
  });

  it('in the header leave nothing to read', () => {
    const { header, rows, truncated, notices } = same('ref,"a,b\n1,2,3\n');
    expect({ header, rows, truncated }).toEqual({ header: null, rows: [], truncated: true });
    expect(notices).toHaveLength(1);
  });

  it('in a file of few columns end the reading, because nothing behind them is certain', () => {
    const { rows, truncated, notices } = same('ref,a\n1,x\n2,"y\n3,z\n');
    expect(rows).toEqual([[2, '1', 'x']]);
    expect(truncated).toBe(true);
    expect(notices.at(-1)?.done).toBe('nothing from there on was checked');
  });

  describe('of which two are lost, one that closes and one that opens', () => {
    const header = 'ref,b,c,d,e,f,note,team';
    const plain = (n: number) => `${n},Y,N,Y,2025-01-01,19/16,text,North`;
    const first = '2,Y,N,Y,2025-01-01,19/16,"He left,South';
    const last = '5,Y,N,Y,2025-01-01,19/16,and ""so"" on",South';

    it.each([
      ['with rows between', [plain(1), first, plain(3), plain(4), last, plain(6)], [1, 6], 'lines 3 to 6'],
      ['in rows beside each other', [plain(1), first, last, plain(6)], [1, 6], 'lines 3 to 4'],
      ['behind a damaged row', [plain(1), '9,"x"x', first, plain(3), last, plain(6)], [1, 6], 'lines 3 to 6'],
    ])('%s, nothing is made of what lies between, and it is said', (_, lines, expected, where) => {
      const { rows, unreadable, notices } = same(`${header}\n${lines.join('\n')}\n`);
      expect(rows.map(([, ref]) => Number(ref))).toEqual(expected);
      expect(unreadable).toBe(1);
      expect(notices[0]?.problem).toContain(where);
    });

    it('is not what a narrative of several lines looks like', () => {
      const note = '"He said, she said, they said, a, b, and then, so, on\nnext, line\nlast, one"';
      expect(read(`${header}\n1,Y,N,Y,2025-01-01,19/16,${note},North\n`).records).toBe(1);
    });
  });

  it('within an unquoted cell are text', () => {
    expect(rowsOf(`${HEADER}\n1,5'10" tall,b,c,d\n`)).toEqual([['1', `5'10" tall`, 'b', 'c', 'd']]);
  });

  it('are no reason to take a line of a narrative for a record', () => {
    // The narrative is not doubled where it should be, and has a line as wide as the header.
    const forged = '99,x,x,x,x"" or so';
    const text = `${HEADER}\n1,a,"he "said"\n${forged}\nend",c,d\n2,a,b,c,d\n`;
    expect(read(text).rows.map(([, ref]) => ref)).toEqual(['2']);
  });

  it('do not make reading slow', () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `${i},"a,b,c,d`);
    const start = performance.now();
    const { unreadable, records } = read(`${HEADER}\n${rows.join('\n')}\n`);
    expect(records).toBe(0);
    expect(unreadable).toBe(1);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

describe('headers again', () => {
  it('of the same columns are left out', () => {
    const { rows, notices, truncated } = same('ref,a,b\n1,x,y\n\uFEFFREF, a,b\n2,x,y\n');
    expect(rows.map(([row, ref]) => [row, ref])).toEqual([
      [2, '1'],
      [4, '2'],
    ]);
    expect(notices.map(({ row }) => row)).toEqual([3]);
    expect(truncated).toBe(false);
  });

  it('of other columns end the reading', () => {
    const { rows, truncated, notices } = same('ref,a,b\n1,x,y\na,ref,b\nx,2,y\n');
    expect(rows).toHaveLength(1);
    expect(truncated).toBe(true);
    expect(notices.at(-1)?.problem).toMatch(/row 3 is a header again, with other columns/);
  });
});

describe('what no extract has', () => {
  it('NUL in a row is damage of that row', () => {
    const { rows, unreadable, notices } = same('ref,a\n1,x\n2,y\u0000\n3,z\n');
    expect(rows.map(([, ref]) => ref)).toEqual(['1', '3']);
    expect(unreadable).toBe(1);
    expect(notices[0]?.problem).toMatch(/NUL/);
  });

  it('NUL in the header ends the reading', () => {
    expect(same('ref,\u0000a\n1,x\n')).toMatchObject({ header: null, truncated: true, records: 0 });
  });

  it('a million columns are refused', () => {
    const { header, truncated, notices } = read(`${'a,'.repeat(1_000_000)}a\n1\n`);
    expect({ header, truncated }).toEqual({ header: null, truncated: true });
    expect(notices[0]?.problem).toMatch(/1000001 columns/);
  });

  it('a row of a million cells is a ragged row', () => {
    const { rows, unreadable } = read(`ref,a\n1,x\n${','.repeat(1_000_000)}x\n2,y\n`);
    expect(rows.map(([, ref]) => ref)).toEqual(['1', '2']);
    expect(unreadable).toBe(1);
  });

  it('a line of more than 8 million characters is passed over, and what is behind it read', () => {
    const long = 'x'.repeat(9_000_000);
    const text = `${HEADER}\n1,a,b,c,d\n2,${long},b,c,d\n3,a,b,c,d\n`;
    for (const step of [Infinity, 1_000_003]) {
      const { rows, unreadable, notices } = read(text, {}, step);
      expect(rows.map(([, ref]) => ref)).toEqual(['1', '3']);
      expect(unreadable).toBe(1);
      expect(notices[0]?.problem).toMatch(/more than 8 million characters/);
    }
  });

  it.each([3000, 10_000, 30_000, 300_000])(
    'a mark that is never closed in a file of %i rows costs one row',
    (length) => {
      const rows = Array.from({ length }, (_, i) => `${i},some text of a row,b,c,d`);
      rows[5] = '5,"some text of a row,b,c,d';
      const text = `${HEADER}\n${rows.join('\n')}\n`;
      for (const step of [Infinity, 100_000]) {
        const { records, unreadable, truncated } = read(text, {}, step);
        expect({ records, unreadable, truncated }).toEqual({
          records: length - 1,
          unreadable: 1,
          truncated: false,
        });
      }
    },
  );

  it('records longer than the pieces that are read, damaged or not, cost no more than those that are', () => {
    const row = fc.record({ length: fc.integer({ min: 1, max: 400_000 }), isDamaged: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 50_000, max: 900_000 }),
        (rows, step) => {
          const lines = rows.map(({ length, isDamaged }, i) => {
            const note = 'He said ""no"", then\nleft. '.repeat(length / 28 + 1);
            return `${i},a,b,"${note}${isDamaged ? '"x' : ''}",d`;
          });
          const good = rows.flatMap(({ isDamaged }, i) => (isDamaged ? [] : [String(i)]));
          const result = read(`${HEADER}\n${lines.join('\n')}\n`, {}, step);
          expect(result.rows.map(([, ref]) => ref)).toEqual(good);
          expect(result.unreadable > 0).toBe(good.length < rows.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each([
    ['nothing', ''],
    ['blank lines', '\n\n  \n'],
    ['a header alone', 'ref,a\n'],
  ])('%s is said and is not whole', (_, text) => {
    const { truncated, notices, records } = read(text);
    expect({ truncated, records, said: notices.length }).toEqual({ truncated: true, records: 0, said: 1 });
  });
});
