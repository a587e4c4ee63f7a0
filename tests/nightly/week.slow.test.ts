import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  canonicalCsv,
  type CliResult,
  markercheck,
  readRows,
  readSummary,
  scratchFolder,
  writeIn,
} from '../support/cli.js';

const BASE: Readonly<Record<string, string>> = {
  force: 'E23000037',
  offenceCode: '19/16',
  recordedOn: '2026-09-01',
  reportedOn: '2026-09-01',
  offenceFrom: '2026-08-30',
  victimBornOn: '2015-01-01',
  narrative: 'At home',
  team: 'CAIT North',
};
const record = (crimeReference: string, CSA: string) => ({ ...BASE, crimeReference, CSA, CSE: 'N' });
/** Records that are in order, so that the week's faults are a small part of the extract. */
const SOUND = Array.from({ length: 60 }, (_, i) => record(`OK/${i}`, 'Y'));
const HEADER = Object.keys(record('', ''));

interface Night {
  readonly about: string;
  readonly faults: readonly string[];
  readonly mended?: readonly string[];
  readonly without?: readonly string[];
  readonly expected: {
    readonly exit: number;
    readonly statuses: Readonly<Record<string, string>>;
    /** The day of October on which each was first found. */
    readonly since?: Readonly<Record<string, number>>;
    readonly gone?: Readonly<Record<string, string>>;
    readonly alert?: boolean;
  };
}

/** B is waived from the third night on, up to and including the fourth. */
const WAIVERS =
  'rule,crimeReference,reason,decidedBy,decidedOn,expiresOn\nCSA-BYDEF-MISSING,B,Reviewed by the FCR,FCR audit,2026-10-03,2026-10-04\n';

const WEEK: readonly Night[] = [
  {
    about: 'the first night',
    faults: ['A', 'B', 'C'],
    expected: { exit: 1, statuses: { A: '', B: '', C: '' } },
  },
  {
    about: 'A is mended, D appears',
    faults: ['B', 'C', 'D'],
    mended: ['A'],
    expected: { exit: 1, statuses: { B: 'persisting', C: 'persisting', D: 'new' }, gone: { A: 'resolved' } },
  },
  {
    about: 'B is waived, C is no longer in the extract',
    faults: ['B', 'D'],
    mended: ['A'],
    expected: { exit: 0, statuses: { B: 'waived', D: 'persisting' }, gone: { C: 'no-longer-assessed' } },
  },
  {
    about: "the waiver's last day",
    faults: ['B', 'D'],
    expected: { exit: 0, statuses: { B: 'waived', D: 'persisting' } },
  },
  {
    about: 'the waiver has expired: B comes back, and is not new',
    faults: ['B', 'D'],
    expected: { exit: 0, statuses: { B: 'persisting', D: 'persisting' }, since: { B: 1, D: 2 } },
  },
  {
    about: 'a system migration drops both columns: nothing is resolved, and the feed is an alert',
    faults: ['B', 'D'],
    without: ['CSA', 'CSE'],
    expected: {
      exit: 0,
      statuses: {},
      gone: { B: 'no-longer-assessed', D: 'no-longer-assessed' },
      alert: true,
    },
  },
  {
    about: 'the columns are back: the findings are judged again and keep their age; E is new',
    faults: ['B', 'D', 'E'],
    expected: {
      exit: 1,
      statuses: { B: 're-judged', D: 're-judged', E: 'new' },
      since: { B: 1, D: 2, E: 7 },
    },
  },
];

/** The day on which each finding of a run was first found, by its record. */
function sinceOf(folder: string, run: string): Readonly<Record<string, string>> {
  const lines = readFileSync(path.join(folder, run, 'findings.ndjson'), 'utf8')
    .trim()
    .split('\n');
  const found = lines.map((line) => JSON.parse(line) as { crimeReference: string; since: string });
  return Object.fromEntries(found.map(({ crimeReference, since }) => [crimeReference, since]));
}

describe('a week of nightly extracts', () => {
  it('gives the expected statuses each night, one history and one log whose chain holds', () => {
    const folder = scratchFolder();
    writeIn(folder, 'waivers.csv', WAIVERS);
    WEEK.forEach((night, i) => {
      const day = i + 1;
      const faults = night.faults.map((reference) => record(reference, 'N'));
      const mended = (night.mended ?? []).map((reference) => record(reference, 'Y'));
      const header = HEADER.filter((name) => !(night.without ?? []).includes(name));
      // The extract is sorted anew each night: a finding is known by its record, not by its row.
      const records = [...SOUND, ...faults, ...mended].toSorted(
        (a, b) => (a.crimeReference < b.crimeReference ? -1 : 1) * (day % 2 === 0 ? 1 : -1),
      );
      writeIn(folder, 'extract.csv', canonicalCsv(records, header));
      const files = `--out night${day} --history history --waivers waivers.csv --log runs.jsonl`.split(' ');
      const why = ['--operator', 'nightly job', '--reason', 'nightly'];
      const before = day > 1 ? ['--baseline', `night${day - 1}`, '--new-only'] : [];
      const asAt = ['--as-at', `2026-10-0${day}`];
      const result: CliResult = markercheck(folder, [
        'check',
        'extract.csv',
        ...asAt,
        ...files,
        ...why,
        ...before,
      ]);
      const run = `night${day}`;
      // The first night has no baseline and counts every finding; the second has a new one.
      expect(result.exit, `${night.about}\n${result.stderr}`).toBe(night.expected.exit);
      const statuses = readRows(folder, 'findings.csv', run).map(
        (row) => [row['crimeReference'], row['status']] as const,
      );
      expect(Object.fromEntries(statuses), night.about).toEqual(night.expected.statuses);
      for (const [reference, first] of Object.entries(night.expected.since ?? {})) {
        expect(sinceOf(folder, run)[reference], `${night.about}: ${reference}`).toBe(`2026-10-0${first}`);
      }
      if (day > 1) {
        const gone = readRows(folder, 'resolved.csv', run).map(
          (row) => [row['crimeReference'], row['status']] as const,
        );
        expect(Object.fromEntries(gone), night.about).toEqual(night.expected.gone ?? {});
      }
      expect(result.stderr.includes('ALERT'), night.about).toBe(night.expected.alert === true);
      expect(readSummary(folder, run).waivers?.expired.length, night.about).toBe(day >= 5 ? 1 : 0);
      for (const page of ['report.html', 'board.html', 'brief.txt']) {
        expect(existsSync(path.join(folder, run, page)), page).toBe(true);
      }
    });
    expect(readFileSync(path.join(folder, 'runs.jsonl'), 'utf8').trim().split('\n')).toHaveLength(7);
    expect(markercheck(folder, ['log', 'verify', 'runs.jsonl']).exit).toBe(0);
    expect(markercheck(folder, ['trend', 'history', '--out', 'trend.html']).exit).toBe(0);
  });
});
