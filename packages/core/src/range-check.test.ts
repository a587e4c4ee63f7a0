import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellSummaries, checkResults, measureSummaries, ruleSummaries } from './aggregate/conclude.js';
import { createCheck } from './check.js';
import { alike } from './evaluate/records.test-helper.js';
import { writeCsv } from './generate/csv.js';
import { writeNdjson } from './generate/ndjson.js';
import { writeXml } from './generate/xml.js';
import { type CrimeRecord, FIELD_NAMES } from './model/fields.js';
import { createRangeCheck, type RangeCheck } from './range-check.js';
import { joinRange, joinTally } from './range-join.js';
import { loadPack } from './rules/load.js';

const AS_AT = '2025-11-01';
const pack = loadPack();

interface Run {
  readonly check: ReturnType<typeof createCheck>;
  readonly said: Readonly<Record<'findings' | 'undetermined' | 'notices', unknown[]>>;
  readonly sink: (file: string) => Parameters<typeof joinRange>[3];
}

function openRun(name = 'extract.csv'): Run {
  // A file without a declaration is undecided for 64 KiB from its first letter on that is not ASCII.
  const options = name === 'extract.ndjson' ? ({ encoding: 'utf-8' } as const) : {};
  const said = { findings: [], undetermined: [], notices: [] } as Record<keyof Run['said'], unknown[]>;
  const sink = (file: string) => ({
    finding: (...of: unknown[]) => void said.findings.push(of),
    undetermined: (...of: unknown[]) => void said.undetermined.push(of),
    notice: (notice: object) => void said.notices.push({ file, ...notice }),
  });
  const notice = (of: object) => void said.notices.push(of);
  return { said, sink, check: createCheck({ pack, asAt: AS_AT, ...options }, { notice, file: sink }) };
}

function outcome({ check, said }: Run, report: unknown) {
  const { compiled, assessor } = check.state();
  const { tally } = assessor;
  const { records, measured, findings } = tally;
  return {
    report,
    said,
    records,
    measured,
    findings,
    rules: ruleSummaries(tally, compiled),
    measures: measureSummaries(tally, compiled),
    cells: cellSummaries(tally, compiled),
    checks: checkResults(tally, compiled, AS_AT),
  };
}

function whole(bytes: Uint8Array, name = 'extract.csv') {
  const run = openRun(name);
  const extract = run.check.open(name);
  extract.write(bytes);
  return outcome(run, extract.end());
}

/** The file in ranges; what is taken over of them is counted. */
function inRanges(bytes: Uint8Array, head: number, size: number, name = 'extract.csv') {
  const run = openRun(name);
  const extract = run.check.open(name);
  let at = Math.min(head, bytes.length);
  let joined = 0;
  extract.write(bytes.subarray(0, at));
  let ranges: RangeCheck | null = null;
  while (at < bytes.length) {
    const place = extract.place?.() ?? null;
    const from = at - (place?.open ?? 0);
    const to = Math.min(bytes.length, at + size);
    if (place !== null) {
      ranges ??= createRangeCheck({ pack, asAt: AS_AT }, place);
      const start = from - ('boundary' in place ? place.boundary.length : 1);
      const result = structuredClone(ranges.read(bytes.subarray(start), to - start, place.encoding));
      const next = joinRange({ extract, at }, start, result, run.sink(name));
      ranges.settle(next !== null);
      if (next !== null && next > at) {
        at = next;
        joined += result.records;
        continue;
      }
    }
    extract.write(bytes.subarray(at, to));
    at = to;
  }
  const report = extract.end();
  if (ranges !== null) joinTally(run.check, structuredClone(ranges.tally()));
  return { ...outcome(run, report), joined };
}

/** Rows of a file are read as text for 64 KiB before they are read as bytes. */
const PADDING = new TextEncoder().encode(
  Array.from({ length: 1900 }, (_, i) => `P${i},,non-crime${','.repeat(FIELD_NAMES.length - 3)}\n`).join(''),
);

/** The same extract behind enough plain rows. */
function long(bytes: Uint8Array): Uint8Array {
  const header = bytes.indexOf(0x0a) + 1;
  const all = new Uint8Array(bytes.length + PADDING.length);
  all.set(bytes.subarray(0, header));
  all.set(PADDING, header);
  all.set(bytes.subarray(header), header + PADDING.length);
  return all;
}

const narrative = fc.constantFrom(
  '',
  'Seen in the park',
  'Two lines\nof text',
  'A "quoted" word, and a comma',
  'Café “Rosé”',
  `MC/2025/000001${','.repeat(FIELD_NAMES.length - 1)}\nMC/2025/000002${','.repeat(FIELD_NAMES.length - 1)}\n`,
);
const edit = fc.record({
  at: fc.nat(1_000_000),
  bytes: fc.constantFrom([], [0x22], [0x0a], [0x2c], [0x00], [0xe9], [0xff]),
});

function csvOf(records: readonly CrimeRecord[], edits: readonly { at: number; bytes: readonly number[] }[]) {
  const plain = { ...records[0], narrative: '' };
  const padding = Array.from({ length: 20 }, (_, i) => ({ ...plain, crimeReference: `P${i}` }));
  const text = [...writeCsv([...padding, ...records])].join('');
  return edits.reduce<Uint8Array>((bytes, { at, bytes: inserted }) => {
    const place = 1500 + (at % Math.max(1, bytes.length - 1500));
    return Uint8Array.from([...bytes.subarray(0, place), ...inserted, ...bytes.subarray(place)]);
  }, new TextEncoder().encode(text));
}

const extracts = fc
  .tuple(
    fc.array(fc.tuple(alike, narrative), { minLength: 5, maxLength: 40 }),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(edit, { maxLength: 3 }) },
    ),
  )
  .map(([rows, edits]) =>
    csvOf(
      rows.map(([record, of]) => ({ ...record, narrative: of })),
      edits,
    ),
  );

/** What ends up in a file of many hands. */
const oddities = fc.constantFrom(
  '<!-- </Crime> -->',
  '😀',
  '\r',
  '\r\n',
  '</Crime>',
  '<',
  '"',
  '}',
  '{}',
  '\n',
  '\u00e9',
  '&amp;',
  '&x;',
  '\u0007',
);
const damage = fc.array(fc.tuple(fc.nat(1_000_000), oddities), { maxLength: 3 });

function damaged(text: string, places: readonly (readonly [number, string])[]): Uint8Array {
  const broken = places.reduce((of, [at, inserted]) => {
    const place = 3000 + (at % Math.max(1, of.length - 3000));
    return of.slice(0, place) + inserted + of.slice(place);
  }, text);
  return new TextEncoder().encode(broken);
}

describe('a check in ranges', () => {
  it.each([
    { name: 'extract.xml', write: (of: readonly CrimeRecord[]) => writeXml(of, FIELD_NAMES, 'UTF-8') },
    { name: 'extract.ndjson', write: (of: readonly CrimeRecord[]) => writeNdjson(of, FIELD_NAMES) },
  ])(
    'says, counts and reports what the check of the whole $name does',
    ({ name, write }) => {
      let joined = 0;
      const rows = fc.array(fc.tuple(alike, narrative), { minLength: 40, maxLength: 80 });
      fc.assert(
        fc.property(rows, fc.integer({ min: 200, max: 6000 }), damage, (of, size, places) => {
          const records = of.map(([record, text]) => ({ ...record, narrative: text }));
          const file = damaged([...write(records)].join(''), places);
          const { joined: taken, ...ranges } = inRanges(file, 4096, size, name);
          joined += taken;
          expect(ranges).toEqual(whole(file, name));
        }),
        { numRuns: 60 },
      );
      expect(joined).toBeGreaterThan(500);
    },
    240_000,
  );

  it('says, counts and reports what the check of the whole file does', () => {
    let joined = 0;
    fc.assert(
      fc.property(extracts, fc.integer({ min: 200, max: 6000 }), (bytes, size) => {
        const file = long(bytes);
        const { joined: taken, ...ranges } = inRanges(file, 66_000, size);
        joined += taken;
        expect(ranges).toEqual(whole(file));
      }),
      { numRuns: 40 },
    );
    expect(joined).toBeGreaterThan(500);
  });
});
