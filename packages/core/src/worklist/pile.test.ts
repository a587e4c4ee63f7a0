import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkListRow } from '../model/work-list.js';
import { sortByKey } from './numbers.js';
import { byWork } from './order.js';
import { createPile } from './pile.js';

const text = (...texts: readonly string[]) => fc.constantFrom(...texts);

const row: fc.Arbitrary<WorkListRow> = fc
  .record({
    rule: text('A', 'B', 'C'),
    severity: fc.constantFrom('error', 'warning', 'info'),
    since: text('2026-01-01', '2026-02-01'),
    force: text('E1', 'E2'),
    crimeReference: text('', '1', '2', '3', '12345678901234567890'),
    team: text('', 'North', 'South', 'north'),
    message: text('m', 'n'),
    file: text('a.csv', 'b.csv'),
    row: fc.integer({ min: 2, max: 5 }),
  })
  .map((of) => ({ ...of, tier: 1, action: 'a', fails: 'f', status: '', daysOpen: 3 }));

const keyOf = ({ crimeReference, force, file, row: at }: WorkListRow) =>
  JSON.stringify(crimeReference === '' ? [file, at] : [force, crimeReference, '']);

function grouped<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOfItem(item), [...(groups.get(keyOfItem(item)) ?? []), item]);
  return groups;
}

/** The order of work by its definition: each record where its first finding belongs. */
function sorted(rows: readonly WorkListRow[]): readonly WorkListRow[] {
  const records = grouped(rows, keyOf);
  return [...records.values()]
    .map((of) => of.toSorted(byWork))
    .toSorted(([a], [b]) => (a === undefined || b === undefined ? 0 : byWork(a, b)))
    .flat();
}

function pileOf(rows: readonly WorkListRow[]) {
  const pile = createPile();
  for (const of of rows) pile.add(of);
  return pile;
}

describe('a pile', () => {
  it('gives what was put on it, in the order of work', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const pile = pileOf(rows);
        expect([...pile.rows()]).toEqual(sorted(rows));
        expect([pile.findings(), pile.records()]).toEqual([rows.length, new Set(rows.map(keyOf)).size]);
      }),
    );
  });

  it('gives the same team by team', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const teams = grouped(sorted(rows), ({ team }) => team);
        const expected = [...teams].toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(
          pileOf(rows)
            .rowsByTeam()
            .map(([team, of]) => [team, [...of]]),
        ).toEqual(expected);
      }),
    );
  });

  it('knows where a record begins, wherever a sheet does', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.nat(40), (rows, cut) => {
        const of = pileOf(rows).rows();
        const keys = Array.from(of, keyOf);
        const starts = keys.map((key, i) => key !== keys[i - 1]);
        const at = Math.min(cut, rows.length);
        const sheets = [...of.slice(0, at), ...of.slice(at, rows.length)];
        expect(sheets.map(({ startsRecord }) => startsRecord)).toEqual(
          starts.map((start, i) => start || i === at),
        );
        expect(of.records).toBe(starts.filter(Boolean).length);
      }),
    );
  });
});

it('sorts by a key, and keeps the order of those that have the same', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5)), (keys) => {
      const positions = Uint32Array.from(keys, (_, i) => i);
      const expected = [...positions].toSorted((a, b) => keys[a]! - keys[b]! || a - b);
      expect([...sortByKey(positions, 6, (position) => keys[position]!)]).toEqual(expected);
    }),
  );
});
