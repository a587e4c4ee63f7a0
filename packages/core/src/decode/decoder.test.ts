import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder, type DecodingReport, type Encoding } from './decoder.js';

interface Decoded extends DecodingReport {
  readonly text: string;
}

function decode(
  bytes: Uint8Array,
  wanted: Encoding | 'auto' = 'auto',
  cuts: readonly number[] = [],
): Decoded {
  const decoder = createDecoder(wanted);
  let text = '';
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    text += decoder.write(bytes.subarray(from, cut));
    from = cut;
  }
  text += decoder.write(bytes.subarray(from)) + decoder.end();
  return { text, ...decoder.report() };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: readonly (number | string | Uint8Array)[]) =>
  Uint8Array.from(
    values.flatMap((value) =>
      typeof value === 'number' ? [value] : [...(typeof value === 'string' ? utf8(value) : value)],
    ),
  );

function utf16(text: string, order: 'le' | 'be', mark = false): Uint8Array {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text.split(''), (c) => c.charCodeAt(0))];
  return Uint8Array.from(units.flatMap((u) => (order === 'le' ? [u & 255, u >> 8] : [u >> 8, u & 255])));
}

describe('Windows-1252', () => {
  // The WHATWG table, written out a second time: as people write it.
  const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

  it('decodes all 256 bytes', () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i);
    const { text, damaged } = decode(all, 'windows-1252');
    const latin = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => String.fromCharCode(from + i)).join('');
    expect(text).toBe(latin(0, 128) + HIGH + latin(160, 256));
    expect(damaged).toBe(0);
  });

  it.each([0x80, 0x92, 0xe9, 0xff])('is what a lone byte %i is', (byte) => {
    expect(decode(bytes('caf', byte))).toMatchObject({ encoding: 'windows-1252', damaged: 0 });
  });
});

describe('the cascade', () => {
  const text = 'crimeReference,narrative\r\n1,“Zoë’s café” 😀\r\n';
  const plain = 'crimeReference,force\r\n1,E23000037\r\n';

  it.each<[string, Uint8Array, Encoding, string, string]>([
    ['nothing', bytes(), 'utf-8', 'there is nothing to read', ''],
    ['ASCII', utf8(plain), 'utf-8', 'all of it is plain ASCII', plain],
    ['UTF-8', utf8(text), 'utf-8', 'all of it is valid UTF-8', text],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, text), 'utf-8', 'byte order mark', text],
    ['UTF-16 LE with a mark', utf16(text, 'le', true), 'utf-16le', 'byte order mark', text],
    ['UTF-16 BE with a mark', utf16(text, 'be', true), 'utf-16be', 'byte order mark', text],
    ['UTF-16 LE without one', utf16(text, 'le'), 'utf-16le', 'every second byte is NUL', text],
    ['UTF-16 BE without one', utf16(text, 'be'), 'utf-16be', 'every first byte is NUL', text],
    ['one character of UTF-16', utf16('a', 'le'), 'utf-16le', 'every second byte is NUL', 'a'],
    ['Windows-1252', bytes('caf', 0xe9, '\n'), 'windows-1252', 'it is not valid UTF-8', 'café\n'],
    ['a mark alone', bytes(0xef, 0xbb, 0xbf), 'utf-8', 'byte order mark', ''],
  ])('reads %s', (_, input, encoding, because, expected) => {
    expect(decode(input)).toEqual({
      text: expected,
      encoding,
      because,
      damaged: 0,
      doubt: null,
      refused: false,
    });
  });

  it.each([0x00, 0x41, 0x80, 0xc3, 0xef, 0xfe, 0xff])('reads the single byte %i', (byte) => {
    expect(decode(bytes(byte)).text).toHaveLength(1);
  });

  it('keeps to UTF-8 where one character is damaged, and says so', () => {
    const cut = bytes('é€', 0xe2, 0x80, ' then “more”\n');
    expect(decode(cut)).toMatchObject({ encoding: 'utf-8', damaged: 1, text: 'é€\uFFFD then “more”\n' });
  });

  it('doubts where some is UTF-8 and most is not', () => {
    const mixed = bytes('é ', 0xe9, ' ', 0xe8, ' ', 0xe0);
    expect(decode(mixed)).toMatchObject({ encoding: 'windows-1252', damaged: 0 });
    expect(decode(mixed).doubt).toMatch(/some of it is UTF-8/);
  });

  it('counts what it could not decode, and not what a program before it lost', () => {
    expect(decode(bytes('é \uFFFD'), 'utf-8').damaged).toBe(0);
    expect(decode(bytes('é \uFFFD', 0x80, 0xc3), 'utf-8')).toMatchObject({
      damaged: 2,
      text: 'é \uFFFD\uFFFD\uFFFD',
    });
    expect(decode(bytes(0xf0, 0x9f, 0x98), 'utf-8')).toMatchObject({ damaged: 1, text: '\uFFFD' });
    expect(decode(utf16('a\uFFFDb', 'le'), 'utf-16le').damaged).toBe(0);
    expect(decode(utf16('a\uD800b\uDC00', 'be'), 'utf-16be')).toMatchObject({
      damaged: 2,
      text: 'a\uFFFDb\uFFFD',
    });
    expect(decode(bytes(0x41, 0x00, 0x42), 'utf-16le')).toMatchObject({ damaged: 1, text: 'A\uFFFD' });
  });

  it('tells text of UTF-16 that lost a byte from text of other languages', () => {
    const shifted = utf16('crimeReference,force\n1,E23000037\n', 'le').subarray(1);
    expect(decode(shifted, 'utf-16le').damaged).toBeGreaterThan(10);
    expect(decode(utf16('一\u3000一一一一\u3000一一一一一一一は一', 'le'), 'utf-16le').damaged).toBe(0);
  });

  it('finds what is not ASCII however late it comes', () => {
    const late = bytes('x'.repeat(300_000), 0xe9, 'y'.repeat(300_000), 0xe8);
    expect(decode(late).text).toBe(`${'x'.repeat(300_000)}é${'y'.repeat(300_000)}è`);
    expect(decode(bytes('x'.repeat(300_000), 'é')).encoding).toBe('utf-8');
  });

  it('does as it is told, and says what speaks against it', () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 'a'), 'windows-1252')).toMatchObject({
      text: 'a',
      encoding: 'windows-1252',
      doubt: 'the file has the byte order mark of utf-8',
    });
  });
});

describe('an XML declaration', () => {
  const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>caf`;

  it.each([
    ['ISO-8859-1', 'windows-1252'],
    ['windows-1252', 'windows-1252'],
    ['UTF-8', 'utf-8'],
  ] as const)('%s is followed', (name, encoding) => {
    const { encoding: read, because, text } = decode(bytes(xml(name), encoding === 'utf-8' ? 'é' : 0xe9));
    expect({ read, because, end: text.slice(-4) }).toEqual({
      read: encoding,
      because: 'the XML declaration says so',
      end: 'café',
    });
  });

  it('of UTF-8 over bytes of Windows-1252 is damage, not a guess', () => {
    expect(decode(bytes(xml('utf-8'), 0xe9))).toMatchObject({ encoding: 'utf-8', damaged: 1 });
  });

  it('of UTF-16 over anything else is doubted', () => {
    expect(decode(bytes(xml('utf-16'), 'é'))).toMatchObject({ encoding: 'utf-8', damaged: 0 });
    expect(decode(bytes(xml('utf-16'), 'é')).doubt).toMatch(/says UTF-16/);
  });

  it('of an encoding that is not read here is refused', () => {
    expect(decode(bytes(xml('shift_jis'), 0xe9))).toMatchObject({ text: '', refused: true });
  });
});

describe('chunks', () => {
  const samples = [
    bytes(0xef, 0xbb, 0xbf, 'é€😀'),
    utf8('aé€😀z'),
    bytes('aé', 0xe2, 0x82, 'z', 0xf0, 0x9f, 'é€'),
    bytes('caf', 0xe9, ' ', 0xc3, 0xa9, 0xe9, 0x80),
    utf16('aé€😀\uD83Dz', 'le', true),
    utf16('abc😀é', 'be'),
  ];

  it.each(samples.map((sample, i) => [i, sample] as const))(
    'sample %i: cut anywhere, even in two places',
    (_, sample) => {
      const whole = decode(sample);
      for (let a = 0; a <= sample.length; a++) {
        for (let b = a; b <= sample.length; b++) expect(decode(sample, 'auto', [a, b])).toEqual(whole);
      }
    },
  );

  it('make no difference to any bytes', () => {
    const runs = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc.string({ unit: 'binary', maxLength: 8 }).map(utf8),
        fc.string({ unit: 'binary', maxLength: 8 }).map((text) => utf16(text, 'le')),
        fc.constant(utf8('x'.repeat(1100))),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(runs, fc.array(fc.nat(3000), { maxLength: 5 }), (parts, cuts) => {
        const input = bytes(...parts);
        const places = cuts.map((cut) => cut % (input.length + 1));
        expect(decode(input, 'auto', places)).toEqual(decode(input));
      }),
      { numRuns: 500 },
    );
  });

  it('make no difference at the borders of what decides', () => {
    const long = bytes('é'.repeat(32_767), 0xe9, 0xe9, 'é'.repeat(3), 0xe9);
    const whole = decode(long);
    for (const cut of [1, 1023, 1024, 1025, 65_533, 65_534, 65_535, 65_536, 65_537]) {
      expect(decode(long, 'auto', [cut])).toEqual(whole);
    }
  });

  it('are what TextDecoder makes of valid UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decode(utf8(text), 'utf-8').text).toBe(new TextDecoder().decode(utf8(text)));
      }),
    );
  });
});

describe('a buffer that is used again', () => {
  // Its `slice` gives a view, where that of any other bytes gives a copy.
  const again = globalThis.Buffer.alloc(64);

  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8('plain, then café – “déjà vu” 😀 日本 '.repeat(4000))],
    ['UTF-16', utf16('café – 日本 '.repeat(8000), 'le', true)],
    ['Windows-1252', Uint8Array.from({ length: 90_000 }, (_, i) => (i % 3 === 0 ? 0xe9 : 0x61))],
  ])('does no harm to %s', (_, file) => {
    const decoder = createDecoder();
    let text = '';
    for (let at = 0; at < file.length; at += 61) {
      const piece = file.subarray(at, at + 61);
      again.set(piece);
      text += decoder.write(again.subarray(0, piece.length));
      again.fill(0);
    }
    text += decoder.end();
    expect({ text, ...decoder.report() }).toEqual(decode(file));
  });
});
