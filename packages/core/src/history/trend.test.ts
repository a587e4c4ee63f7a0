import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../normalise/date.js';
import { loadPack } from '../rules/load.js';
import { entry } from './entry.test-helper.js';
import type { HistoryCell, HistoryEntry } from './entry.js';
import { readEvents } from './events.js';
import { lastSettledMonth, monthName, monthNumber, monthOf, monthsOf } from './months.js';
import { trend, type TrendOptions } from './trend.js';

const PACK = loadPack();
const MEASURE = 'csa-by-title';

const cell = (month: string, met: number, breached = 0, undetermined = 0): HistoryCell => [
  MEASURE,
  'A',
  month,
  '91+',
  met,
  breached,
  undetermined,
];

const monthsFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, i) => monthName(monthNumber(first) + i));

/** A run that saw these months, each with so many met and breached. */
function run(asAt: string, cells: readonly HistoryCell[], changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return entry(asAt, { cells, ...changes });
}

function line(entries: readonly HistoryEntry[], options: TrendOptions = {}) {
  return trend(entries, PACK, options).lines.find(({ measure }) => measure.id === MEASURE)!;
}

const periodsOf = (of: ReturnType<typeof line>) => of.periods.map(({ month }) => monthName(month));

describe('months that have settled', () => {
  it.each([
    ['2026-10-28', '2026-09'],
    ['2026-10-27', '2026-08'],
    ['2026-03-28', '2026-02'],
    ['2026-03-27', '2026-01'],
  ])('as at %s the last is %s', (asAt, month) => {
    expect(monthName(lastSettledMonth(parseDate(asAt)!))).toBe(month);
  });

  it('their last day is 28 days old, the next month’s is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (asAt) => {
        const last = lastSettledMonth(asAt);
        const ages = [0, 1].map((i) => asAt - (parseDate(`${monthName(last + 1 + i)}-01`)! - 1));
        expect(ages[0]).toBeGreaterThanOrEqual(28);
        expect(ages[1]).toBeLessThan(28);
        expect(monthOf(parseDate(`${monthName(last)}-15`)!)).toBe(last);
      }),
    );
  });

  it('comes from the latest run that holds the whole month', () => {
    const months = monthsOf(
      [
        run('2026-03-31', [cell('2026-01', 80, 20), cell('2026-02', 70, 30)]),
        run('2026-04-30', [cell('2026-01', 10, 2), cell('2026-02', 75, 24), cell('2026-03', 60, 40)]),
      ],
      MEASURE,
      'A',
    );
    expect(months.map(({ month, source, met }) => [monthName(month), source.asAt, met])).toEqual([
      ['2026-01', '2026-03-31', 80],
      ['2026-02', '2026-04-30', 75],
      ['2026-03', '2026-04-30', 60],
    ]);
  });

  it('counts 0 where no run has a record between two months', () => {
    const months = monthsOf([run('2026-09-30', [cell('2026-01', 9), cell('2026-03', 8)])], MEASURE, 'A');
    expect(months.map(({ met }) => met)).toEqual([9, 0, 8]);
  });
});

describe('runs that are left out', () => {
  it('are those that are no check, incomplete, or of a broken feed', () => {
    const cells = [cell('2026-01', 30, 10)];
    const { runs, leftOut } = trend(
      [
        run('2026-06-01', cells),
        run('2026-06-02', cells, { notChecked: 'no record could be read' }),
        run('2026-06-03', cells, { complete: false }),
        run('2026-06-04', cells, { alerts: ['marker-blank'] }),
      ],
      PACK,
    );
    expect(runs).toEqual(['2026-06-01']);
    expect(leftOut.map(({ why }) => why)).toEqual(['not-checked', 'incomplete', 'alert']);
  });
});

describe('months and quarters', () => {
  const small = (count: number) =>
    run(
      '2027-01-31',
      monthsFrom('2026-01', 12).map((month, i) => cell(month, i < count ? 7 : 40, 5)),
    );

  it('stays with months while few are small, and gives those no rate', () => {
    const { unit, rate, count } = line([small(2)]);
    expect(unit).toBe('month');
    expect(rate.values.slice(0, 3)).toEqual([null, null, 40 / 45]);
    expect(count.values.slice(0, 3)).toEqual([12, 12, 45]);
  });

  it('joins months to quarters when more than one in five is small', () => {
    const of = line([small(3)]);
    expect(of.unit).toBe('quarter');
    expect(periodsOf(of)).toEqual(['2026-01', '2026-04', '2026-07', '2026-10']);
    expect(of.count.values).toEqual([36, 135, 135, 135]);
  });

  it('leaves out months that make no whole quarter, and says how many', () => {
    const cells = monthsFrom('2026-02', 8).map((month) => cell(month, 8));
    expect(line([run('2027-01-31', cells)])).toMatchObject({ unit: 'quarter', leftOver: 2 });
  });

  it('draws the last 36 months, or those from a month on', () => {
    const entries = [
      run(
        '2027-01-31',
        monthsFrom('2022-01', 60).map((month) => cell(month, 40)),
      ),
    ];
    expect(periodsOf(line(entries))).toHaveLength(36);
    expect(periodsOf(line(entries, { from: '2026-11' }))).toEqual(['2026-11', '2026-12']);
  });
});

describe('limits', () => {
  const steady = (first: string, count: number, level: number) =>
    monthsFrom(first, count).map((month, i) => cell(month, level + (i % 2), 100 - level));
  const twoYears = run('2027-01-31', [...steady('2025-01', 12, 60), ...steady('2026-01', 12, 90)]);
  const event = (kind: string, date = '2026-01-01') =>
    readEvents(`date,label,kind\n${date},x,${kind}`).events;

  it.each(['system', 'law', 'rules'])('are taken anew at a change of %s', (kind) => {
    const { rate } = line([twoYears], { events: event(kind) });
    expect(rate.phases.map(({ start, end }) => [start, end])).toEqual([
      [0, 12],
      [12, 24],
    ]);
    expect(rate.signals).toEqual([]);
  });

  it.each(['training', 'action-plan', 'inspection'])('go on over a %s, so that its effect shows', (kind) => {
    const { rate, events } = line([twoYears], { events: event(kind) });
    expect(rate.phases).toHaveLength(1);
    expect(rate.signals).not.toEqual([]);
    expect(events).toHaveLength(1);
  });

  it.each([
    ['2025-12-17', 12],
    ['2026-01-15', 12],
    ['2026-01-20', 13],
  ])('begin with the period that lies mostly after the event of %s', (date, index) => {
    expect(line([twoYears], { events: event('system', date) }).events[0]?.index).toBe(index);
  });

  it('are not drawn of fewer than 6 values', () => {
    const { rate } = line([twoYears], { events: event('system', '2026-10-01') });
    expect(rate.phases.map(({ values, limits }) => [values, limits !== null])).toEqual([
      [21, true],
      [3, false],
    ]);
  });

  it('an event before or after the line is not placed on it', () => {
    expect(line([twoYears], { events: event('system', '2024-12-31') }).events).toEqual([]);
    expect(line([twoYears], { events: event('system', '2027-01-01') }).events).toEqual([]);
  });
});

describe('runs of different rules', () => {
  const before = run('2026-03-31', [cell('2026-01', 80, 20), cell('2026-02', 70, 30)]);
  const after = (changes: Partial<HistoryEntry>) =>
    run('2026-05-31', [cell('2026-03', 60, 40), cell('2026-04', 60, 40)], changes);

  it.each([
    ['pack', { pack: { id: 'home-office-markers', edition: '2027-01', digest: 'other' } }],
    ['policy', { policy: 'other' }],
    ['blank', { profile: { name: 'canonical', digest: 'profile', blank: 'unknown' } }],
    [
      'rules',
      { measures: [{ id: MEASURE, met: 0, breached: 0, undetermined: 0, without: ['CSA-IIOC-MISSING'] }] },
    ],
  ] as const)('break the line: %s', (basis, changes) => {
    const of = trend([before, after(changes)], PACK);
    expect(of.isBroken).toBe(true);
    expect(of.lines[0]?.periods.map(({ breaks }) => breaks)).toEqual([[], [], [basis], []]);
    expect(of.lines[0]?.rate.phases).toHaveLength(2);
  });

  it('do not break it where the latest run saw every month', () => {
    const all = run(
      '2026-06-30',
      monthsFrom('2026-01', 5).map((month) => cell(month, 80, 20)),
      { policy: 'other' },
    );
    expect(trend([before, all], PACK).isBroken).toBe(false);
  });

  it('another name of the profile alone does not', () => {
    const renamed = after({ profile: { name: 'new', digest: 'new', blank: 'not-set' } });
    expect(trend([before, renamed], PACK).isBroken).toBe(false);
  });

  it('keep a break that falls into a quarter that is left out', () => {
    const cells = monthsFrom('2026-01', 4).map((month) => cell(month, 5));
    const later = monthsFrom('2026-05', 5).map((month) => cell(month, 5));
    const of = line([run('2026-05-31', cells), run('2026-11-30', later, { policy: 'other' })]);
    expect(of.periods.map(({ month, breaks }) => [monthName(month), breaks])).toEqual([
      ['2026-01', []],
      ['2026-07', ['policy']],
    ]);
  });
});

describe('events files', () => {
  it('reads lines in order of time, whatever the order of columns', () => {
    expect(
      readEvents('\uFEFFkind,date,label\r\nlaw,2026-02-01,"New, law"\r\n\r\nTraining,2026-01-01,Day\r\n'),
    ).toEqual({
      events: [
        { date: '2026-01-01', label: 'Day', kind: 'training' },
        { date: '2026-02-01', label: 'New, law', kind: 'law' },
      ],
      faults: [],
    });
  });

  it('says all that is wrong, and where', () => {
    expect(
      readEvents('date,label,kind\n2026-02-30,a,law\n2026-01-01,,law\n2026-01-01,a,party').faults,
    ).toEqual([
      'line 2: the date is not one (YYYY-MM-DD)',
      'line 3: the label is empty',
      'line 4: the kind is none of training, action-plan, inspection, system, law, rules',
    ]);
    expect(readEvents('when,what').faults).toEqual([
      'its header lacks date, label, kind; the columns are date, label, kind',
    ]);
  });
});
