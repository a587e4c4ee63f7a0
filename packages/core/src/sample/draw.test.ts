import { describe, expect, it } from 'vitest';
import { generateRecords } from '../generate/generate.js';
import { MarkercheckError } from '../model/errors.js';
import type { CrimeRecord } from '../model/fields.js';
import { loadPack } from '../rules/load.js';
import { type DrawOptions, drawSample } from './draw-sample.js';
import { readManifest, type SampleManifest } from './manifest.js';

const pack = loadPack();
const generated = [
  ...generateRecords(pack, {
    seed: 11,
    rows: 3000,
    force: 'E23000037',
    from: '2026-09-01',
    to: '2026-10-31',
    asAt: '2026-11-01',
    ordinaryShare: 0.8,
    faultRates: { 'CSA-BYDEF-MISSING': 0.2, 'UNKNOWN-CODE': 0.01, 'CSE-C71-MISSING': 0.4 },
  }),
];
const records: readonly CrimeRecord[] = generated.map(({ record }) => record);
const draw = (options: Partial<DrawOptions> = {}, of: Iterable<CrimeRecord> = records): SampleManifest =>
  drawSample(of, { pack, asAt: '2026-11-01', seed: 1, ...options });
const references = ({ items }: SampleManifest) => items.map((item) => item.crimeReference);

const child: CrimeRecord = {
  crimeReference: 'GL/1',
  force: 'E23000037',
  offenceCode: '19/16',
  recordedOn: '2026-10-02',
  offenceFrom: '2026-10-01',
  victimBornOn: '2015-01-01',
  CSA: 'Y',
  CSE: 'N',
  narrative: 'At home',
  team: 'CAIT',
};

describe('drawSample', () => {
  it('draws the same records from the same seed, others from another', () => {
    expect(JSON.stringify(draw())).toBe(JSON.stringify(draw()));
    expect(references(draw({ seed: 2 }))).not.toEqual(references(draw()));
  });

  it('draws the same records whatever reviewers are asked, and in whichever strata they are told', () => {
    const plain = references(draw({ size: 60 })).toSorted();
    const options = {
      size: 60,
      blind: true,
      double: 0.5,
      rules: ['UNKNOWN-CODE'],
      markers: ['CSE'],
    } as const;
    expect(references(draw(options)).toSorted()).toEqual(plain);
  });

  it('takes records that the rules passed beside those with a finding', () => {
    const { strata, items, frame } = draw();
    expect(strata.map(({ name }) => name)).toEqual(['with a finding', 'without a finding']);
    expect(strata.map(({ population }) => population).reduce((a, b) => a + b)).toBe(frame.population);
    for (const item of items) expect(item.stratum).toBe(item.found.length > 0 ? 0 : 1);
    for (const [i, { drawn, population, weight }] of strata.entries()) {
      expect(items.filter(({ stratum }) => stratum === i)).toHaveLength(drawn);
      expect(weight).toBeCloseTo(population / drawn, 12);
    }
  });

  it('takes as many as give the margin: 5 points, finite population', () => {
    const { frame, items } = draw();
    const unlimited = 384.146;
    expect(items).toHaveLength(Math.ceil(unlimited / (1 + (unlimited - 1) / frame.population)));
  });

  it('has a frame of live records that a measure concerns and of records with a finding', () => {
    const theft = { ...child, crimeReference: 'GL/2', offenceCode: '49/10', CSA: 'N' };
    const unknownCode = { ...theft, crimeReference: 'GL/3', offenceCode: 'nonsense' };
    const cancelled = { ...child, crimeReference: 'GL/4', cancelledOn: '2026-10-20' };
    const unnamed = { ...child, crimeReference: '' };
    const of = [child, theft, unknownCode, cancelled, unnamed];
    const { frame, items } = draw({}, of);
    expect(frame).toEqual({ records: 5, outside: 2, withoutReference: 1, excluded: 0, population: 2 });
    expect(items.map((item) => item.crimeReference).toSorted()).toEqual(['GL/1', 'GL/3']);
    expect(draw({ frame: 'all' }, of).frame).toMatchObject({ outside: 0, population: 4 });
  });

  it('never draws a record twice over a series, until there is none left', () => {
    const series: SampleManifest[] = [];
    const seen = new Set<string>();
    const { population } = draw().frame;
    while (seen.size < population) {
      const next = draw({ seed: series.length, size: 200, exclude: series });
      expect(next.frame).toMatchObject({ excluded: seen.size, population: population - seen.size });
      for (const reference of references(next)) {
        expect(seen.has(reference)).toBe(false);
        seen.add(reference);
      }
      series.push(next);
    }
    expect(() => draw({ exclude: series })).toThrow('earlier samples hold all of them');
  });

  it('keeps what is drawn apart from what is excluded: the others keep their places', () => {
    const first = draw({ size: 50 });
    const second = draw({ size: 100, exclude: [first] });
    const whole = draw({ size: 150, minimum: 2 });
    const expected = new Set(references(whole));
    expect(
      [...references(first), ...references(second)].filter((of) => expected.has(of)).length,
    ).toBeGreaterThan(140);
  });

  it('makes strata of what is asked, found before passed, and each rule leads in the order of work', () => {
    const { strata } = draw({ by: ['month', 'rule', 'found'] });
    expect(strata[0]!.key).toEqual({ rule: 'CSA-BYDEF-MISSING', month: '2026-09' });
    expect(strata.at(-1)!.key).toEqual({ rule: 'passed', month: '2026-10' });
    expect(strata.at(-1)!.name).toBe('without a finding, 2026-10');
    for (const { population, drawn } of strata)
      expect(drawn).toBeGreaterThanOrEqual(Math.min(10, population));
  });

  it('is a simple random sample of no strata', () => {
    expect(draw({ by: [] }).strata).toMatchObject([{ name: 'all records', key: {} }]);
  });

  it('asks about findings that no marker settles, and in a blind form about nothing that would tell', () => {
    const open = draw({ size: 5000 }).items.filter(({ found }) => found.includes('UNKNOWN-CODE'));
    expect(open.length).toBeGreaterThan(5);
    for (const { ask } of open) expect(ask).toEqual(['UNKNOWN-CODE']);
    const blind = draw({ size: 5000, blind: true });
    expect(new Set(blind.items.flatMap(({ ask }) => ask))).toEqual(new Set());
    const asked = draw({ size: 5000, blind: true, rules: ['UNKNOWN-CODE'] });
    for (const { ask } of asked.items) expect(ask).toEqual(['UNKNOWN-CODE']);
  });

  it('tells by no name in which stratum a record is', () => {
    const { items } = draw({ allocation: 'proportional', size: 400 });
    const half = items.slice(0, 200).filter(({ stratum }) => stratum === 0).length;
    const all = items.filter(({ stratum }) => stratum === 0).length;
    expect(Math.abs(half - all / 2)).toBeLessThan(4 * Math.sqrt(all / 4));
    expect(items.map(({ item }) => item)).toEqual(items.map((_, i) => `S${String(i + 1).padStart(3, '0')}`));
  });

  it('holds no value of a personal field', () => {
    const marked = records.map((record) => ({ ...record, narrative: 'secret words', victimSex: 'F' }));
    const text = JSON.stringify(draw({}, marked));
    expect(text).not.toContain('secret words');
    for (const { victimBornOn } of marked)
      if (victimBornOn !== '') expect(text).not.toContain(`"${victimBornOn!}"`);
  });

  it('gives the second reviewer the share asked for', () => {
    const { items } = draw({ double: 0.2 });
    expect(items.filter(({ isDouble }) => isDouble)).toHaveLength(Math.ceil(items.length * 0.2));
  });

  it('counts the records of each domain by stratum', () => {
    const { domains, items, strata } = draw({ size: 5000, by: ['found', 'team'] });
    const count = (holds: (item: (typeof items)[number]) => boolean) =>
      strata.map((_, i) => items.filter((item) => item.stratum === i && holds(item)).length);
    for (const { name, populations } of domains.teams)
      expect(populations).toEqual(count((item) => item.team === name));
    for (const { name, populations } of domains.found)
      expect(populations).toEqual(count((item) => item.found.includes(name)));
    for (const { name, populations } of domains.looked) {
      expect(populations).toEqual(count((item) => [...item.passed, ...item.undetermined].includes(name)));
    }
    for (const { name, populations } of domains.passed) {
      expect(populations).toEqual(count((item) => !item.claims.some((claim) => claim.marker === name)));
    }
  });

  it.each([
    [{ seed: -1 }, 'seed'],
    [{ seed: 2 ** 32 }, 'seed'],
    [{ margin: 0 }, 'margin'],
    [{ size: 0 }, 'size'],
    [{ minimum: 1 }, 'minimum'],
    [{ by: ['colour' as 'team'] }, 'by: there is no "colour"'],
    [{ rules: ['NO-SUCH-RULE'] }, 'the pack has no rule "NO-SUCH-RULE"'],
    [{ rules: ['FLAG-LATE'] }, 'off or not assessed: FLAG-LATE'],
    [{ double: 1.5 }, 'double'],
    [{ markers: [] }, 'nothing to ask'],
  ])('refuses %j', (options, words) => {
    expect(() => draw(options)).toThrow(MarkercheckError);
    expect(() => draw(options)).toThrow(words);
  });

  it('refuses a frame without a record', () => {
    expect(() => draw({}, [{ ...child, offenceCode: '49/10', CSA: 'N' }])).toThrow(
      'There is no record to draw',
    );
  });
});

describe('readManifest', () => {
  const manifest = draw({ size: 20 });
  const copy = (): Record<string, unknown> => JSON.parse(JSON.stringify(manifest)) as Record<string, unknown>;

  it('reads what a draw wrote', () => {
    expect(readManifest(copy())).toEqual(manifest);
  });

  it.each([
    ['another file', { kind: 'something' }, 'not the manifest of a sample'],
    ['no object', null, 'not the manifest of a sample'],
    ['a later shape', { ...copy(), schema: 2 }, 'another version'],
    [
      'a changed population',
      { ...copy(), frame: { ...manifest.frame, population: 9 } },
      'changed after the draw',
    ],
    ['a changed verdict', { ...copy(), items: [] }, 'changed after the draw'],
  ])('refuses %s', (_, value, words) => {
    expect(() => readManifest(value)).toThrow(words);
  });
});
