import { describe, expect, it } from 'vitest';
import { compareOverTime } from '../../packages/core/src/compare/compare-over-time.js';
import type { Exchange } from '../../packages/core/src/compare/exchange.js';
import { overTimeCsv } from '../../packages/core/src/report/comparison/over-time-csv.js';
import { renderOverTime } from '../../packages/core/src/report/comparison/render-over-time.js';
import { shareRun } from '../../packages/core/src/share/share-run.js';
import { cell, type CellSpec, PACK, type RunSpec, runOf } from './runs.js';

const FORCE = 'E23000037';

function fileOf(month: string, cells: readonly CellSpec[], spec: Omit<RunSpec, 'cells'> = {}): Exchange {
  const own = cells.map((of) => cell({ ...of, force: FORCE, month }));
  return shareRun(runOf({ ...spec, cells: own }), PACK, { marking: 'OFFICIAL' });
}

const before = fileOf(
  '2025-10',
  [
    { offenceClass: '19E', counts: [60, 20, 0] },
    { offenceClass: '71', counts: [40, 80, 0] },
  ],
  { asAt: '2025-12-31' },
);
const after = fileOf('2026-10', [
  { offenceClass: '19E', counts: [90, 20, 10] },
  { offenceClass: '71', counts: [58, 62, 0] },
]);

const byTitle = (left: Exchange, right: Exchange) =>
  compareOverTime(left, right).measures.find(({ id }) => id === 'csa-by-title')!;

describe('one force over time', () => {
  it('splits the change in flagged records, and the parts add up', () => {
    const { change } = byTitle(before, after);
    expect(change.over).toEqual({ kind: 'strata', strata: 2, share: 1 });
    expect(change.parts).toMatchObject({ before: 100, after: 148, change: 48 });
    const { volume, completeness, mix, untold } = change.parts!;
    expect(volume + completeness + mix + untold).toBe(48);
    expect(volume).toBeGreaterThan(0);
    expect(completeness).toBeGreaterThan(0);
    expect(untold).toBeLessThan(0);
  });

  it('does not mind the order of the files', () => {
    expect(compareOverTime(after, before)).toEqual(compareOverTime(before, after));
  });

  it('is written as a page and as figures that add up when they are read', () => {
    const overTime = compareOverTime(before, after);
    const html = [
      ...renderOverTime({ overTime, pack: PACK, tool: { name: 'markercheck', version: '0' } }),
    ].join('');
    expect(html).toContain('+48%');
    expect(html).toContain(overTime.caption);
    const lines = [...overTimeCsv(overTime)].join('').split('\r\n');
    const head = lines[0]!.replace(/^\uFEFF/, '').split(',');
    const row = lines.find((line) => line.startsWith('change,csa-by-title'))!.split(',');
    const value = (name: string) => Number(row[head.indexOf(name)]);
    expect(value('volume') + value('completeness') + value('mix') + value('cannotBeTold')).toBe(
      value('change'),
    );
  });

  it('does not split what is suppressed, nor what is not of flags', () => {
    const hidden = fileOf('2026-10', [{ counts: [98, 2, 0] }]);
    expect(byTitle(before, hidden).change).toEqual({ refused: 'suppressed', parts: null, over: null });
    const coherence = compareOverTime(before, after).measures.find(({ id }) => id === 'record-coherence');
    expect(coherence?.change.refused).toBe('not-of-flags');
  });

  it.each([
    ['other months by number', [before, fileOf('2026-09', [{ counts: [60, 40, 0] }])] as const, null],
    [
      'the same months',
      [before, fileOf('2025-10', [{ counts: [60, 40, 0] }])] as const,
      'months of recording',
    ],
    [
      'another meaning of an empty cell',
      [before, fileOf('2026-10', [{ counts: [60, 40, 0] }], { blank: 'unknown' })] as const,
      'empty marker',
    ],
    ['the same file', [before, before] as const, 'no change to look at'],
  ])('%s', (_, [left, right], refusal) => {
    if (refusal === null) expect(() => compareOverTime(left, right)).not.toThrow();
    else expect(() => compareOverTime(left, right)).toThrow(refusal);
  });

  it('names both sides of a difference by their time', () => {
    const other = fileOf('2026-10', [{ counts: [60, 40, 0] }], { blank: 'unknown' });
    expect(() => compareOverTime(before, other)).toThrow('not-set (earlier); unknown (later)');
    expect(
      compareOverTime(before, other, { allowDifferences: true }).measures.every(({ differences }) =>
        differences.includes('blank'),
      ),
    ).toBe(true);
  });

  it('refuses two forces', () => {
    const dorset = shareRun(runOf({ cells: [cell({ force: 'Dorset', counts: [60, 40, 0] })] }), PACK, {
      marking: 'X',
    });
    expect(() => compareOverTime(before, dorset)).toThrow('two forces');
  });
});
