import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { expand } from '../../packages/cli/src/io/decompress.js';
import { EXPANSION_LIMITS } from '../../packages/core/src/decode/expansion.js';
import { expandInputs, namedInputs, readInput } from '../../packages/cli/src/io/input.js';
import { markercheck, readRows, readSummary, scratchFolder, writeIn } from '../support/cli.js';

const CSV = `crimeReference,force\r\n${Array.from({ length: 2000 }, (_, i) => `GL/${i},E23000037\r\n`).join('')}`;
const MIB = 1024 * 1024;

/** What is read of a file, and the words of whatever stopped the reading. */
async function read(file: string): Promise<{ text: string; fault: string | null; sha256: string | null }> {
  const [input] = namedInputs([file]);
  const chunks: Uint8Array[] = [];
  let fault: string | null = null;
  let sha256: string | null = null;
  try {
    sha256 = (await readInput(input!, (chunk) => void chunks.push(Buffer.from(chunk)))).sha256;
  } catch (error) {
    // The command takes an error with a system call for a file that cannot be read: exit 3, not 4.
    expect(error).toHaveProperty('syscall');
    fault = (error as Error).message;
  }
  return { text: Buffer.concat(chunks).toString('utf8'), fault, sha256 };
}

async function zipped(build: (zip: ZipFile) => void): Promise<Buffer> {
  const zip = new ZipFile();
  build(zip);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Each file of an archive by the name that the run gives it, with its text or why it has none. */
async function membersOf(archive: Buffer, name = 'extracts.zip'): Promise<Record<string, string>> {
  const file = writeIn(scratchFolder(), name, archive);
  const inputs = await expandInputs(namedInputs([file]));
  const found: Record<string, string> = {};
  for (const input of inputs) {
    const chunks: Uint8Array[] = [];
    try {
      await readInput(input, (chunk) => void chunks.push(Buffer.from(chunk)));
      found[input.name] = Buffer.concat(chunks).toString('utf8');
    } catch (error) {
      found[input.name] = `! ${(error as Error).message}`;
    }
  }
  return found;
}

/** The bytes of an archive with one name in place of another of the same length. */
function renamed(archive: Buffer, from: string, to: string): Buffer {
  const text = archive.toString('latin1').replaceAll(from, to);
  return Buffer.from(text, 'latin1');
}

describe('gzip', () => {
  it('is read as what it holds, and its digest is that of the file', async () => {
    const packed = gzipSync(CSV);
    const file = writeIn(scratchFolder(), 'extract.csv.gz', packed);
    expect(await read(file)).toEqual({
      text: CSV,
      fault: null,
      sha256: createHash('sha256').update(packed).digest('hex'),
    });
  });

  it('is known by its first bytes, whatever its name', async () => {
    expect((await read(writeIn(scratchFolder(), 'extract.csv', gzipSync(CSV)))).text).toBe(CSV);
  });

  it('of several parts is read to its end', async () => {
    const file = writeIn(scratchFolder(), 'a.gz', Buffer.concat([gzipSync(CSV), gzipSync('more')]));
    expect((await read(file)).text).toBe(`${CSV}more`);
  });

  it('that is cut off is said, with what came before', async () => {
    const big = gzipSync(
      Array.from({ length: 200_000 }, (_, i) => `GL/${i},${(i * 7919) % 10_007}\n`).join(''),
    );
    const { text, fault } = await read(writeIn(scratchFolder(), 'a.gz', big.subarray(0, big.length / 2)));
    expect(fault).toMatch(/cut off/);
    expect(text.startsWith('GL/0,0\nGL/1,')).toBe(true);
    expect(text.length).toBeGreaterThan(100_000);
  });

  it.each([
    ['in its middle', (bytes: Buffer) => bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 20)],
    ['in its checksum', (bytes: Buffer) => bytes.fill(0, bytes.length - 8, bytes.length - 4)],
    ['behind its end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('what is this')])],
  ])('that is damaged %s is said', async (_, damage) => {
    const { fault } = await read(writeIn(scratchFolder(), 'a.gz', damage(gzipSync(CSV))));
    expect(fault).toMatch(/damaged|cut off/);
  });

  it.each([
    ['gzip', () => gzipSync(CSV), /another archive/],
    [
      'tar',
      () => Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0'), Buffer.alloc(600)]),
      /tar archive/,
    ],
  ])('that holds %s is refused', async (_, inner, words) => {
    const { fault, text } = await read(writeIn(scratchFolder(), 'a.gz', gzipSync(inner())));
    expect(fault).toMatch(words);
    expect(text).toBe('');
  });
});

describe('zip', () => {
  it('is as many files of the run as it holds', async () => {
    const archive = await zipped((zip) => {
      zip.addBuffer(Buffer.from(CSV), 'april.csv');
      zip.addEmptyDirectory('south');
      zip.addBuffer(Buffer.from('a,b\n'), 'south/may.csv', { compress: false });
      zip.addBuffer(Buffer.from('x'), '__MACOSX/._april.csv');
      zip.addBuffer(Buffer.from(''), 'empty.csv');
    });
    expect(await membersOf(archive)).toEqual({
      'extracts.zip/april.csv': CSV,
      'extracts.zip/south/may.csv': 'a,b\n',
      'extracts.zip/empty.csv': '',
    });
  });

  it('gives the size and digest of each file as it was packed', async () => {
    const file = writeIn(
      scratchFolder(),
      'a.zip',
      await zipped((zip) => zip.addBuffer(Buffer.from(CSV), 'x.csv')),
    );
    const [input] = await expandInputs(namedInputs([file]));
    expect(await readInput(input!, () => undefined)).toEqual({
      bytes: CSV.length,
      sha256: createHash('sha256').update(CSV).digest('hex'),
    });
    expect(input!.size).toBe(CSV.length);
  });

  it('of one file is that file to what reads one alone; of several it is refused there', async () => {
    const one = await zipped((zip) => zip.addBuffer(Buffer.from(CSV), 'x.csv'));
    expect((await read(writeIn(scratchFolder(), 'a.zip', one))).text).toBe(CSV);
    const two = await zipped((zip) => {
      zip.addBuffer(Buffer.from(CSV), 'x.csv');
      zip.addBuffer(Buffer.from(CSV), 'y.csv');
    });
    expect((await read(writeIn(scratchFolder(), 'a.zip', two))).fault).toMatch(/several files/);
  });

  it.each([
    ['a way out', 'xx/april.csv', '../april.csv', /leads out/],
    ['a way out by Windows', 'xx/april.csv', '..\\april.csv', /leads out/],
    ['a way from the root', 'xx/april.csv', '/x/april.csv', /leads out/],
    ['a way from a drive', 'xx/april.csv', 'C:/april.csv', /leads out/],
  ])('refuses a file by name whose name is %s, and reads the others', async (_, from, to, words) => {
    const archive = await zipped((zip) => {
      zip.addBuffer(Buffer.from(CSV), from);
      zip.addBuffer(Buffer.from('a,b\n'), 'good.csv');
    });
    const found = await membersOf(renamed(archive, from, to));
    expect(found['extracts.zip/good.csv']).toBe('a,b\n');
    expect(Object.values(found)[0]).toMatch(words);
  });

  it('refuses a second file of one name, a link, and what is encrypted', async () => {
    const archive = await zipped((zip) => {
      zip.addBuffer(Buffer.from('1'), 'aa.csv');
      zip.addBuffer(Buffer.from('2'), 'ab.csv');
      zip.addBuffer(Buffer.from('/etc/passwd'), 'link.csv', { mode: 0o120777 });
      zip.addBuffer(Buffer.from('3'), 'cc.csv');
    });
    const bytes = renamed(archive, 'ab.csv', 'aa.csv');
    const encrypted = Buffer.from(bytes);
    // The first bit of the flags, in the directory's entry of cc.csv.
    const entry = encrypted.lastIndexOf('cc.csv') - 46;
    encrypted.writeUInt16LE(encrypted.readUInt16LE(entry + 8) | 1, entry + 8);
    const file = writeIn(scratchFolder(), 'x.zip', encrypted);
    const inputs = await expandInputs(namedInputs([file]));
    const said = await Promise.all(
      inputs.map(async (input) => {
        try {
          await readInput(input, () => undefined);
          return 'read';
        } catch (error) {
          return (error as Error).message;
        }
      }),
    );
    expect(said[0]).toBe('read');
    expect(said[1]).toMatch(/two files of this name/);
    expect(said[2]).toMatch(/a link/);
    expect(said[3]).toMatch(/encrypted/);
  });

  it('refuses archives within it, by name', async () => {
    const inner = await zipped((zip) => zip.addBuffer(Buffer.from(CSV), 'x.csv'));
    const found = await membersOf(
      await zipped((zip) => {
        zip.addBuffer(inner, 'inner.zip');
        zip.addBuffer(gzipSync(CSV), 'inner.csv.gz');
        zip.addBuffer(Buffer.from('a,b\n'), 'good.csv');
      }),
    );
    expect(found).toEqual({
      'extracts.zip/inner.zip': '! it holds another archive; unpack it first',
      'extracts.zip/inner.csv.gz': '! it holds another archive; unpack it first',
      'extracts.zip/good.csv': 'a,b\n',
    });
  });

  it('is not believed where its checksum differs', async () => {
    const archive = await zipped((zip) => zip.addBuffer(Buffer.from(CSV), 'x.csv', { compress: false }));
    archive[archive.indexOf('GL/1,')] = 0x58;
    expect(Object.values(await membersOf(archive))[0]).toMatch(/its size or its checksum differs/);
  });

  it.each([
    [
      'a workbook',
      (zip: ZipFile) => zip.addBuffer(Buffer.from('x'), '[Content_Types].xml'),
      /save the sheet as CSV/,
    ],
    ['nothing', (zip: ZipFile) => zip.addEmptyDirectory('x'), /holds no files/],
    [
      'more files than extracts',
      (zip: ZipFile) => {
        for (let i = 0; i < 1001; i++) zip.addBuffer(Buffer.from('x'), `${i}.csv`);
      },
      /more than 1000 files/,
    ],
  ])('that is %s is refused', async (_, build, words) => {
    expect(Object.values(await membersOf(await zipped(build)))[0]).toMatch(words);
  });

  it('that is cut off is refused', async () => {
    const archive = await zipped((zip) => zip.addBuffer(Buffer.from(CSV), 'x.csv'));
    expect(await membersOf(archive.subarray(0, archive.length - 30))).toEqual({
      'extracts.zip': '! the archive is damaged or cut off: its directory cannot be read',
    });
  });
});

describe('bombs', () => {
  it('of gzip end where they are known', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * MIB));
    const [input] = namedInputs([writeIn(scratchFolder(), 'bomb.gz', bomb)]);
    let bytes = 0;
    await expect(readInput(input!, (chunk) => void (bytes += chunk.length))).rejects.toThrow(
      /decompression bomb/,
    );
    expect(bytes).toBeLessThan(66 * MIB);
  });

  it('of zip are known by their directory, and by what comes out where that lies', async () => {
    const archive = await zipped((zip) => zip.addBuffer(Buffer.alloc(100 * MIB), 'x.csv'));
    expect(Object.values(await membersOf(archive))[0]).toMatch(/decompression bomb/);
    const lying = Buffer.from(archive);
    lying.writeUInt32LE(1000, lying.lastIndexOf('x.csv') - 46 + 24);
    expect(Object.values(await membersOf(lying))[0]).toMatch(/decompression bomb/);
  });

  it('have an end in all, and what compresses well has not', async () => {
    const limits = { ...EXPANSION_LIMITS, most: 2 * MIB };
    const text = gzipSync(CSV.repeat(200));
    let bytes = 0;
    const take = (chunk: Uint8Array) => void (bytes += chunk.length);
    await expect(expand(Readable.from([text]), 'gzip', limits, take)).rejects.toThrow(/more than 2 MiB/);
    const large = gzipSync('GL/2025/000123,E23000037,19/16,2025-05-01,,,,,,\r\n'.repeat(1_500_000));
    bytes = 0;
    await expand(Readable.from([large]), 'gzip', EXPANSION_LIMITS, take);
    expect(bytes).toBeGreaterThan(70 * MIB);
  });
});

describe('other files', () => {
  it.each([
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], /\.xls; save it as CSV/],
    ['a PDF', [...Buffer.from('%PDF-1.7')], /a PDF/],
    ['zstd', [0x28, 0xb5, 0x2f, 0xfd, 0, 0], /zstd/],
    ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], /7z/],
  ])('such as %s are refused in words', async (_, bytes, words) => {
    expect((await read(writeIn(scratchFolder(), 'extract.csv', Buffer.from(bytes)))).fault).toMatch(words);
  });

  it('that begin like one of these are read', async () => {
    expect((await read(writeIn(scratchFolder(), 'a.csv', 'BZhorough,force\n1,2\n'))).fault).toBeNull();
  });

  it('that are not there are told by the system', async () => {
    const missing = path.join(scratchFolder(), 'gone.csv');
    await expect(readInput(namedInputs([missing])[0]!, () => undefined)).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(await expandInputs(namedInputs([missing]))).toHaveLength(1);
  });

  it('are read byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 3 * MIB }, (_, i) => (i * 31) & 0xff));
    const file = path.join(scratchFolder(), 'x.csv');
    writeFileSync(file, bytes);
    const chunks: Uint8Array[] = [];
    const { bytes: size } = await readInput(namedInputs([file])[0]!, (chunk) => void chunks.push(chunk));
    expect(size).toBe(bytes.length);
    expect(Buffer.concat(chunks).equals(readFileSync(file))).toBe(true);
  });
});

describe('the command', () => {
  it('takes the files of an archive for files of the run, and says which it could not read', async () => {
    const header = 'crimeReference,force,offenceCode,recordedOn,CSA,CSE';
    const extract = (n: number) => Buffer.from(`${header}\nGL/${n},E23000037,19/16,2025-05-02,N,N\n`);
    const archive = await zipped((zip) => {
      zip.addBuffer(extract(1), 'april.csv');
      zip.addBuffer(gzipSync(extract(2)), 'may.csv.gz');
      zip.addBuffer(extract(3), 'june.csv');
    });
    const folder = scratchFolder();
    writeIn(folder, 'extracts.zip', archive);
    const { exit, stderr } = markercheck(folder, ['check', 'extracts.zip', '--as-at', '2026-11-01']);
    expect(exit).toBe(3);
    expect(stderr).toContain('extracts.zip/may.csv.gz');
    const { inputs, complete } = readSummary(folder);
    expect(complete).toBe(false);
    expect(inputs.map(({ name, records }) => [name, records])).toEqual([
      ['extracts.zip/april.csv', 1],
      ['extracts.zip/may.csv.gz', 0],
      ['extracts.zip/june.csv', 1],
    ]);
    const files = new Set(readRows(folder, 'findings.csv').map(({ file }) => file));
    expect([...files]).toEqual(['extracts.zip/april.csv', 'extracts.zip/june.csv']);
  });

  const HEADER = 'crimeReference,force,offenceCode,recordedOn,CSA,CSE';
  const twoMonths = (second: string) =>
    zipped((zip) => {
      zip.addBuffer(Buffer.from(`${HEADER}\nGL/1,E23000037,19/16,2025-05-02,N,N\n`), 'april.csv');
      zip.addBuffer(Buffer.from(second), 'may.csv');
    });
  const MAY = `${HEADER}\nGL/2,E23000037,19/16,2025-05-03,N,N\n`;
  const AS_AT = ['--as-at', '2026-11-01'];

  it('finds the same in an archive on standard input, and says what is wrong with a damaged one', async () => {
    const archive = await twoMonths(MAY);
    const folder = scratchFolder();
    expect(markercheck(folder, ['check', '-', ...AS_AT], archive).exit).toBe(1);
    expect(readSummary(folder).inputs.map(({ name, records }) => [name, records])).toEqual([
      ['standard input/april.csv', 1],
      ['standard input/may.csv', 1],
    ]);
    expect(readRows(folder, 'findings.csv').map((row) => row['crimeReference'])).toEqual(['GL/1', 'GL/2']);
    const cut = markercheck(folder, ['check', '-', ...AS_AT], archive.subarray(0, 200));
    expect(cut.exit).toBe(3);
    expect(cut.stderr.replace(/\s+/g, ' ')).toContain('the archive is damaged or cut off');
    expect(markercheck(folder, ['check', '-', '-', ...AS_AT], archive).exit).toBe(2);
  });

  it('looks into every file of an archive in explain, and compares their columns in profile suggest', async () => {
    const folder = scratchFolder();
    writeIn(folder, 'months.zip', await twoMonths(MAY));
    const explained = markercheck(folder, ['explain', 'months.zip', '--record', 'GL/2']);
    expect(explained.stdout).toContain('row 2 of months.zip/may.csv');
    const flat = (args: readonly string[], input?: Buffer) =>
      markercheck(folder, args, input).stdout.replace(/\s+/g, ' ');
    expect(flat(['profile', 'suggest', 'months.zip'])).toContain(
      'The same columns are in months.zip/may.csv: they are checked as one extract.',
    );
    expect(flat(['profile', 'suggest', '-'], await twoMonths('REF,FLAG\nGL/1,CSA\n'))).toContain(
      'OTHER COLUMNS are in standard input/may.csv',
    );
  });

  it('says once that a file is not there, and not that it is empty as well', () => {
    const { exit, stderr } = markercheck(scratchFolder(), ['check', 'gone.csv', ...AS_AT]);
    expect(exit).toBe(3);
    expect(stderr).toContain('there is no such file');
    expect(stderr).not.toContain('holds no text');
  });
});
