import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindingStatus } from '../model/finding.js';
import type { Severity } from '../model/rule.js';
import { createSampler, type SampleFinding } from './sampler.js';

const text = fc.constantFrom<string>('', 'a', 'b', '__proto__', 'AB/1');

/** Few values for each key, so that fingerprints, files and rows are often the same. */
const sample: fc.Arbitrary<SampleFinding> = fc.record({
  rule: fc.constantFrom<string>('FLAG-LATE', 'UNKNOWN-CODE', 'CSA-BYDEF-MISSING'),
  severity: fc.constantFrom<Severity>('error', 'warning'),
  crimeReference: text,
  force: text,
  team: text,
  message: text,
  fingerprint: fc.constantFrom<string>('0', '1', '1a', '2', 'f'),
  file: fc.constantFrom<string>('a.csv', 'b.csv'),
  row: fc.integer({ min: 2, max: 12 }),
  status: fc.constantFrom<FindingStatus>('new', 'waived'),
  since: fc.constantFrom<string>('2026-10-01', '2026-11-01'),
});

const KEYS = [
  'fingerprint',
  'file',
  'row',
  'crimeReference',
  'force',
  'team',
  'message',
  'severity',
  'status',
  'since',
] as const;

function compare(left: SampleFinding, right: SampleFinding): number {
  for (const key of KEYS) {
    if (left[key] !== right[key]) return left[key] < right[key] ? -1 : 1;
  }
  return 0;
}

/** What a sampler must keep, found by looking at all findings at once. */
function sortAndSlice(findings: readonly SampleFinding[], perRule: number) {
  const byRule: Record<string, readonly SampleFinding[]> = {};
  for (const { rule } of findings) {
    byRule[rule] = findings
      .filter((finding) => finding.rule === rule)
      .toSorted(compare)
      .slice(0, perRule);
  }
  return byRule;
}

function sampled(findings: readonly SampleFinding[], perRule?: number) {
  const sampler = createSampler(perRule);
  for (const finding of findings) sampler.add(finding, finding);
  return sampler.samples();
}

describe('createSampler', () => {
  it('keeps what sorting all findings would, whatever their order', () => {
    fc.assert(
      fc.property(
        fc.array(sample, { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(),
        (findings, perRule, turn) => {
          const expected = sortAndSlice(findings, perRule);
          expect(sampled(findings, perRule)).toEqual(expected);
          const shift = findings.length === 0 ? 0 : turn % findings.length;
          const turned = [...findings.slice(shift), ...findings.slice(0, shift)].toReversed();
          expect(sampled(turned, perRule)).toEqual(expected);
        },
      ),
    );
  });

  it('takes the samples of other samplers, as workers give them', () => {
    fc.assert(
      fc.property(fc.array(sample), fc.array(sample), (left, right) => {
        const parts = [left, right].flatMap((part) => Object.values(sampled(part, 5)).flat());
        expect(sampled(parts, 5)).toEqual(sortAndSlice([...left, ...right], 5));
      }),
    );
  });

  it('keeps 20 of each rule unless told otherwise, and nothing but what the report shows', () => {
    const finding = {
      rule: 'FLAG-LATE',
      severity: 'info' as const,
      crimeReference: 'GL/1',
      force: '',
      team: '',
      message: 'late',
      fingerprint: '',
      when: [],
      narrative: 'never',
    };
    const at = { file: 'a.csv', status: 'new', since: '2026-11-01' } as const;
    const sampler = createSampler();
    for (let i = 0; i < 1000; i++)
      sampler.add({ ...finding, fingerprint: String(i).padStart(4, '0') }, { ...at, row: i });
    const kept = sampler.samples()['FLAG-LATE'] ?? [];
    expect(kept.map(({ row }) => row)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual(
      [
        'crimeReference',
        'file',
        'fingerprint',
        'force',
        'message',
        'row',
        'rule',
        'severity',
        'since',
        'status',
        'team',
      ].toSorted(),
    );
  });
});
