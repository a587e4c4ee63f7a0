import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAssessor } from '../assess.js';
import { records } from '../evaluate/records.test-helper.js';
import { type CrimeRecord, FIELD_NAMES } from '../model/fields.js';
import type { Policy } from '../model/policy.js';
import { cellsOf } from '../normalise/cells.js';
import { parseDate } from '../normalise/date.js';
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';
import { cellSummaries, checkResults, measureSummaries, ruleSummaries } from './conclude.js';
import { emptyTally, mergeTallies, type Tally } from './tally.js';
import { MOST_TEAMS, teamSummaries } from './teams.js';

const pack = loadPack();
const AS_AT = '2025-06-15';
const allOn = { rules: Object.fromEntries(pack.rules.map((rule) => [rule.id, 'on'])) } as Policy;
const compiled = compilePack(pack, { policy: allOn });
const SILENT = { finding: () => undefined, undetermined: () => undefined };

function tallyOf(list: readonly CrimeRecord[], pack = compiled): Tally {
  const assessor = createAssessor(pack, parseDate(AS_AT) ?? 0);
  list.forEach((record, i) => assessor.add(cellsOf(record), i + 2, SILENT));
  return assessor.tally;
}

/** All that outputs show of a tally. */
function shown(tally: Tally) {
  return {
    records: tally.records,
    measured: tally.measured,
    rules: ruleSummaries(tally, compiled),
    measures: measureSummaries(tally, compiled),
    cells: cellSummaries(tally, compiled),
    teams: teamSummaries(
      tally.teams,
      compiled.measures.map(({ measure }) => measure.id),
    ),
    checks: checkResults(tally, compiled, AS_AT),
  };
}

const extracts = fc.array(records, { maxLength: 30 });

describe('a tally', () => {
  it('adds up for every rule that is on: the four outcomes are the records read', () => {
    fc.assert(
      fc.property(extracts, fc.subarray(FIELD_NAMES.slice()), (list, columns) => {
        const some = compilePack(pack, { policy: allOn, columns });
        const tally = tallyOf(list, some);
        for (const [id, rule] of Object.entries(ruleSummaries(tally, some))) {
          const sum = rule.notApplicable + rule.undetermined + rule.met + rule.breached;
          expect(sum, id).toBe(rule.state === 'on' ? list.length : 0);
          expect(rule.waived).toBeLessThanOrEqual(rule.breached);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has rates between their floor and ceiling, and none without a denominator', () => {
    fc.assert(
      fc.property(extracts, (list) => {
        for (const of of Object.values(measureSummaries(tallyOf(list), compiled))) {
          expect(of.rate === null).toBe(of.met + of.breached === 0);
          expect(of.floor === null).toBe(of.met + of.breached + of.undetermined === 0);
          if (of.rate === null || of.floor === null || of.ceiling === null) continue;
          expect(of.floor).toBeLessThanOrEqual(of.rate);
          expect(of.rate).toBeLessThanOrEqual(of.ceiling);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has the same sum of cells, and of teams, as of measures', () => {
    fc.assert(
      fc.property(extracts, (list) => {
        const { measures, cells, teams } = shown(tallyOf(list));
        for (const [id, of] of Object.entries(measures)) {
          for (const parts of [cells, teams ?? []]) {
            const own = parts.filter((part) => part.measure === id);
            const sum = (key: 'met' | 'breached' | 'undetermined') =>
              own.reduce((total, part) => total + part[key], 0);
            expect([sum('met'), sum('breached'), sum('undetermined')]).toEqual([
              of.met,
              of.breached,
              of.undetermined,
            ]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has no teams where the column holds more than any force has, in whatever order it is seen', () => {
    const teams = (from: number, count: number) =>
      tallyOf(
        Array.from({ length: count }, (_, i) => ({
          offenceCode: '19/16',
          recordedOn: '2025-05-02',
          victimAge: '9',
          team: `Team ${String(from + i)}`,
        })),
      );
    expect(shown(teams(0, MOST_TEAMS)).teams).not.toBeNull();
    expect(shown(teams(0, MOST_TEAMS + 1)).teams).toBeNull();
    const [half, other] = [teams(0, MOST_TEAMS), teams(1, MOST_TEAMS)];
    expect(shown(mergeTallies(half, other)).teams).toBeNull();
    expect(shown(mergeTallies(mergeTallies(other, half), teams(0, 1))).teams).toBeNull();
  });

  it('merges in any order to the tally of all records together', () => {
    fc.assert(
      fc.property(extracts, extracts, extracts, (a, b, c) => {
        const [ta, tb, tc] = [tallyOf(a), tallyOf(b), tallyOf(c)];
        const whole = shown(tallyOf([...a, ...b, ...c]));
        expect(shown(mergeTallies(mergeTallies(ta, tb), tc))).toEqual(whole);
        expect(shown(mergeTallies(tc, mergeTallies(tb, ta)))).toEqual(whole);
        expect(shown(mergeTallies(emptyTally(compiled), ta))).toEqual(shown(ta));
      }),
      { numRuns: 150 },
    );
  });

  it('does not merge with one made by other rules', () => {
    const other = emptyTally(compilePack(pack));
    expect(() => mergeTallies(emptyTally(compiled), other)).toThrow(
      expect.objectContaining({ code: 'TALLIES_DIFFER' }) as Error,
    );
  });
});
