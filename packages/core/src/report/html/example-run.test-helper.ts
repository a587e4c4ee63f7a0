import { createAssessor } from '../../assess.js';
import type { HistoryCell, HistoryEntry } from '../../history/entry.js';
import { entry } from '../../history/entry.test-helper.js';
import { trend } from '../../history/trend.js';
import { summarise } from '../../aggregate/summarise.js';
import type { CrimeRecord, FieldName } from '../../model/fields.js';
import { FIELD_NAMES } from '../../model/fields.js';
import type { Policy } from '../../model/policy.js';
import type { RuleCases } from '../../model/rule.js';
import type { RunSummary } from '../../model/run.js';
import { cellsOf } from '../../normalise/cells.js';
import { parseDate } from '../../normalise/date.js';
import casesJson from '../../rules/builtin/cases.json' with { type: 'json' };
import { compilePack } from '../../rules/compile.js';
import { loadPack } from '../../rules/load.js';
import { createSampler } from '../sampler.js';
import type { ReportInput } from './view.js';

const AS_AT = '2026-11-21';

interface Example {
  /** What stands in each record beside its own cells. */
  readonly also?: CrimeRecord;
  readonly file?: string;
  readonly without?: readonly FieldName[];
  readonly policy?: Policy;
  readonly records?: readonly CrimeRecord[];
  readonly over?: Partial<RunSummary>;
}

/** The cases of the pack's rules: each rule is met, breached and left undetermined. */
function caseRecords(): readonly CrimeRecord[] {
  const cases = Object.values(casesJson as unknown as Record<string, RuleCases>);
  const records = cases.flatMap(({ met, breached, undetermined }) => [...met, ...breached, ...undetermined]);
  return records.map((record, i) => ({ crimeReference: `MC/${String(i)}`, ...record }));
}

/** What a report is made of, from records that were really judged. */
export function exampleRun(example: Example = {}): ReportInput {
  const pack = loadPack();
  const { policy, over, also = {}, file = 'extract.csv' } = example;
  const columns = FIELD_NAMES.filter((name) => example.without?.includes(name) !== true);
  const compiled = compilePack(pack, { columns, ...(policy === undefined ? {} : { policy }) });
  const assessor = createAssessor(compiled, parseDate(AS_AT) ?? 0);
  const sampler = createSampler();
  const records = example.records ?? caseRecords();
  records.forEach((record, i) => {
    const cells = cellsOf({ force: 'E23000037', team: 'CAIT', ...record, ...also });
    const known = cells.map((cell, field) =>
      columns.includes(FIELD_NAMES[field] as FieldName) ? cell : null,
    );
    assessor.add(known, i + 2, {
      finding: (finding, row) => sampler.add(finding, { file, row, status: '', since: AS_AT }),
      undetermined: () => undefined,
    });
  });
  const digest = '3f1a9c02'.repeat(8);
  const summary = summarise(assessor.tally, compiled, {
    tool: { name: 'markercheck', version: '0.1.0' },
    profile: { name: 'canonical', digest, blank: 'not-set' },
    policyDigest: policy === undefined ? null : digest,
    asAt: AS_AT,
    inputs: [
      {
        name: file,
        bytes: 1234567,
        sha256: digest,
        encoding: 'utf-8',
        format: 'csv',
        records: records.length,
        unreadable: 0,
      },
    ],
    complete: true,
    baseline: null,
    waivers: null,
    adoption: null,
    workList: null,
    pseudonyms: null,
    minAssessed: 0,
  });
  return { summary: { ...summary, ...over }, pack, samples: sampler.samples() };
}

/** Two years of months in which one stands out. */
function exampleHistory(): readonly HistoryEntry[] {
  const cells = Array.from({ length: 24 }, (_, i): HistoryCell => {
    const month = `${String(2024 + Math.floor(i / 12))}-${String((i % 12) + 1).padStart(2, '0')}`;
    return ['csa-by-title', 'E23000037', month, '91+', 80 + ((i * 7) % 5), i === 12 ? 60 : 10, 4];
  });
  return [entry(AS_AT, { cells })];
}

/** A run in which everything that the report can say is said. */
export function fullRun(): ReportInput {
  const run = exampleRun({
    without: ['markerHistory', 'suspectAges', 'ONLINE'],
    policy: {
      rules: { 'CSE-WITHOUT-CSA': 'info', 'CSE-MULTI-SUSPECT': 'on', 'SEX-OFFENCE-MISMATCH': 'off' },
      parameters: { csaMandatoryFrom: '2016-04-01', 'BYDEF-COVERAGE.minimum': 1, 'BYDEF-COVERAGE.below': 1 },
    },
    over: {
      complete: false,
      baseline: {
        asAt: '2026-11-20',
        new: 3,
        persisting: 1540,
        rejudged: 2,
        resolved: 7,
        noLongerAssessed: 1,
        rules: {
          'CSA-BYDEF-MISSING': {
            new: 3,
            persisting: 1540,
            rejudged: 2,
            resolved: 7,
            noLongerAssessed: 1,
            ages: { '0-6': 5, '7-27': 40, '28-90': 500, '91+': 1000 },
            oldest: '2026-05-03',
          },
        },
      },
      waivers: {
        digest: 'ab'.repeat(32),
        read: 5,
        used: 1,
        expired: [2],
        unused: [3, 4],
        expiringSoon: [5],
        malformed: [{ row: 6, problem: 'expiresOn is not a date.' }],
      },
      adoption: {
        confirmed: 17,
        of: 22,
        edition: '2026-04',
        differing: ['CSA-BYDEF-MISSING'],
        off: ['SEX-OFFENCE-MISMATCH'],
        malformed: [{ row: 9, problem: 'answer is not yes, no or differs.' }],
        digest: 'cd'.repeat(32),
      },
      pseudonyms: 'ab12cd34',
    },
  });
  const { rules, measures } = run.summary;
  const standings = ['new', 'waived', 'persisting', 're-judged'] as const;
  const samples = Object.entries(run.samples).map(([id, of]) => [
    id,
    of.map((sample, i) => ({ ...sample, status: standings[i % 4] ?? 'new', since: '2026-05-03' })),
  ]);
  const rule = rules['CSA-BYDEF-MISSING'];
  const measure = measures['csa-by-title'];
  if (rule === undefined || measure === undefined) return run;
  return {
    ...run,
    samples: Object.fromEntries(samples) as ReportInput['samples'],
    trend: trend(exampleHistory(), run.pack),
    readings: [
      {
        rule: 'CSA-BYDEF-MISSING',
        answer: 'differs',
        paragraph: '4.2',
        edition: '2026-04',
        role: 'force crime registrar',
        date: '2026-05-01',
        note: 'only from 2024 on',
        row: 7,
      },
    ],
    summary: {
      ...run.summary,
      rules: { ...rules, 'CSA-BYDEF-MISSING': { ...rule, waived: 1 } },
      measures: { ...measures, 'csa-by-title': { ...measure, waived: 1 } },
    },
  };
}
