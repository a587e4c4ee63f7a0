import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { readMember } from '../../packages/cli/src/io/archive-member.js';
import { archiveMembers } from '../../packages/cli/src/io/archive.js';
import { expand } from '../../packages/cli/src/io/decompress.js';
import { EXPANSION_LIMITS } from '../../packages/core/src/decode/expansion.js';
import type { ExtractOptions } from '../../packages/core/src/extract.js';
import { MarkercheckError } from '../../packages/core/src/model/errors.js';
import { FIELD_NAMES } from '../../packages/core/src/model/fields.js';
import { scratchFolder, writeIn } from '../support/cli.js';
import { checkExtract } from './check-extract.js';
import { mutate, mutations } from './mutate.js';
import { isWhole, readExtract } from './read-extract.js';
import {
  asCsv,
  asNestedXml,
  asXml,
  encode,
  NESTED,
  recordsToWrite,
  type WrittenEncoding,
} from './written.js';

/** `FUZZ_SEED` and `FUZZ_RUNS` look elsewhere and further, `FUZZ_REPORT` gives the figures. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_121);
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 4000);
/** No input here has more than some 20 KiB: a second would be a fault, with room for a busy machine. */
const SLOWEST_MS = 2000;

const RECORDS = recordsToWrite(12, 5);

/** In one chunk mostly; that chunks make no difference has tests of its own. */
const chunks = fc.oneof(
  { weight: 20, arbitrary: fc.constant(Infinity) },
  { weight: 3, arbitrary: fc.constant(97) },
  { weight: 1, arbitrary: fc.constant(1) },
);

interface Base {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly options: ExtractOptions;
  /** Where each record stands in the bytes, by its crime reference. */
  readonly places: ReadonlyMap<string, readonly [number, number]>;
}

/** A file of pieces: what stands before the records, the records, what stands behind them. */
function base(
  name: string,
  file: string,
  before: string,
  records: readonly string[],
  after: string,
  encoding: WrittenEncoding = 'utf-8',
  options: ExtractOptions = {},
): Base {
  const parts = [before, ...records, after].map((text) => encode(text, encoding));
  const places = new Map<string, readonly [number, number]>();
  let at = parts[0]!.length;
  records.forEach((_, i) => {
    const length = parts[i + 1]!.length;
    places.set(RECORDS[i]!.crimeReference ?? '', [at, at + length - 1]);
    at += length;
  });
  return { name, file, bytes: Uint8Array.from(parts.flatMap((part) => [...part])), options, places };
}

function csvBase(name: string, delimiter: string, lineEnd: string, encoding: WrittenEncoding): Base {
  const lines = RECORDS.map((record) =>
    asCsv([record], delimiter, lineEnd).slice(FIELD_NAMES.join(',').length + lineEnd.length),
  );
  return base(name, 'extract.csv', FIELD_NAMES.join(delimiter) + lineEnd, lines, '', encoding);
}

const crimeOf = (xml: string) => /<crime>[\s\S]*<\/crime>/.exec(xml)?.[0] ?? '';
const nestedOf = (xml: string) => /<m:Crime [\s\S]*<\/m:Crime>/.exec(xml)?.[0] ?? '';
const json = RECORDS.map((record) => JSON.stringify(record));

const BASES: readonly Base[] = [
  csvBase('CSV', ',', '\n', 'utf-8'),
  csvBase('CSV, semicolon, CRLF, Windows-1252', ';', '\r\n', 'windows-1252'),
  csvBase('CSV, tab, UTF-16', '\t', '\r\n', 'utf-16le'),
  base(
    'XML',
    'extract.xml',
    '<?xml version="1.0" encoding="utf-8"?>\n<extract>\n',
    RECORDS.map((record) => `${crimeOf(asXml([record]))}\n`),
    '</extract>\n',
  ),
  base(
    'XML, nested',
    'extract.xml',
    '<m:Export xmlns:m="u"><m:Crimes>',
    RECORDS.map((record) => nestedOf(asNestedXml([record]))),
    '</m:Crimes></m:Export>',
    'utf-8',
    { profile: NESTED },
  ),
  base(
    'JSON',
    'extract.json',
    '[\n',
    json.map((text, i) => `${text}${i < json.length - 1 ? ',' : ''}\n`),
    ']\n',
  ),
  base(
    'NDJSON',
    'extract.ndjson',
    '',
    json.map((text) => `${text}\n`),
    '',
  ),
  base(
    'NDJSON of unknown name',
    'extract',
    '',
    json.map((text) => `${text}\n`),
    '',
  ),
];

const same = (left: object, right: object | undefined) => JSON.stringify(left) === JSON.stringify(right);

const tally: Record<string, Record<string, number>> = {};
afterAll(() =>
  console.log(
    `\n${JSON.stringify(tally, null, 1)}\nheap ${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MiB`,
  ),
);

/** A sum of everything that is read of a file, or the exit that a wrong profile or header gives. */
function readOrRefuse(file: string, bytes: Uint8Array, options: ExtractOptions, step?: number) {
  try {
    return readExtract(file, bytes, options, step);
  } catch (error) {
    // Exit 2: the columns are not what the profile, or no profile, says.
    if (error instanceof MarkercheckError) return null;
    throw error;
  }
}

describe.each(BASES)('mutated $name', ({ name, file, bytes, options, places }) => {
  const original = readExtract(file, bytes, options);
  const cellsOf = new Map(original.read.map(({ cells }) => [cells.crimeReference ?? '', cells]));
  const first = Math.min(...[...places.values()].map(([start]) => start));

  it('is whole before', () => {
    expect(isWhole(original)).toBe(true);
    expect([...cellsOf.keys()]).toEqual([...places.keys()]);
  });

  it('gives a report, and untouched records stay as they were or are said to be lost', () => {
    const counts = { inputs: 0, refused: 0, whole: 0, untouched: 0, kept: 0, changed: 0, slowestMs: 0 };
    tally[name] = counts;
    fc.assert(
      fc.property(mutations, chunks, (list, step) => {
        const { bytes: mutated, touched } = mutate(bytes, list);
        const start = performance.now();
        const result = readOrRefuse(file, mutated, options, step);
        counts.slowestMs = Math.max(counts.slowestMs, Math.round(performance.now() - start));
        expect(counts.slowestMs).toBeLessThan(SLOWEST_MS);
        counts.inputs++;
        if (result === null) {
          counts.refused++;
          // Only what stands before the records says what columns there are.
          expect(touched.some(([from]) => from <= first)).toBe(true);
          return;
        }
        if (isWhole(result)) counts.whole++;
        else expect(result.notices.length + result.damaged).toBeGreaterThan(0);
        // With another header, everything is read in another way.
        if (touched.some(([from]) => from < first)) return;
        const isTouched = ([from, to]: readonly [number, number]) =>
          touched.some(([a, b]) => a <= to && b >= from);
        const untouched = [...places]
          .filter(([, place]) => !isTouched(place))
          .map(([reference]) => reference);
        const asBefore = result.read.filter(({ cells }) =>
          same(cells, cellsOf.get(cells.crimeReference ?? '')),
        );
        const found = new Set(asBefore.map(({ cells }) => cells.crimeReference ?? ''));
        const kept = untouched.filter((reference) => found.has(reference)).length;
        counts.untouched += untouched.length;
        counts.kept += kept;
        if (kept < untouched.length) expect(isWhole(result)).toBe(false);
        // Whatever else was read was made of what was touched: nothing moved to another column elsewhere.
        const changed = result.read.length - asBefore.length;
        counts.changed += changed;
        expect(changed).toBeLessThanOrEqual(places.size - untouched.length + list.length);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(counts.inputs).toBeGreaterThanOrEqual(RUNS);
  });

  it('can be judged whatever it is', () => {
    fc.assert(
      fc.property(mutations, (list) => {
        const { bytes: mutated } = mutate(bytes, list);
        try {
          const { report, rules } = checkExtract(file, [mutated], options);
          for (const rule of Object.values(rules)) {
            if (rule.state !== 'on') continue;
            expect(rule.notApplicable + rule.undetermined + rule.met + rule.breached).toBe(report.records);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(MarkercheckError);
        }
      }),
      { numRuns: Math.round(RUNS / 10), seed: SEED + 1 },
    );
  });
});

describe('bytes without sense', () => {
  const soup = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc
      .array(
        fc.constantFrom(
          '"',
          ',',
          '\n',
          '\r',
          '<',
          '>',
          '{',
          '}',
          '[',
          ']',
          ':',
          'a',
          ' ',
          '\\',
          '&',
          ';',
          '/',
          '=',
        ),
        { maxLength: 400 },
      )
      .map((letters) => new TextEncoder().encode(letters.join(''))),
  );

  it.each(['x.csv', 'x.xml', 'x.json', 'x.ndjson', 'x'])('are read or refused as %s', (file) => {
    fc.assert(
      fc.property(soup, (bytes) => {
        for (const step of [Infinity, 3]) {
          const result = readOrRefuse(file, bytes, {}, step);
          if (result !== null && result.read.length === 0) expect(isWhole(result)).toBe(false);
        }
      }),
      { numRuns: Math.round(RUNS / 5), seed: SEED },
    );
  });
});

describe('mutated archives', () => {
  const csv = Buffer.from(BASES[0]!.bytes);

  it('of gzip give what they hold or say why not', async () => {
    const packed = gzipSync(csv);
    await fc.assert(
      fc.asyncProperty(mutations, async (list) => {
        const { bytes } = mutate(packed, list);
        try {
          await expand(Readable.from([Buffer.from(bytes)]), 'gzip', EXPANSION_LIMITS, () => undefined);
        } catch (error) {
          expect(error).toHaveProperty('syscall');
        }
      }),
      { numRuns: Math.round(RUNS / 4), seed: SEED },
    );
  });

  it('of zip give what was packed or say why not', async () => {
    const zip = new ZipFile();
    zip.addBuffer(csv, 'extract.csv');
    zip.addBuffer(Buffer.from('a,b\n1,2\n'), 'small.csv', { compress: false });
    zip.end();
    const parts: Buffer[] = [];
    for await (const part of zip.outputStream) parts.push(part as Buffer);
    const packed = Buffer.concat(parts);
    const folder = scratchFolder();
    await fc.assert(
      fc.asyncProperty(mutations, async (list) => {
        const file = writeIn(folder, 'x.zip', Buffer.from(mutate(packed, list).bytes));
        try {
          for (const member of await archiveMembers(file)) {
            const chunks: Uint8Array[] = [];
            try {
              await readMember(file, member, (chunk) => void chunks.push(chunk));
              // What passes its checksum is what was packed.
              expect([csv.toString('latin1'), 'a,b\n1,2\n', '']).toContain(
                Buffer.concat(chunks).toString('latin1'),
              );
            } catch (error) {
              expect(error).toHaveProperty('syscall');
            }
          }
        } catch (error) {
          expect(error).toHaveProperty('syscall');
        }
      }),
      { numRuns: Math.round(RUNS / 4), seed: SEED },
    );
  });
});
