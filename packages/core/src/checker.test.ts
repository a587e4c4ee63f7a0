import { describe, expect, it } from 'vitest';
import { mergeTallies } from './aggregate/tally.js';
import { createChecker } from './checker.js';
import { MarkercheckError } from './model/errors.js';
import { type CrimeRecord, FIELD_NAMES, type FieldName } from './model/fields.js';
import { cellsOf } from './normalise/cells.js';
import { loadPack } from './rules/load.js';
import { crimeRecord } from './testing.js';

const pack = loadPack();
const checker = createChecker(pack, { asAt: '2026-11-01' });
const RULE = 'CSA-BYDEF-MISSING';

const RECORDS: readonly CrimeRecord[] = [
  crimeRecord(),
  crimeRecord({ crimeReference: 'EXAMPLE/2', CSA: 'N' }),
  crimeRecord({ crimeReference: 'EXAMPLE/3', CSA: '?' }),
  crimeRecord({ crimeReference: 'EXAMPLE/4', offenceCode: '8/01', offenceClass: '' }),
];

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof MarkercheckError) return error.code;
  }
  return 'no error';
}

describe('check', () => {
  it('gives the outcome of each rule that is on, with the truth of its clauses', () => {
    const { outcomes } = checker.check(crimeRecord({ CSA: 'N' }));
    expect(Object.keys(outcomes)).toHaveLength(25);
    expect(outcomes[RULE]).toMatchObject({
      rule: RULE,
      outcome: 'breached',
      lacking: [],
      require: { clause: 'CSA is set', truth: 'false' },
    });
    expect(outcomes[RULE]?.when.map(({ truth }) => truth)).toEqual(outcomes[RULE]?.when.map(() => 'true'));
  });

  it('gives a finding for each breach, with the same clauses', () => {
    const { findings, outcomes } = checker.check(crimeRecord({ CSA: 'N' }));
    const finding = findings.find(({ rule }) => rule === RULE);
    expect(finding?.when).toEqual(outcomes[RULE]?.when);
    expect(findings.map(({ rule }) => rule)).toEqual(
      Object.values(outcomes).flatMap(({ rule, outcome }) => (outcome === 'breached' ? [rule] : [])),
    );
  });

  it('names the fields that an outcome which is undetermined lacks', () => {
    expect(checker.check(crimeRecord({ CSA: '?' })).outcomes[RULE]).toMatchObject({
      outcome: 'undetermined',
      lacking: ['CSA'],
    });
  });

  it('does not assess a rule without a column, as the checker or the record says', () => {
    const columns = FIELD_NAMES.filter((name) => name !== 'CSA');
    const of = { outcome: 'not-assessed', lacking: ['CSA'] };
    const { CSA: _, ...rest } = crimeRecord();
    expect(createChecker(pack, { asAt: '2026-11-01', columns }).check(rest).outcomes[RULE]).toMatchObject(of);
    expect(checker.check(crimeRecord({ CSA: null })).outcomes[RULE]).toMatchObject(of);
  });

  it('takes a row of cells, in which null is a cell of which nothing can be told', () => {
    expect(checker.check(cellsOf(crimeRecord({ CSA: 'N' })))).toEqual(
      checker.check(crimeRecord({ CSA: 'N' })),
    );
    expect(checker.check(cellsOf(crimeRecord({ CSA: null }))).outcomes[RULE]).toMatchObject({
      outcome: 'undetermined',
      lacking: ['CSA'],
    });
    expect(codeOf(() => checker.check(['19/07']))).toBe('RECORD_INVALID');
  });

  it('depends on its arguments alone: records before do not change it', () => {
    const before = RECORDS.map((record) => checker.check(record));
    for (const name of FIELD_NAMES) checker.check({ [name]: null, [FIELD_NAMES[0]!]: null });
    expect(RECORDS.map((record) => checker.check(record))).toEqual(before);
  });
});

describe('explain', () => {
  it('says what every rule says, those that are off as well', () => {
    const explained = checker.explain(crimeRecord({ CSA: 'N' }));
    expect(explained.map(({ rule }) => rule)).toEqual(pack.rules.map(({ id }) => id).toSorted());
    expect(explained.find(({ rule }) => rule === RULE)).toMatchObject({ outcome: 'breached' });
  });
});

describe('tally and summarise', () => {
  const summary = checker.summarise(RECORDS);

  it('counts what check gives', () => {
    for (const [id, counts] of Object.entries(summary.rules)) {
      if (counts.state !== 'on') continue;
      const outcomes = RECORDS.map((record) => checker.check(record).outcomes[id]?.outcome);
      const counted = (outcome: string) => outcomes.filter((of) => of === outcome).length;
      expect(counts).toMatchObject({
        met: counted('met'),
        breached: counted('breached'),
        undetermined: counted('undetermined'),
        notApplicable: counted('not-applicable'),
      });
    }
    const severities = RECORDS.flatMap((record) => checker.check(record).findings).map(
      ({ severity }) => severity,
    );
    expect(summary.findings).toEqual({
      error: severities.filter((severity) => severity === 'error').length,
      warning: severities.filter((severity) => severity === 'warning').length,
      info: severities.filter((severity) => severity === 'info').length,
    });
  });

  it('gives the same whether records come at once, one by one, or in parts that are sent and merged', () => {
    const counter = checker.counter();
    for (const record of RECORDS) counter.add(record);
    expect(checker.summarise(counter.tally)).toEqual(summary);
    const [left, right] = [RECORDS.slice(0, 2), RECORDS.slice(2)].map((part) =>
      structuredClone(checker.tally(part)),
    );
    expect(checker.summarise(mergeTallies(right!, left!))).toEqual(summary);
  });

  it('says whose figures these are, and takes what only the caller knows', () => {
    expect(summary).toMatchObject({
      schema: 1,
      tool: { name: '@markercheck/core' },
      pack: { id: pack.id, digest: pack.digest },
      policy: { digest: null, changes: [] },
      asAt: '2026-11-01',
      records: 4,
    });
    const tool = { name: 'records-service', version: '7' };
    expect(checker.summarise(RECORDS, { tool }).tool).toEqual(tool);
    const policy = { rules: { [RULE]: 'error' } } as const;
    const strict = createChecker(pack, { asAt: '2026-11-01', policy }).summarise(RECORDS);
    expect(strict.policy.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('counts no record that lacks a column which the checker has', () => {
    expect(codeOf(() => checker.tally([crimeRecord({ CSA: null })]))).toBe('COLUMNS_DIFFER');
  });

  it('refuses a tally of another policy', () => {
    const other = createChecker(pack, { asAt: '2026-11-01', policy: { rules: { [RULE]: 'off' } } });
    expect(codeOf(() => checker.summarise(other.tally(RECORDS)))).toBe('TALLIES_DIFFER');
  });
});

describe('what a program without types hands over', () => {
  const untyped = checker as unknown as Record<'check' | 'tally' | 'summarise', (value?: unknown) => unknown>;
  const make = createChecker as unknown as (...values: readonly unknown[]) => unknown;

  it.each<[string, string, () => unknown]>([
    ['nothing', 'PACK_INVALID', () => make()],
    ['something else for a pack', 'PACK_INVALID', () => make({}, { asAt: '2026-11-01' })],
    ['no options', 'ARGUMENT_INVALID', () => make(pack)],
    ['a Date for a day', 'ARGUMENT_INVALID', () => make(pack, { asAt: new Date(0) })],
    ['one column', 'ARGUMENT_INVALID', () => make(pack, { asAt: '2026-11-01', columns: 'csa' })],
    ['no record', 'RECORD_INVALID', () => untyped.check()],
    ['null for a record', 'RECORD_INVALID', () => untyped.check(null)],
    ['a text for a record', 'RECORD_INVALID', () => untyped.check('19/16')],
    ['numbers for cells', 'RECORD_INVALID', () => untyped.check(FIELD_NAMES.map(() => 1))],
    [
      'records that come later',
      'ARGUMENT_INVALID',
      () => untyped.summarise({ [Symbol.asyncIterator]: null }),
    ],
    ['one record to summarise', 'ARGUMENT_INVALID', () => untyped.summarise(crimeRecord())],
  ])('is refused in words: %s', (_, code, act) => {
    expect(codeOf(act)).toBe(code);
  });
});

describe('createChecker', () => {
  it.each([
    ['a day that is none', () => createChecker(pack, { asAt: '2026-11-31' })],
    [
      'a column that is none',
      () => createChecker(pack, { asAt: '2026-11-01', columns: ['csa' as FieldName] }),
    ],
  ])('refuses %s', (_, make) => {
    expect(codeOf(make)).toBe('ARGUMENT_INVALID');
  });

  it('cannot be handed a pack that somebody changed', () => {
    expect(() => {
      (loadPack() as { title: string }).title = 'Ours';
    }).toThrow(TypeError);
    expect(() => {
      (loadPack().rules[0] as { severity: string }).severity = 'error';
    }).toThrow(TypeError);
  });
});
