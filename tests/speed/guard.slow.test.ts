import { describe, expect, it } from 'vitest';
import { dataSet } from '../../bench/datasets.js';
import { checkCommand, measure, type Measured, peer } from '../../bench/measure.js';

const ROWS = 200_000;
const ROUNDS = 3;

/** MiB at their peak when this was last looked at, with one job, with two and with every row bad, and how far they may stray. */
const MEMORY = { one: 150, two: 210, bad: 230 };
const TOLERANCE = 1.25;

/** A check with every output took so many times the CPU seconds of papaparse alone at most; on a busy machine both do. */
const HIGHEST_RATIO = 6;

/** Records that are nearly all findings took four and a half times the CPU seconds of clean ones when this was last looked at. */
const HIGHEST_FOR_FINDINGS = 6;

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

describe('a check of 200,000 records with a finding on nearly each', () => {
  const rounds = Array.from({ length: ROUNDS }, (): Readonly<Record<'bad' | 'clean', Measured>> => ({
    bad: measure({ name: 'guard-bad', command: checkCommand(dataSet('bad', ROWS), 1, 'guard-bad') }),
    clean: measure({
      name: 'guard-clean',
      command: checkCommand(dataSet('clean', ROWS), 1, 'guard-clean'),
    }),
  }));

  it('ends well', () => {
    expect(rounds.flatMap((of) => [of.bad.exit, of.clean.exit])).toEqual(
      Array.from({ length: 2 * ROUNDS }, () => 0),
    );
  });

  it('takes no more memory than it did', () => {
    expect(least(rounds.map(({ bad }) => bad.memory))).toBeLessThan(MEMORY.bad * TOLERANCE);
  });

  it('takes no more time beside a clean extract than it did', () => {
    expect(least(rounds.map(({ bad, clean }) => bad.cpu / clean.cpu))).toBeLessThan(HIGHEST_FOR_FINDINGS);
  });
}, 600_000);
