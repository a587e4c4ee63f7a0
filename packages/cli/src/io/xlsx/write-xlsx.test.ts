import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { countLines } from './lines.js';
import type { Sheet } from './sheet.js';
import { columnName } from './text.js';
import { writeXlsx } from './write-xlsx.js';

type Cells = readonly (string | number)[];

function sheet(name: string, rows: readonly Cells[], change: Partial<Sheet> = {}): Sheet {
  return {
    name,
    columns: [{ width: 10 }, { width: 20, repeats: true }, { width: 8 }],
    headings: 1,
    length: rows.length,
    rows: rows.map((cells) => ({ cells, styles: ['text', 'text', 'number'] })),
    footer: 'A foot',
    ...change,
  };
}

function written(...sheets: readonly Sheet[]): Buffer {
  const pieces: Uint8Array[] = [];
  writeXlsx(sheets, (bytes) => void pieces.push(bytes.slice()));
  return Buffer.concat(pieces);
}

function partsOf(...sheets: readonly Sheet[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(written(...sheets))).map(([name, of]) => [name, strFromU8(of)]),
  );
}

/** What another library reads. */
async function readBack(...of: readonly Sheet[]) {
  return readXlsxFile(written(...of), { trim: false });
}

const HEAD = ['Reference', 'Text', 'Days'];

describe('a workbook read back by another library', () => {
  it.each([
    ['codes that look like dates', '4/02'],
    ['zeros in front', '000123'],
    ['a reference of digits that is no number for Excel', '123456789012345678901'],
    ['a formula', '=HYPERLINK("a";"b")'],
    ['a sign that starts one', '@SUM(A1)'],
    ['markup', '<b>&amp;"quoted"</b>'],
    ['what reads as an escape', '_x0041_'],
    ['letters of other alphabets', 'Żółć 🚓'],
    ['blanks at its ends', '  kept  '],
    ['two lines', 'one\ntwo'],
    ['truth', 'TRUE'],
  ])('keeps %s as text', async (_, text) => {
    const [list] = await readBack(sheet('List', [HEAD, [text, text, 3]]));
    expect(list!.data[1]).toEqual([text, text, 3]);
  });

  it('keeps any text, as far as XML can hold it', async () => {
    const text = fc.string({ unit: 'binary' }).map((of) => `<${of}>`);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const [list] = await readBack(sheet('List', [HEAD, ...texts.map((of): Cells => [of, of, 1])]));
        const kept = texts.map((of) =>
          of
            .replace(/\r\n?/g, '\n')
            // oxlint-disable-next-line no-control-regex -- these cannot stand in XML
            .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\uFFFD'),
        );
        expect(list!.data.slice(1).map(([first, second]) => [first, second])).toEqual(
          kept.map((of) => [of, of]),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('has its sheets in order', async () => {
    const names = ['Work list', "O'Brien & <Sons>", 'Read me'];
    const read = await readBack(...names.map((name) => sheet(name, [HEAD])));
    expect(read.map((of) => of.sheet)).toEqual(names);
  });
});

describe('the parts of a workbook', () => {
  it('are well-formed XML', () => {
    const parts = partsOf(
      sheet("A & 'b'", [HEAD, ['<', '&', 1]]),
      sheet('Plain', [['a']], { headings: null }),
    );
    for (const [name, xml] of Object.entries(parts)) {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- what it is moved to is not needed otherwise
      expect([name, XMLValidator.validate(xml)]).toEqual([name, true]);
    }
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
      'xl/sharedStrings.xml',
    ]);
  });

  it('say that text is text, in cells that are filled and in those that are not', () => {
    const columns = [{ width: 10 }, { width: 20, style: 'text' as const }, { width: 8 }];
    const xml = partsOf(sheet('List', [HEAD, ['4/02', '', 3]], { columns }))['xl/worksheets/sheet1.xml']!;
    expect(xml).toContain('<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">4/02</t></is></c>');
    expect(xml).toContain('<c r="C2" s="3"><v>3</v></c>');
    expect(xml).toContain('<col min="2" max="2" width="20.7109375" customWidth="1" style="1"/>');
    expect(xml).not.toContain('B2"');
  });

  it('keep headings in sight, filter by them and print them on each page', () => {
    const parts = partsOf(
      sheet("O'Brien", [['note'], HEAD, ['a', 'b', 1]], { headings: 2, frozenColumns: 1 }),
    );
    const xml = parts['xl/worksheets/sheet1.xml']!;
    expect(xml).toContain(
      '<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>',
    );
    expect(xml).toContain('<autoFilter ref="A2:C3"/>');
    expect(parts['xl/workbook.xml']).toContain(
      `localSheetId="0" hidden="1">'O''Brien'!$A$2:$C$3</definedName>`,
    );
    expect(parts['xl/workbook.xml']).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'O''Brien'!$2:$2`,
    );
  });

  it('write a text that repeats once', () => {
    const parts = partsOf(
      sheet('A', [HEAD, ['1', 'same', 1], ['2', 'same', 1]]),
      sheet('B', [HEAD, ['3', 'same', 1]]),
    );
    expect(parts['xl/sharedStrings.xml']!.match(/same/g)).toHaveLength(1);
  });

  it('cut a text that Excel would refuse', () => {
    const parts = partsOf(sheet('A', [['x'.repeat(40_000), '', 1]]));
    expect(/>(x+…)</.exec(parts['xl/worksheets/sheet1.xml']!)?.[1]).toHaveLength(32_767);
  });
});

it('is the same bytes every time, whatever the time zone', () => {
  const zone = process.env['TZ'];
  const of = () => written(sheet('A', [HEAD, ['1', 'x', 1]]));
  const first = of();
  process.env['TZ'] = 'Pacific/Auckland';
  try {
    expect(of().equals(first)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

it('comes in pieces, and never holds a sheet whole', () => {
  let largest = 0;
  const many = 50_000;
  function* rows() {
    for (let i = 0; i < many; i++) yield { cells: [`4/${i}`, 'same', i], styles: ['text'] as const };
  }
  let pieces = 0;
  writeXlsx([sheet('A', [], { length: many, rows: rows() })], (bytes) => {
    pieces++;
    largest = Math.max(largest, bytes.length);
  });
  expect(pieces).toBeGreaterThan(10);
  expect(largest).toBeLessThan(300_000);
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('the column at %i is %s', (position, name) => expect(columnName(position)).toBe(name));

it.each([
  ['', 10, 1],
  ['one two', 10, 1],
  ['one two three', 10, 2],
  ['one\ntwo', 10, 2],
  ['abcdefghijklmnopqrstuvwxyz', 10, 3],
  ['to abcdefghijkl', 10, 3],
  ['abcdefghij klm', 10, 2],
])('%j takes at a width of %i the lines %i', (text, width, lines) =>
  expect(countLines(text, width)).toBe(lines),
);
