import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalCsv, markercheck, readRows, readSummary, scratchFolder, writeIn } from '../support/cli.js';

const CHILD = {
  crimeReference: 'GL/1',
  force: 'E23000037',
  offenceCode: '19/16',
  recordedOn: '2025-05-02',
  offenceFrom: '2025-05-01',
  victimBornOn: '2015-01-01',
  CSA: 'N',
  CSE: 'N',
  narrative: 'At home',
};
const HEADER = Object.keys(CHILD);
const record = (crimeReference: string, changes: Readonly<Record<string, string>> = {}) => ({
  ...CHILD,
  crimeReference,
  ...changes,
});

type Records = readonly Readonly<Record<string, string>>[];

/** Two nights: the second with the first as its baseline. */
function twoNights(first: Records, second: Records, args: readonly string[] = [], header = HEADER) {
  const folder = scratchFolder();
  writeIn(folder, 'first.csv', canonicalCsv(first, HEADER));
  writeIn(folder, 'second.csv', canonicalCsv(second, header));
  markercheck(folder, ['check', 'first.csv', '--as-at', '2026-11-01', '--out', 'night1']);
  const night2 = [
    'check',
    'second.csv',
    '--as-at',
    '2026-11-02',
    '--out',
    'night2',
    '--baseline',
    'night1',
    ...args,
  ];
  return { folder, ...markercheck(folder, night2) };
}

const statuses = (folder: string): unknown =>
  Object.fromEntries(
    readRows(folder, 'findings.csv', 'night2').map((row) => [row['crimeReference'], row['status']]),
  );
const gone = (folder: string, run = 'night2'): unknown =>
  Object.fromEntries(
    readRows(folder, 'resolved.csv', run).map((row) => [row['crimeReference'], row['status']]),
  );
/** Status and first day of each finding, by its record. */
const standings = (folder: string, run: string): unknown =>
  Object.fromEntries(
    readFileSync(path.join(folder, run, 'findings.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<'crimeReference' | 'status' | 'since', string>>)
      .map(({ crimeReference, status, since }) => [crimeReference, [status, since]]),
  );

describe('a baseline', () => {
  it('tells new findings from persisting ones, and resolved ones from those whose record is gone', () => {
    const { folder } = twoNights(
      [record('kept'), record('mended'), record('removed')],
      [record('mended', { CSA: 'Y' }), record('kept'), record('fresh')],
    );
    expect(statuses(folder)).toEqual({ kept: 'persisting', fresh: 'new' });
    expect(gone(folder)).toEqual({ mended: 'resolved', removed: 'no-longer-assessed' });
    const counts = { new: 1, persisting: 1, rejudged: 0, resolved: 1, noLongerAssessed: 1 };
    expect(readSummary(folder, 'night2').baseline).toEqual({
      asAt: '2026-11-01',
      ...counts,
      rules: {
        'CSA-BYDEF-MISSING': {
          ...counts,
          ages: { '0-6': 2, '7-27': 0, '28-90': 0, '91+': 0 },
          oldest: '2026-11-01',
        },
      },
    });
  });

  it('knows findings again that could not be judged for some nights, and since when they are open', () => {
    const folder = scratchFolder();
    const night = (day: string, records: Records, header = HEADER, before?: string) => {
      writeIn(folder, 'e.csv', canonicalCsv(records, header));
      const baseline = before === undefined ? [] : ['--baseline', before];
      markercheck(folder, ['check', 'e.csv', '--as-at', day, '--out', day, ...baseline]);
    };
    const all = ['gone', 'holed', 'dropped', 'mended'].map((name) => record(name));
    night('2026-09-01', all);
    // One record is left out, one cell is damaged; then the column is dropped.
    night(
      '2026-09-02',
      [record('holed', { CSA: '?' }), record('dropped'), record('mended')],
      HEADER,
      '2026-09-01',
    );
    const without = HEADER.filter((name) => name !== 'CSA');
    night('2026-09-03', all, without, '2026-09-02');
    const back = [...all.slice(0, 3), record('mended', { CSA: 'Y' }), record('fresh')];
    night('2026-09-04', all, without, '2026-09-03');
    night('2026-09-05', back, HEADER, '2026-09-04');
    expect(standings(folder, '2026-09-05')).toEqual({
      gone: ['re-judged', '2026-09-01'],
      holed: ['re-judged', '2026-09-01'],
      dropped: ['re-judged', '2026-09-01'],
      // Nobody knew of it: it came up while the feed was broken.
      fresh: ['new', '2026-09-05'],
    });
    // The cell that could not be read was a finding too, and the column that held it is gone.
    expect(gone(folder, '2026-09-03')).toEqual({
      holed: 'no-longer-assessed',
      dropped: 'no-longer-assessed',
      mended: 'no-longer-assessed',
    });
    expect(gone(folder, '2026-09-04')).toEqual({});
    expect(gone(folder, '2026-09-05')).toEqual({ holed: 'resolved', mended: 'resolved' });
  });

  it('calls a finding persisting whose record was away while its rule stayed, and forgets it after 91 days', () => {
    const folder = scratchFolder();
    const night = (day: string, records: Records, before?: string) => {
      writeIn(folder, 'e.csv', canonicalCsv(records, HEADER));
      const baseline = before === undefined ? [] : ['--baseline', before];
      markercheck(folder, ['check', 'e.csv', '--as-at', day, '--out', day, ...baseline]);
      return standings(folder, day);
    };
    night('2026-01-01', [record('away'), record('other')]);
    night('2026-01-02', [record('other')], '2026-01-01');
    expect(night('2026-01-03', [record('away'), record('other')], '2026-01-02')).toEqual({
      away: ['persisting', '2026-01-01'],
      other: ['persisting', '2026-01-01'],
    });
    night('2026-04-04', [record('other')], '2026-01-02');
    expect(night('2026-04-05', [record('away')], '2026-04-04')).toEqual({ away: ['new', '2026-04-05'] });
  });

  it('never calls a finding resolved that can no longer be told', () => {
    const { folder } = twoNights([record('holed')], [record('holed', { CSA: '?' })]);
    expect(gone(folder)).toEqual({ holed: 'no-longer-assessed' });
    const column = twoNights(
      [record('lost')],
      [record('lost')],
      [],
      HEADER.filter((name) => name !== 'CSA'),
    );
    expect(gone(column.folder)).toEqual({ lost: 'no-longer-assessed' });
  });

  it('calls re-judged what only another policy found', () => {
    const folder = scratchFolder();
    const late = record('late', { CSA: 'Y', markerHistory: 'CSA:set:2025-06-20' });
    writeIn(folder, 'e.csv', canonicalCsv([late], [...HEADER, 'markerHistory']));
    writeIn(
      folder,
      'a.json',
      JSON.stringify({ rules: { 'FLAG-LATE': 'on' }, parameters: { lateAfterDays: 90 } }),
    );
    writeIn(folder, 'b.json', JSON.stringify({ rules: { 'FLAG-LATE': 'on' } }));
    markercheck(folder, ['check', 'e.csv', '--as-at', '2026-11-01', '--out', 'night1', '--policy', 'a.json']);
    const { stdout } = markercheck(folder, [
      'check',
      'e.csv',
      '--as-at',
      '2026-11-02',
      '--out',
      'night2',
      '--policy',
      'b.json',
      '--baseline',
      'night1',
    ]);
    expect(statuses(folder)).toEqual({ late: 're-judged' });
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('1 re-judged');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('findings.csv lists them with the status re-judged');
  });

  it('carries the day on which a finding was first found', () => {
    const { folder } = twoNights([record('old')], [record('old'), record('young')]);
    const since = (run: string) =>
      readFileSync(path.join(folder, run, 'findings.ndjson'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { since: string }).since);
    expect(since('night2')).toEqual(['2026-11-01', '2026-11-02']);
  });

  it('lets only new findings count for the exit code with --new-only', () => {
    expect(twoNights([record('a')], [record('a')], ['--new-only']).exit).toBe(0);
    expect(twoNights([record('a')], [record('a')]).exit).toBe(1);
    expect(twoNights([record('a')], [record('a'), record('b')], ['--new-only']).exit).toBe(1);
  });

  it('counts what came up while the columns of a rule were missing as new, and not what was known before', () => {
    const without = HEADER.filter((name) => name !== 'CSA');
    const { folder } = twoNights([record('a')], [record('a'), record('b')], [], without);
    const night3 = (records: Records) => {
      writeIn(folder, 'third.csv', canonicalCsv(records, HEADER));
      const args = '--as-at 2026-11-03 --baseline night2 --new-only --out night3'.split(' ');
      return markercheck(folder, ['check', 'third.csv', ...args]).exit;
    };
    expect(night3([record('a'), record('b')])).toBe(1);
    expect(readRows(folder, 'findings.csv', 'night3').map(({ status }) => status)).toEqual([
      're-judged',
      'new',
    ]);
    expect(night3([record('a')])).toBe(0);
  });

  it('is refused where it is no run, and --new-only without one', () => {
    const folder = scratchFolder();
    writeIn(folder, 'e.csv', canonicalCsv([record('a')], HEADER));
    expect(markercheck(folder, ['check', 'e.csv', '--baseline', 'nothing']).exit).toBe(2);
    expect(markercheck(folder, ['check', 'e.csv', '--new-only']).exit).toBe(2);
    expect(existsSync(path.join(folder, 'markercheck-run'))).toBe(false);
  });
});

describe('waivers', () => {
  const head = 'rule,crimeReference,reason,decidedBy,decidedOn,expiresOn\n';
  const line = (reference: string, expires = '2027-01-01') =>
    `CSA-BYDEF-MISSING,${reference},Reviewed and in order,FCR audit,2026-10-01,${expires}\n`;

  function waived(csv: string, records: Records = [record('a'), record('b')]) {
    const folder = scratchFolder();
    writeIn(folder, 'e.csv', canonicalCsv(records, HEADER));
    writeIn(folder, 'w.csv', csv);
    return {
      folder,
      ...markercheck(folder, ['check', 'e.csv', '--as-at', '2026-11-01', '--waivers', 'w.csv']),
    };
  }

  it('mark findings, keep them in the denominator, and leave the exit code alone', () => {
    const { folder, exit, stdout } = waived(head + line('a') + line('b'));
    expect(exit).toBe(0);
    expect(stdout).toContain('2 findings are waived');
    expect(readRows(folder, 'findings.csv').map((row) => row['status'])).toEqual(['waived', 'waived']);
    expect(readSummary(folder)).toMatchObject({
      rules: { 'CSA-BYDEF-MISSING': { breached: 2, waived: 2 } },
      measures: { 'csa-by-title': { breached: 2, waived: 2, rate: 0 } },
      waivers: { read: 2, used: 2 },
    });
  });

  it('do not waive when they are expired, malformed or of another record, and each is reported', () => {
    const { folder, exit } = waived(
      `${head}${line('a', '2026-10-31')}${line('c')}CSA-BYDEF-MISSING,b,,FCR,2026-10-01,2027-01-01\n`,
    );
    expect(exit).toBe(1);
    expect(readSummary(folder)).toMatchObject({
      rules: { 'CSA-BYDEF-MISSING': { breached: 2, waived: 0 } },
      waivers: {
        read: 3,
        used: 0,
        expired: [2],
        unused: [3],
        malformed: [{ row: 4, problem: 'reason is empty' }],
      },
    });
    expect(readRows(folder, 'input.csv')).toContainEqual(
      expect.objectContaining({ file: 'w.csv', row: '4' }),
    );
  });

  it('waive on the day on which they expire, and say so beforehand', () => {
    const { folder, exit } = waived(head + line('a', '2026-11-01') + line('b'));
    expect(exit).toBe(0);
    expect(readSummary(folder).waivers).toMatchObject({ used: 2, expiringSoon: [2] });
  });

  it('are refused as a file that is none', () => {
    expect(waived('a,b\n1,2\n').exit).toBe(2);
  });
});

describe('pseudonyms', () => {
  const key = 'a key of the force that nobody else has';

  it('stand in place of crime references everywhere, and follow from the key', () => {
    const folder = scratchFolder();
    writeIn(folder, 'key', key);
    writeIn(folder, 'e.csv', canonicalCsv([record('GL/2025/000123')], HEADER));
    markercheck(folder, ['check', 'e.csv', '--as-at', '2026-11-01', '--pseudonyms', 'key']);
    const expected = createHmac('sha256', key)
      .update(JSON.stringify(['reference', 'E23000037', 'GL/2025/000123']))
      .digest('hex')
      .slice(0, 32);
    expect(readRows(folder, 'findings.csv')[0]).toMatchObject({ crimeReference: expected });
    for (const file of [
      'findings.csv',
      'findings.ndjson',
      'baseline.csv',
      'report.html',
      'undetermined.csv',
      'summary.json',
    ]) {
      expect(readFileSync(path.join(folder, 'markercheck-run', file), 'utf8'), file).not.toContain(
        'GL/2025/000123',
      );
    }
  });

  it('of another key cannot be compared with, and a short key is refused', () => {
    const { folder } = twoNights([record('a')], [record('a')]);
    writeIn(folder, 'key', key);
    const { exit, stderr } = markercheck(folder, [
      'check',
      'second.csv',
      '--baseline',
      'night1',
      '--pseudonyms',
      'key',
    ]);
    expect(exit).toBe(2);
    expect(stderr).toContain('no pseudonyms');
    writeIn(folder, 'short', 'abc');
    expect(markercheck(folder, ['check', 'second.csv', '--pseudonyms', 'short']).exit).toBe(2);
  });
});
