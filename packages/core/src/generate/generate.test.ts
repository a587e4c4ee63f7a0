import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChecker } from '../checker.js';
import { FIELD_NAMES } from '../model/fields.js';
import { loadPack } from '../rules/load.js';
import { type GeneratedRecord, generateRecords } from './generate.js';
import type { GenerateOptions } from './options.js';
import { PLANTS } from './plants.js';

const pack = loadPack();
const IDS = pack.rules.map((rule) => rule.id);
const ON_BY_DEFAULT = new Set(pack.rules.filter((rule) => rule.default === 'on').map((rule) => rule.id));
const AS_AT = '2026-11-01';
const everyRule = createChecker(pack, {
  asAt: AS_AT,
  policy: { rules: Object.fromEntries(IDS.map((id) => [id, 'on'])) },
});
const defaultRules = createChecker(pack, { asAt: AS_AT });

function generate(options: Partial<GenerateOptions>): GeneratedRecord[] {
  return [
    ...generateRecords(pack, {
      seed: 1,
      rows: 300,
      force: 'E23000037',
      from: '2026-01-01',
      to: '2026-10-31',
      asAt: AS_AT,
      ordinaryShare: 0.2,
      ...options,
    }),
  ];
}

const breachedBy = (checker: typeof everyRule, { record }: GeneratedRecord) =>
  checker.check(record).findings.map((finding) => finding.rule);

/** What all rules find, beside what was planted; records where both agree are left out. */
function surprises(records: readonly GeneratedRecord[]) {
  return records
    .map((generated) => ({ ...generated, found: breachedBy(everyRule, generated) }))
    .filter(({ planted, found }) => planted.join() !== found.join());
}

const anySeed = fc.integer();
const anyPeriod = fc.constantFrom(
  ['2003-06-01', '2005-03-31'],
  ['2016-03-01', '2016-05-01'],
  ['2026-10-01', '2026-10-31'],
);

describe('generateRecords', () => {
  it('breaches no rule, on or off by default, where no fault is planted', () => {
    fc.assert(
      fc.property(anySeed, anyPeriod, (seed, [from = '', to = '']) => {
        expect(surprises(generate({ seed, from, to }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('knows a fault of every rule', () => {
    expect(Object.keys(PLANTS).toSorted()).toEqual(IDS.toSorted());
  });

  it.each(IDS)('plants %s so that it alone is breached', (id) => {
    const records = generate({ rows: 1500, ordinaryShare: 0.05, faultRates: { [id]: 1 } });
    expect(records.some(({ planted }) => planted.includes(id))).toBe(true);
    expect(surprises(records)).toEqual([]);
  });

  it('plants many kinds of fault at once, whenever the records were made', () => {
    const faultRates = Object.fromEntries(IDS.map((id) => [id, 0.3]));
    fc.assert(
      fc.property(anySeed, anyPeriod, (seed, [from = '', to = '']) => {
        expect(surprises(generate({ seed, from, to, faultRates }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('shows those of the rules that are on by default without a policy', () => {
    for (const generated of generate({ faultRates: Object.fromEntries(IDS.map((id) => [id, 0.3])) })) {
      expect(breachedBy(defaultRules, generated)).toEqual(
        generated.planted.filter((id) => ON_BY_DEFAULT.has(id)),
      );
    }
  });

  it('gives the same records for the same seed, and others for another', () => {
    expect(generate({ seed: 5 })).toEqual(generate({ seed: 5 }));
    expect(generate({ seed: 5 })).not.toEqual(generate({ seed: 6 }));
  });

  it('leaves the records beneath as they are when faults are planted', () => {
    const correct = generate({});
    const faulty = generate({ faultRates: { 'CSA-BYDEF-MISSING': 0.5 } });
    const untouched = faulty.flatMap(({ planted }, index) => (planted.length === 0 ? index : []));
    expect(untouched.length).toBeLessThan(correct.length);
    for (const index of untouched) expect(faulty[index]).toEqual(correct[index]);
  });

  it('fills every field, in the order of recording, and dates nothing after the extract', () => {
    const records = generate({ rows: 2000, prefix: 'GL', firstNumber: 120, faultRates: { 'FLAG-LATE': 1 } });
    expect(records[3]?.record.crimeReference).toBe('GL/2026/000123');
    const days = records.map(({ record }) => record.recordedOn ?? '');
    expect(days).toEqual(days.toSorted());
    for (const { record } of records) {
      expect(Object.keys(record)).toEqual(FIELD_NAMES);
      const dates =
        Object.values(record)
          .join(' ')
          .match(/\d{4}-\d{2}-\d{2}/g) ?? [];
      expect(dates.filter((date) => date > AS_AT)).toEqual([]);
    }
  });

  it('is ordinary crime for the most part', () => {
    const records = generate({ rows: 20_000, ordinaryShare: 0.95 });
    const marked = records.filter(({ record }) => record.CSA === 'Y').length;
    expect(marked / records.length).toBeGreaterThan(0.025);
    expect(marked / records.length).toBeLessThan(0.045);
  });

  it('follows the mix of crimes that it is told', () => {
    const images = (mix: GenerateOptions['mix']) =>
      generate({ rows: 1000, ...(mix && { mix }) }).filter(({ record }) =>
        record.offenceCode?.startsWith('86/'),
      ).length;
    expect(images({ images: 0 })).toBe(0);
    expect(images({ images: 3 })).toBeGreaterThan(images(undefined) * 1.5);
  });

  it.each([
    [{ seed: 0.5 }, /seed/],
    [{ rows: -1 }, /rows/],
    [{ from: '2026-02-30' }, /from/],
    [{ to: '2025-01-01' }, /before the first/],
    [{ asAt: '2026-10-01' }, /asAt/],
    [{ ordinaryShare: 2 }, /ordinaryShare/],
    [{ mix: { images: -1 } }, /mix\/images/],
    [{ faultRates: { 'NO-SUCH-RULE': 0.1 } }, /NO-SUCH-RULE/],
    [{ faultRates: { 'FLAG-LATE': Number.NaN } }, /FLAG-LATE/],
  ])('refuses %j', (options, message) => {
    expect(() => generate(options)).toThrow(message);
  });
});
