import { describe, expect, it } from 'vitest';
import { dataSet } from '../../bench/datasets.js';
import { checkCommand, measure, type Measured, peer } from '../../bench/measure.js';

const ROWS = 200_000;
const ROUNDS = 3;

/** MiB at their peak when this was last looked at, with one job and with two, and how far they may stray. */
const MEMORY = { one: 165, two: 315 };
const TOLERANCE = 1.25;

/** A check with every output took so many times the CPU seconds of papaparse alone at most; on a busy machine both do. */
const HIGHEST_RATIO = 8;

/** A figure fails where all of its rounds do: one bad round is the machine's. */
const least = (values: readonly number[]) => Math.min(...values);

describe('a check of 200,000 records', () => {
  const file = dataSet('quoted', ROWS);
  const rounds = Array.from(
    { length: ROUNDS },
    (): Readonly<Record<'one' | 'two' | 'papaparse', Measured>> => ({
      one: measure({ name: 'guard-1', command: checkCommand(file, 1, 'guard-1') }),
      two: measure({ name: 'guard-2', command: checkCommand(file, 2, 'guard-2') }),
      papaparse: measure({ name: 'guard-papaparse', command: peer('papaparse.mjs', file) }),
    }),
  );

  it('ends well', () => {
    expect(rounds.flatMap((of) => [of.one.exit, of.two.exit, of.papaparse.exit])).toEqual(
      Array.from({ length: 3 * ROUNDS }, () => 0),
    );
  });

  it('takes no more memory than it did', () => {
    expect(least(rounds.map(({ one }) => one.memory))).toBeLessThan(MEMORY.one * TOLERANCE);
    expect(least(rounds.map(({ two }) => two.memory))).toBeLessThan(MEMORY.two * TOLERANCE);
  });

  it('takes no more time beside papaparse alone than it did', () => {
    expect(least(rounds.map(({ one, papaparse }) => one.cpu / papaparse.cpu))).toBeLessThan(HIGHEST_RATIO);
  });
}, 600_000);
