import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  type HistoryCell,
  type HistoryEntry,
  historyFileName,
} from '../../packages/core/src/history/entry.js';
import { markercheck, scratchFolder, writeIn } from '../support/cli.js';
import { monthsFrom, nightlyExtract } from '../support/nightly.js';

const MEASURE = 'csa-by-title';

function entry(asAt: string, months: readonly string[], changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    schema: 1,
    tool: 'markercheck 0.1.0',
    asAt,
    complete: true,
    notChecked: null,
    pack: { id: 'home-office-markers', edition: '2026-11', digest: 'a' },
    policy: null,
    profile: { name: 'canonical', digest: 'b', blank: 'not-set' },
    records: 1000,
    columns: ['CSA'],
    markers: [],
    readable: null,
    measures: [{ id: MEASURE, met: 1, breached: 1, undetermined: 0, without: [] }],
    cells: months.map((month, i): HistoryCell => [MEASURE, 'E23000037', month, '91+', 80 + (i % 4), 10, 2]),
    alerts: [],
    ...changes,
  };
}

function history(entries: readonly HistoryEntry[]): string {
  const folder = scratchFolder();
  mkdirSync(path.join(folder, 'history'));
  for (const of of entries)
    writeFileSync(path.join(folder, 'history', historyFileName(of)), JSON.stringify(of));
  return folder;
}

const read = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');

describe('trend', () => {
  const MONTHS = monthsFrom('2025-01', 20);

  it('writes one page without script, and its figures as a CSV', () => {
    const folder = history([entry('2026-11-01', MONTHS)]);
    const { exit, stdout, stderr } = markercheck(folder, ['trend', 'history']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('Drew 1 measure from 1 run');
    expect(read(folder, 'trend.html')).not.toContain('<script');
    const { data } = Papa.parse<Record<string, string>>(read(folder, 'trend.csv').replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(20);
    expect(data[0]).toMatchObject({ measure: MEASURE, from: '2025-01-01', records: '92', met: '80' });
    expect(readdirSync(folder).toSorted()).toEqual(['history', 'trend.csv', 'trend.html']);
  });

  it('draws the same for the same history, and replaces what it drew', () => {
    const folder = history([entry('2026-11-01', MONTHS)]);
    markercheck(folder, ['trend', 'history']);
    const first = read(folder, 'trend.html');
    expect(markercheck(folder, ['trend', 'history']).exit).toBe(0);
    expect(read(folder, 'trend.html')).toBe(first);
  });

  it('draws events, and rebases at a change of system only', () => {
    const folder = history([entry('2026-11-01', MONTHS)]);
    writeIn(
      folder,
      'events.csv',
      'date,label,kind\n2025-06-01,Briefing,training\n2025-11-01,Go-live,system\n',
    );
    expect(markercheck(folder, ['trend', 'history', '--events', 'events.csv']).exit).toBe(0);
    const page = read(folder, 'trend.html');
    expect(page).toContain('Go-live');
    expect(page.match(/From [A-Z][a-z]+ 20\d\d: mean/g)).toEqual([
      'From January 2025: mean',
      'From November 2025: mean',
      'From January 2025: mean',
      'From November 2025: mean',
    ]);
  });

  it('is 2 for runs of different rules: the line is broken, and it is said', () => {
    const other = { pack: { id: 'home-office-markers', edition: '2027-01', digest: 'c' } };
    const folder = history([
      entry('2026-03-01', monthsFrom('2025-01', 12)),
      entry('2026-11-01', monthsFrom('2026-01', 9), other),
    ]);
    const { exit, stderr } = markercheck(folder, ['trend', 'history']);
    expect(exit).toBe(2);
    expect(stderr).toContain('NOT ONE LINE');
    expect(stderr).toContain('csa-by-title is broken at the run as at 2026-11-01: the rule pack changed.');
    expect(read(folder, 'trend.html')).toContain(
      'The line is broken before January 2026: the rule pack changed.',
    );
    expect(markercheck(folder, ['trend', 'history', '--accept-breaks']).exit).toBe(0);
    expect(markercheck(folder, ['trend', 'history', '--from', '2026-01']).exit).toBe(0);
  });

  it.each([
    ['an events file that is none', ['--events', 'events.csv'], 'line 2: the kind is none of'],
    ['an events file that is not there', ['--events', 'none.csv'], 'there is no such file'],
    ['a month that is none', ['--from', '2026-13'], 'is not a month'],
    ['a page that is no page', ['--out', 'trend.pdf'], 'ends in .html'],
    ['a page that is not ours', ['--out', 'mine.html'], 'did not write'],
  ])('is 2 for %s, and nothing is written', (_, args, words) => {
    const folder = history([entry('2026-11-01', MONTHS)]);
    writeIn(folder, 'events.csv', 'date,label,kind\n2026-01-01,Party,party\n');
    writeIn(folder, 'mine.html', '<p>mine</p>');
    const { exit, stderr } = markercheck(folder, ['trend', 'history', ...args]);
    expect(exit).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain(words);
    expect(existsSync(path.join(folder, 'trend.html'))).toBe(false);
    expect(read(folder, 'mine.html')).toBe('<p>mine</p>');
  });

  it('is 2 where the figures would replace a file of somebody else', () => {
    const folder = history([entry('2026-11-01', MONTHS)]);
    writeIn(folder, 'trend.csv', 'crimeReference\nGL/1\n');
    expect(markercheck(folder, ['trend', 'history']).exit).toBe(2);
    expect(read(folder, 'trend.csv')).toBe('crimeReference\nGL/1\n');
  });

  it('is 3 without a history', () => {
    const folder = scratchFolder();
    mkdirSync(path.join(folder, 'empty'));
    expect(markercheck(folder, ['trend', 'nowhere']).exit).toBe(3);
    expect(markercheck(folder, ['trend', 'empty']).exit).toBe(3);
  });

  it('leaves out a file that cannot be read, and says so', () => {
    const folder = history([entry('2026-11-01', MONTHS)]);
    writeIn(path.join(folder, 'history'), '2026-11-02-0123456789ab.json', '{"schema":1,');
    const { exit, stderr } = markercheck(folder, ['trend', 'history']);
    expect(exit).toBe(0);
    expect(stderr).toContain('2026-11-02-0123456789ab.json of the history cannot be read');
  });
});

describe('check --history', () => {
  const MONTHS = monthsFrom('2025-10', 12);

  function night(folder: string, asAt: string, extract: string, ...args: readonly string[]) {
    writeIn(folder, 'extract.csv', extract);
    return markercheck(folder, [
      'check',
      'extract.csv',
      '--as-at',
      asAt,
      '--history',
      'history',
      '--fail-on',
      'never',
      '--quiet',
      ...args,
    ]);
  }

  const kept = (folder: string) => readdirSync(path.join(folder, 'history')).toSorted();

  it('keeps one file a day; a re-run of the same day takes its place', () => {
    const folder = scratchFolder();
    night(folder, '2026-11-01', nightlyExtract({ months: MONTHS }));
    night(folder, '2026-11-02', nightlyExtract({ months: MONTHS }));
    const before = kept(folder);
    night(folder, '2026-11-02', nightlyExtract({ months: MONTHS, unflagged: 5 }));
    const after = kept(folder);
    expect(after.map((name) => name.slice(0, 10))).toEqual(['2026-11-01', '2026-11-02']);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it('says a broken feed, the second night too, and until it is mended', () => {
    const folder = scratchFolder();
    const sound = nightlyExtract({ months: MONTHS });
    expect(night(folder, '2026-11-01', sound).stderr).toBe('');
    const gone = nightlyExtract({ months: MONTHS, without: ['CSE'] });
    expect(night(folder, '2026-11-02', gone).stderr.replace(/\s+/g, ' ')).toContain(
      'ALERT: The feed looks broken. Look at the export before any list goes out. The column is gone: CSE; it was there in the run as at 1 November 2026.',
    );
    expect(night(folder, '2026-11-03', gone).stderr).toContain('The column is gone: CSE');
    expect(night(folder, '2026-11-04', nightlyExtract({ months: MONTHS, blank: 'CSA' })).stderr).toContain(
      'CSA is set in none of 360 records',
    );
    expect(night(folder, '2026-11-05', nightlyExtract({ months: MONTHS.slice(0, 5) })).stderr).toContain(
      'The extract has 150 records; it had 360',
    );
    expect(night(folder, '2026-11-06', sound).stderr).toBe('');
  });

  it('gives a trend that leaves out the nights of a broken feed', () => {
    const folder = scratchFolder();
    night(folder, '2026-11-01', nightlyExtract({ months: MONTHS }));
    night(folder, '2026-11-02', nightlyExtract({ months: MONTHS, blank: 'CSA' }));
    const { exit, stdout } = markercheck(folder, ['trend', 'history']);
    expect(exit).toBe(0);
    expect(stdout).toContain('The run as at 2026-11-02 is left out: its feed looked broken.');
    expect(read(folder, 'trend.html')).toContain('90.0%');
  });

  it('draws events on the trend of the report, and refuses them without a history or with a wrong line', () => {
    const folder = scratchFolder();
    const extract = nightlyExtract({ months: MONTHS });
    night(folder, '2026-11-01', extract);
    expect(read(folder, 'markercheck-run/report.html')).toContain('know of no events');
    writeIn(folder, 'events.csv', 'date,label,kind\n2026-03-09,New records system,system\n');
    expect(night(folder, '2026-11-01', extract, '--events', 'events.csv').exit).toBe(0);
    const report = read(folder, 'markercheck-run/report.html');
    expect(report).toContain('New records system');
    expect(report).not.toContain('know of no events');
    writeIn(folder, 'wrong.csv', 'date,label,kind\n2026-03-09,New records system,party\n');
    expect(night(folder, '2026-11-01', extract, '--events', 'wrong.csv').exit).toBe(2);
    const without = markercheck(folder, ['check', 'extract.csv', '--events', 'events.csv']);
    expect(without).toMatchObject({ exit: 2, stderr: expect.stringContaining('--history') as string });
  });

  it('is 4 where the history cannot be kept, and says so before anything is read', () => {
    const folder = scratchFolder();
    writeIn(folder, 'history', 'a file');
    const { exit, stderr } = night(folder, '2026-11-01', nightlyExtract({ months: MONTHS }));
    expect({ exit, out: existsSync(path.join(folder, 'markercheck-run')) }).toEqual({ exit: 4, out: false });
    expect(stderr).toContain('--history history cannot be used');
  });
});
