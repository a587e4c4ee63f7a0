import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clause } from '../model/clause.js';
import type { Finding, FindingStatus } from '../model/finding.js';
import { loadPack } from '../rules/load.js';
import type { LocatedFinding } from '../report/records/files.js';
import { WORK_LIST_COLUMNS } from './columns.js';
import { workListCsv } from './csv.js';
import { failingClause } from './failing-clause.js';
import { createSheetNames } from './sheet-names.js';
import { workListSheets } from './sheets.js';
import { createWorkList, type WorkListOptions, type WorkListPart } from './work-list.js';

const PACK = loadPack();
const NOT_SET: Clause = { clause: 'CSA is set', truth: 'false' };

interface Change extends Partial<Finding> {
  readonly status?: FindingStatus;
  readonly since?: string;
  readonly row?: number;
}

/** A finding of a record; its rule decides its tier. */
function located({ status = '', since = '2026-11-01', row = 2, ...change }: Change = {}): LocatedFinding {
  const finding: Finding = {
    rule: 'CSA-BYDEF-MISSING',
    severity: 'warning',
    crimeReference: `GL/${row}`,
    force: 'E23000037',
    team: 'CAIT North',
    recordedOn: '2026-01-05',
    marker: 'CSA',
    message: 'No CSA marker.',
    action: 'Set CSA.',
    fingerprint: 'f',
    when: [],
    require: NOT_SET,
    ...change,
  };
  return { finding, status, since, place: { file: 'extract.csv', row } };
}

function listOf(findings: readonly LocatedFinding[], options: Partial<WorkListOptions> = {}) {
  const list = createWorkList(PACK, { asAt: '2026-11-01', ...options });
  for (const finding of findings) list.add(finding);
  return list;
}

const shown = (parts: readonly WorkListPart[]) =>
  parts.map(({ kind, team, rows }) => [
    kind,
    team,
    ...Array.from(rows, (row) => `${row.crimeReference} ${row.rule}`),
  ]);

describe('the order of work', () => {
  it('is tier, severity, rule, then what has stood longest', () => {
    const list = listOf([
      located({ row: 2, rule: 'UNKNOWN-CODE', severity: 'info' }),
      located({ row: 3, rule: 'CSE-ADULT-VICTIM', severity: 'error' }),
      located({ row: 4, since: '2026-10-30' }),
      located({ row: 5, since: '2026-10-01' }),
      located({ row: 6, rule: 'CSE-C71-MISSING' }),
      located({ row: 7, severity: 'error' }),
      located({ row: 8, since: '2026-10-30' }),
    ]);
    expect(Array.from(list.parts()[0]!.rows, ({ row }) => row)).toEqual([7, 5, 4, 8, 6, 3, 2]);
  });

  it('keeps the findings of a record together, where its first belongs', () => {
    const list = listOf([
      located({ row: 2, rule: 'UNKNOWN-CODE', severity: 'info' }),
      located({ row: 2 }),
      located({ row: 3, rule: 'CSE-ADULT-VICTIM', severity: 'error' }),
    ]);
    expect(shown(list.parts())).toEqual([
      ['list', null, 'GL/2 CSA-BYDEF-MISSING', 'GL/2 UNKNOWN-CODE', 'GL/3 CSE-ADULT-VICTIM'],
    ]);
  });

  it('tells records without a reference by their place', () => {
    const list = listOf([
      located({ row: 2, crimeReference: '' }),
      located({ row: 3, crimeReference: '', rule: 'UNKNOWN-CODE' }),
      located({ row: 3, crimeReference: '', rule: 'CSE-ADULT-VICTIM', severity: 'error' }),
    ]);
    expect(list.report().listed).toEqual({ findings: 3, records: 2 });
    expect(Array.from(list.parts()[0]!.rows, ({ row }) => row)).toEqual([2, 3, 3]);
  });

  it('puts tier 4 on a list of its own, and splits the rest by team', () => {
    const findings = [
      located({ row: 2, team: 'South' }),
      located({ row: 3, team: '' }),
      located({ row: 4, team: 'North', rule: 'CSE-EXCHANGE-INDICATOR', severity: 'info' }),
      located({ row: 5, team: 'North' }),
    ];
    expect(shown(listOf(findings, { splitBy: 'team' }).parts())).toEqual([
      ['list', '', 'GL/3 CSA-BYDEF-MISSING'],
      ['list', 'North', 'GL/5 CSA-BYDEF-MISSING'],
      ['list', 'South', 'GL/2 CSA-BYDEF-MISSING'],
      ['review', null, 'GL/4 CSE-EXCHANGE-INDICATOR'],
    ]);
    expect(shown(listOf([], { splitBy: 'team' }).parts())).toEqual([['list', null]]);
  });
});

describe('what is left off', () => {
  it.each<[string, Change, 'waived' | 'settling' | 'before' | 'listed']>([
    ['a waived finding, whatever its day', { status: 'waived', recordedOn: '2026-10-30' }, 'waived'],
    ['a record of the day itself', { recordedOn: '2026-11-01' }, 'settling'],
    ['a record of 27 days', { recordedOn: '2026-10-05' }, 'settling'],
    ['a record of 28 days stays', { recordedOn: '2026-10-04' }, 'listed'],
    ['a record of the first day stays', { recordedOn: '2025-06-01' }, 'listed'],
    ['a record before the first day', { recordedOn: '2025-05-31' }, 'before'],
    ['a record without a day stays', { recordedOn: null }, 'listed'],
    ['a record of tomorrow stays: its day is wrong', { recordedOn: '2026-11-02' }, 'listed'],
  ])('%s', (_, change, where) => {
    const report = listOf([located(change)], { settlingDays: 28, since: '2025-06-01' }).report();
    expect(report[where]).toEqual({ findings: 1, records: 1 });
  });

  it('is nothing by default', () => {
    const report = listOf([
      located({ recordedOn: '2026-11-01' }),
      located({ recordedOn: '0001-01-01' }),
    ]).report();
    expect(report).toMatchObject({ settlingDays: 0, since: null, listed: { findings: 2 } });
  });

  it.each<[string, Partial<WorkListOptions>]>([
    ['a date that is none', { since: '2026-02-30' }],
    ['a negative number of days', { settlingDays: -1 }],
    ['half a day', { settlingDays: 0.5 }],
  ])('refuses %s', (_, options) => {
    expect(() => listOf([], options)).toThrow(expect.objectContaining({ code: 'ARGUMENT_INVALID' }) as Error);
  });

  it('with what is listed makes up all findings, and every one listed is in one part', () => {
    const day = fc.constantFrom(null, '2025-01-01', '2026-10-20', '2026-11-01', '2027-01-01');
    const rule = fc.constantFrom(
      'CSA-BYDEF-MISSING',
      'UNKNOWN-CODE',
      'CSE-EXCHANGE-INDICATOR',
      'CSE-ADULT-VICTIM',
    );
    const finding = fc
      .record({
        rule,
        recordedOn: day,
        row: fc.integer({ min: 2, max: 9 }),
        team: fc.constantFrom('', 'North', 'South'),
        status: fc.constantFrom<FindingStatus>('', 'new', 'waived'),
        severity: fc.constantFrom('error', 'warning', 'info'),
      })
      .map(located);
    const options = fc.record({
      settlingDays: fc.constantFrom(0, 28),
      since: fc.constantFrom('0001-01-01', '2026-01-01'),
    });
    fc.assert(
      fc.property(fc.array(finding), options, fc.boolean(), (findings, given, split) => {
        const list = listOf(findings, { ...given, ...(split ? { splitBy: 'team' } : {}) });
        const { listed, review, waived, settling, before } = list.report();
        const counted = [listed, review, waived, settling, before].map((of) => of.findings);
        expect(counted.reduce((sum, of) => sum + of, 0)).toBe(findings.length);
        const rows = list.parts().flatMap((part) => [...part.rows]);
        expect(rows).toHaveLength(listed.findings + review.findings);
        for (const { kind, team, rows: ofPart } of list.parts()) {
          const of = [...ofPart];
          expect(of.every(({ tier }) => (tier === 4) === (kind === 'review'))).toBe(true);
          expect(of.every((row) => team === null || row.team === team)).toBe(true);
        }
      }),
    );
  });
});

describe('a row', () => {
  it('says how long the finding is open, and what fails', () => {
    const [row] = listOf([located({ since: '2026-10-02', status: 'persisting' })]).parts()[0]!.rows;
    expect(row).toMatchObject({ daysOpen: 30, fails: 'CSA is set', status: 'persisting', tier: 1 });
  });

  it.each<[string, Clause, string]>([
    ['the clause itself', NOT_SET, 'CSA is set'],
    [
      'of several that must all hold, those that do not',
      {
        clause: 'all of these hold',
        truth: 'false',
        parts: [part('A', 'true'), part('B', 'false'), part('C', 'unknown')],
      },
      'B',
    ],
    [
      'of several of which one must hold, the whole',
      {
        clause: 'at least one of these holds',
        truth: 'false',
        parts: [part('A', 'false'), { ...part('all of these hold', 'false'), parts: [part('B', 'false')] }],
      },
      'at least one of these holds: A; (all of these hold: B)',
    ],
    [
      'of several of which none may hold, the whole',
      {
        clause: 'none of these holds',
        truth: 'false',
        parts: [part('A', 'true'), part('B', 'false')],
      },
      'none of these holds: A; B',
    ],
  ])('says %s', (_, clause, words) => expect(failingClause(clause)).toBe(words));

  it('stands in the CSV under the same columns, safe from formulas', () => {
    const [row] = listOf([located({ crimeReference: '=cmd', team: 'a "b", c' })]).parts()[0]!.rows;
    expect(workListCsv.start()).toBe(
      '\uFEFFtier,crimeReference,team,force,message,action,fails,rule,severity,status,since,daysOpen,file,row,decision,byRole,date\r\n',
    );
    expect(workListCsv.line(row!)).toBe(
      `1 A child is not counted,'=cmd,"a ""b"", c",E23000037,No CSA marker.,Set CSA.,CSA is set,CSA-BYDEF-MISSING,warning,,2026-11-01,0,extract.csv,2,,,\r\n`,
    );
    expect(WORK_LIST_COLUMNS).toHaveLength(17);
  });
});

function part(clause: string, truth: Clause['truth']): Clause {
  return { clause, truth };
}

describe('sheets', () => {
  const sheets = (teams: readonly string[], rows?: number) => {
    const list = listOf(
      teams.map((team, i) => located({ team, row: i + 2 })),
      { splitBy: 'team' },
    );
    return workListSheets(list.parts(), list.report(), '2026-11-01', rows);
  };

  it('have the names of the teams', () => {
    expect(
      sheets(['North', '', 'North', 'For review', 'read ME']).map(({ name, length }) => [name, length]),
    ).toEqual([
      ['No team', 1],
      ['For review (2)', 1],
      ['North', 2],
      ['read ME (2)', 1],
    ]);
  });

  it('go on on a next sheet where Excel has no more rows', () => {
    const long = sheets(['North', 'North', 'North', 'North', 'North'], 4);
    expect(long.map(({ name, length, rows }) => [name, length, [...rows].length])).toEqual([
      ['North', 2, 2],
      ['North (2)', 2, 2],
      ['North (3)', 1, 1],
    ]);
    expect(long[1]!.note).toContain('goes on from the one before');
  });

  it('say what is left off above the headings', () => {
    const list = listOf(
      [located(), located({ row: 3, status: 'waived' }), located({ row: 4, recordedOn: '2026-10-31' })],
      {
        settlingDays: 7,
      },
    );
    const [sheet] = workListSheets(list.parts(), list.report(), '2026-11-01');
    expect(sheet!.note).toBe(
      'As at 1 November 2026: 1 finding on 1 record. In the whole run, 2 findings (1 on records under 7 days old) left off: see “Read me”. Flagging compliance, not prevalence; not official statistics.',
    );
  });

  it('mark where a record begins', () => {
    const list = listOf([located(), located({ rule: 'UNKNOWN-CODE' }), located({ row: 3 })]);
    const [sheet] = workListSheets(list.parts(), list.report(), '2026-11-01');
    expect([...sheet!.rows].map(({ startsRecord }) => startsRecord)).toEqual([true, false, true]);
  });
});

describe('names of sheets', () => {
  it.each([
    ['a/b\\c:d*e?f[g]', 'a b c d e f g'],
    ["'quoted'", 'quoted'],
    ['History', 'Sheet History'],
    ['   ', 'Sheet'],
    ['x'.repeat(40), 'x'.repeat(31)],
    [`${'x'.repeat(30)}\u{1F600}`, 'x'.repeat(30)],
    ['tab\there', 'tab here'],
  ])('%j becomes %j', (wanted, name) => expect(createSheetNames()(wanted)).toBe(name));

  it('are those that Excel takes, and no two alike', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 20 }), (wanted) => {
        const nameFor = createSheetNames(['For review']);
        const names = wanted.map(nameFor);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      }),
    );
  });
});
