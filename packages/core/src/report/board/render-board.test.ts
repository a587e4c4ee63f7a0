import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SUPPRESSED } from '../../disclosure/suppress-table.js';
import type { CellSummary, MeasureSummary, RunSummary } from '../../model/run.js';
import { exampleRun, fullRun } from '../html/example-run.test-helper.js';
import { renderBoard } from './render-board.js';
import { type BoardMeasure, boardMeasures } from './view.js';

const { summary: PLAIN, pack } = exampleRun();
const MEASURE = 'csa-by-title';

type Cell = Pick<CellSummary, 'month' | 'offenceClass' | 'met' | 'breached' | 'undetermined'>;

/** A run whose one headline measure has these cells. */
function runOf(cells: readonly Cell[], over: Partial<RunSummary> = {}): RunSummary {
  const sum = (part: 'met' | 'breached' | 'undetermined') =>
    cells.reduce((total, cell) => total + cell[part], 0);
  const [met, breached, undetermined] = [sum('met'), sum('breached'), sum('undetermined')];
  const all = met + breached + undetermined;
  const counts: MeasureSummary = {
    met,
    breached,
    undetermined,
    waived: 0,
    rate: met + breached === 0 ? null : met / (met + breached),
    low: null,
    high: null,
    floor: all === 0 ? null : met / all,
    ceiling: all === 0 ? null : (met + undetermined) / all,
  };
  return {
    ...PLAIN,
    records: all,
    measures: { [MEASURE]: counts },
    cells: cells.map((cell) => ({
      force: 'E23000037',
      ageBand: '13-15',
      maturity: '91+',
      measure: MEASURE,
      ...cell,
    })),
    ...over,
  };
}

const cell = (
  month: string,
  offenceClass: string,
  met: number,
  breached: number,
  undetermined: number,
): Cell => ({
  month,
  offenceClass,
  met,
  breached,
  undetermined,
});

const page = (summary: RunSummary, threshold?: number) =>
  [...renderBoard({ summary, pack, ...(threshold === undefined ? {} : { threshold }) })].join('');

const view = (summary: RunSummary): BoardMeasure => boardMeasures({ summary, pack })[0]!;

const RICH = runOf([
  cell('2026-01', '19D', 60, 20, 9),
  cell('2026-02', '22B', 50, 12, 8),
  cell('2026-05', '19D', 70, 15, 7),
  cell('2026-06', '22B', 40, 3, 12),
  cell('2026-08', '88A', 30, 6, 5),
]);

describe('board.html', () => {
  it('lists no record, no team and no finding', () => {
    for (const { summary } of [exampleRun(), fullRun()]) {
      const html = page(summary);
      expect(html).not.toMatch(/MC\/|CAIT|fingerprint|findings\.csv/);
      expect(html).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|\bsrc=|style="/i);
    }
  });

  it('shows the headline in counts with floor and ceiling, by quarter and by class', () => {
    const html = page(RICH);
    expect(html).toContain(
      '250 of 347 child sexual offences by title carry CSA; 56 do not; 41 cannot be told.',
    );
    expect(html).toContain('January to March 2026');
    expect(html).toContain('Child sexual offences by title that carry CSA, by class of offence');
  });

  it('gives no figure of a run that is not a check, nor why in figures', () => {
    const html = page({ ...RICH, notChecked: 'only 3 of 12 records have an offence code that can be read' });
    expect(html).toContain('NOT CHECKED.');
    expect(html).not.toContain('3 of 12');
    expect(html).not.toContain('250 of');
  });

  it('says what was not assessed, what cannot be known, and what is raised, without counts of it', () => {
    const html = page(fullRun().summary);
    expect(html).toContain('has no column for suspectAges');
    expect(html).toContain('Most of it is never reported');
    expect(html).toContain('Few child sexual offences by definition carry CSA.');
    expect(html).toContain('INCOMPLETE.');
  });

  it('says that the feed looked broken, without the numbers of it', () => {
    const html = page({
      ...RICH,
      alerts: [{ kind: 'records-fell', since: '2026-11-20', before: 77123, now: 347 }],
    });
    expect(html).toContain('ALERT.');
    expect(html).not.toMatch(/77,?123/);
  });

  it('has each id once', () => {
    const ids = [...page(RICH).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('small numbers', () => {
  it('joins what is breached and what cannot be told where one is small', () => {
    const of = view(runOf([cell('2026-01', '19D', 90, 30, 1), cell('2026-05', '22B', 80, 20, 1)]));
    expect([of.shown, of.periods?.table.columns, of.classes?.columns]).toEqual([
      'joined',
      'joined',
      'joined',
    ]);
    const html = page(runOf([cell('2026-01', '19D', 90, 30, 1), cell('2026-05', '22B', 80, 20, 1)]));
    expect(html).toContain('170 of 222 records met; 52 breached or cannot be told.');
    expect(html).not.toContain('cannot be told (');
  });

  it('says only "at least" where all that is not met is small', () => {
    const few = runOf([cell('2026-01', '19D', 60, 1, 0), cell('2026-05', '22B', 50, 1, 0)]);
    expect(view(few)).toMatchObject({ shown: 'at-least', periods: null, classes: null });
    const html = page(few);
    expect(html).toContain('At least 107 of 112 records met; 5 or fewer breached or cannot be told.');
    expect(html).not.toMatch(/\b110\b|98\.\d%/);
  });

  it('says nothing of an extract with hardly a record', () => {
    const html = page(runOf([cell('2026-01', '19D', 2, 1, 0)]));
    expect(html).toContain('so small that one could point to a person');
    expect(html).toContain('Fewer than 5 records');
    expect(html).not.toMatch(/66\.7%|2 of 3/);
  });

  it('takes another threshold', () => {
    expect(view(RICH).shown).toBe('apart');
    expect(page(RICH, 50)).toContain('97 breached or cannot be told');
  });

  const anyCells = fc.array(
    fc.record({
      month: fc.option(
        fc
          .tuple(fc.constantFrom('2024', '2025', '2026'), fc.integer({ min: 1, max: 12 }))
          .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
      ),
      offenceClass: fc.option(fc.constantFrom('19D', '19E', '22B', '88A', '71', '86')),
      met: fc.nat(40),
      breached: fc.oneof(fc.nat(3), fc.nat(25)),
      undetermined: fc.oneof(fc.constant(0), fc.nat(6)),
    }),
    { maxLength: 30 },
  );

  it('are in no table, whatever the cells', () => {
    fc.assert(
      fc.property(anyCells, fc.integer({ min: 2, max: 10 }), (cells, threshold) => {
        const of = boardMeasures({ summary: runOf(cells), pack, threshold })[0]!;
        for (const table of [of.periods?.table, of.classes]) {
          if (table === null || table === undefined) continue;
          const { counts, rowTotals, columnTotals, total } = table.shown;
          for (const shown of [...counts.flat(), ...rowTotals, ...columnTotals, total]) {
            if (shown !== SUPPRESSED && shown > 0) expect(shown).toBeGreaterThanOrEqual(threshold);
          }
          expect([...rowTotals, ...columnTotals, total]).not.toContain(SUPPRESSED);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('tables of one measure have the totals of its headline, so that together they say no more', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const { counts, periods, classes, shown } = view(runOf(cells));
        for (const table of [periods?.table, classes]) {
          if (table === null || table === undefined) continue;
          const { met, breached, undetermined } = counts;
          const totals =
            table.columns === 'apart' ? [met, breached, undetermined] : [met, breached + undetermined];
          expect(table.shown.columnTotals).toEqual(totals);
          if (table.columns === 'apart') expect(shown).toBe('apart');
        }
      }),
      { numRuns: 200 },
    );
  });
});
