import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOffenceCode } from './offence-code.js';

function codeOf(text: string): string {
  const read = readOffenceCode(text);
  return 'code' in read ? `${read.kind} ${read.code}` : read.kind;
}

describe('readOffenceCode', () => {
  it.each([
    ['', 'missing'],
    [' \u00a0', 'missing'],
    ['=""', 'missing'],
    ["'", 'missing'],
    ['=" "', 'missing'],
    ['19/16', 'subcode 19/16'],
    ['019/16', 'subcode 19/16'],
    ['4/2', 'subcode 4/02'],
    ['004/02', 'subcode 4/02'],
    ['01916', 'subcode 19/16'],
    ['1916', 'subcode 19/16'],
    ['10605', 'subcode 106/05'],
    ['0402', 'subcode 4/02'],
    ['19/00', 'subcode 19/00'],
    ['19E', 'class 19E'],
    ['19e', 'class 19E'],
    ['019e', 'class 19E'],
    ['071', 'class 71'],
    ['71', 'class 71'],
    ['102', 'class 102'],
    ['4.2', 'class 4.2'],
    ['04.2', 'class 4.2'],
    ['004.10', 'class 4.10'],
    ['4.99', 'class 4.99'],
    ['N100', 'class N100'],
    ['n100', 'class N100'],
    ['N100/1', 'class N100'],
    ['N100.01', 'class N100'],
    ['="19/16"', 'subcode 19/16'],
    ["'19/16", 'subcode 19/16'],
    ['="\'19/16"', 'subcode 19/16'],
    ['="1916"', 'subcode 19/16'],
    [' 19 / 16 ', 'subcode 19/16'],
    ['19\u00a0E', 'class 19E'],
    ['1 9\r\n/1\t6', 'subcode 19/16'],
  ])('reads %j as %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each([
    '19-Jul',
    '2026-07-19',
    '19.16',
    '71.0',
    '1.9E+16',
    '19/016',
    'RAPE',
    '0',
    '000',
    '0/16',
    '000/16',
    '00016',
    '0A',
    '19/',
    '/16',
    '19/16/1',
    '1019/16',
    '19EE',
    'E19',
    '1019E',
    '4.0',
    '4.02',
    '4.100',
    '5.2',
    '0004.2',
    'N10',
    'N1000',
    'N100/',
    'N100/123',
    'N101',
    '123456',
    '１９Ｅ',
    '19Ё',
    '"19/16"',
    "''19/16",
    '="19/16',
    '="',
  ])('cannot read %j', (text) => {
    expect(codeOf(text)).toBe('unreadable');
  });

  it('knows the number of a code, and none for N100', () => {
    expect(readOffenceCode('019/16')).toMatchObject({ number: 19 });
    expect(readOffenceCode('008R')).toMatchObject({ number: 8 });
    expect(readOffenceCode('4.10')).toMatchObject({ number: 4 });
    expect(readOffenceCode('N100/1')).toMatchObject({ number: null });
  });

  const number = fc.integer({ min: 1, max: 999 });
  const part = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
  const letter = fc.constantFrom('', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const canonical = fc.oneof(
    fc.tuple(number, part).map(([before, after]) => `${before}/${after}`),
    fc.tuple(number, letter).map(([before, after]) => `${before}${after}`),
    fc.integer({ min: 1, max: 99 }).map((after) => `4.${after}`),
    fc.constant('N100'),
  );

  it('reads a canonical code as itself, in every spelling that the page names', () => {
    fc.assert(
      fc.property(canonical, (code) => {
        const spellings = [code, code.toLowerCase(), `'${code}`, `="${code}"`, ` ${code}\u00a0`];
        const [before = '', after] = code.split('/');
        if (after !== undefined)
          spellings.push(`${before.padStart(3, '0')}/${after}`, `${before.padStart(3, '0')}${after}`);
        if (after?.startsWith('0') === true) spellings.push(`${before}/${after.slice(1)}`);
        for (const spelling of spellings) expect(readOffenceCode(spelling)).toMatchObject({ code });
      }),
    );
  });

  it('reads whatever it has read once more the same, and never throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'0123456789/.NEan \'="'), maxLength: 8 }),
    );
    fc.assert(
      fc.property(text, (anything) => {
        const read = readOffenceCode(anything);
        if ('code' in read) expect(readOffenceCode(read.code)).toEqual(read);
      }),
      { numRuns: 5000 },
    );
  });
});
