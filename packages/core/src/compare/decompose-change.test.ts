import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSentence } from '../report/comparison/change-words.js';
import { type ChangedStratum, decomposeChange } from './decompose-change.js';

const counts = fc.record({ met: fc.nat(5000), breached: fc.nat(5000), undetermined: fc.nat(5000) });
const strata = fc.array(fc.record({ before: counts, after: counts }), { minLength: 1, maxLength: 12 });

const swap = (of: readonly ChangedStratum[]): readonly ChangedStratum[] =>
  of.map(({ before, after }) => ({ before: after, after: before }));

const times = (by: number, { met, breached, undetermined }: ChangedStratum['before']) => ({
  met: met * by,
  breached: breached * by,
  undetermined: undetermined * by,
});

describe('the split of a change in flagged records', () => {
  it('adds up exactly, in every order of adding', () => {
    fc.assert(
      fc.property(strata, (of) => {
        const { before, after, change, volume, completeness, mix, untold } = decomposeChange(of);
        expect(change).toBe(after - before);
        expect(volume + completeness + mix + untold).toBe(change);
        expect(untold + mix + completeness + volume).toBe(change);
        expect(mix + volume + untold + completeness).toBe(change);
      }),
    );
  });

  it('is the opposite for the opposite change', () => {
    fc.assert(
      fc.property(strata, (of) => {
        const forth = decomposeChange(of);
        const back = decomposeChange(swap(of));
        for (const part of ['volume', 'completeness', 'mix', 'untold'] as const)
          expect(back[part]).toBeCloseTo(-forth[part], 5);
      }),
    );
  });

  it('is volume alone where everything grows alike', () => {
    fc.assert(
      fc.property(
        fc.array(counts, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 2, max: 5 }),
        (of, by) => {
          const parts = decomposeChange(of.map((before) => ({ before, after: times(by, before) })));
          expect(parts.volume).toBeCloseTo(parts.change, 4);
          for (const part of ['completeness', 'mix', 'untold'] as const)
            expect(parts[part]).toBeCloseTo(0, 4);
        },
      ),
    );
  });

  it('is not changed by a stratum that is split in two of its like', () => {
    const one = decomposeChange([
      {
        before: { met: 100, breached: 100, undetermined: 0 },
        after: { met: 180, breached: 60, undetermined: 20 },
      },
    ]);
    const half = {
      before: { met: 50, breached: 50, undetermined: 0 },
      after: { met: 90, breached: 30, undetermined: 10 },
    };
    expect(decomposeChange([half, half])).toEqual(one);
  });

  it('knows completeness, what cannot be told, and mix apart', () => {
    const flat = { met: 50, breached: 50, undetermined: 0 };
    expect(
      decomposeChange([{ before: flat, after: { met: 70, breached: 30, undetermined: 0 } }]),
    ).toMatchObject({
      completeness: 20,
      volume: 0,
      mix: 0,
      untold: 0,
    });
    expect(
      decomposeChange([{ before: flat, after: { met: 40, breached: 40, undetermined: 20 } }]),
    ).toMatchObject({
      completeness: 0,
      volume: 0,
      mix: 0,
      untold: -10,
    });
    const good = (size: number) => ({ met: size, breached: 0, undetermined: 0 });
    const poor = (size: number) => ({ met: 0, breached: size, undetermined: 0 });
    expect(
      decomposeChange([
        { before: good(50), after: good(80) },
        { before: poor(50), after: poor(20) },
      ]),
    ).toMatchObject({ completeness: 0, volume: 0, mix: 30, untold: 0 });
  });

  it('takes a stratum that is new as volume and mix, with its own rate', () => {
    const parts = decomposeChange([
      {
        before: { met: 10, breached: 10, undetermined: 0 },
        after: { met: 10, breached: 10, undetermined: 0 },
      },
      { before: { met: 0, breached: 0, undetermined: 0 }, after: { met: 20, breached: 0, undetermined: 0 } },
    ]);
    expect(parts).toMatchObject({ change: 20, completeness: 0, untold: 0 });
    expect(parts.volume + parts.mix).toBe(20);
  });

  it('says nothing of nothing', () => {
    const none = { met: 0, breached: 0, undetermined: 0 };
    expect(decomposeChange([{ before: none, after: none }])).toEqual({
      before: 0,
      after: 0,
      change: 0,
      volume: 0,
      completeness: 0,
      mix: 0,
      untold: 0,
    });
  });

  it('names a count that is none', () => {
    const fine = { met: 1, breached: 1, undetermined: 1 };
    expect(() => decomposeChange([{ before: fine, after: { ...fine, breached: 0.5 } }])).toThrow(
      'strata[0].after.breached',
    );
  });

  it('is said in whole percent that add up', () => {
    const parts = decomposeChange([
      {
        before: { met: 100, breached: 100, undetermined: 0 },
        after: { met: 148, breached: 114, undetermined: 0 },
      },
    ]);
    expect(changeSentence(parts)).toBe(
      'From 100 to 148 flagged records: +48. +48% is +33 from more records and +15 from better flagging.',
    );
    fc.assert(
      fc.property(strata, (of) => {
        const sentence = changeSentence(decomposeChange(of));
        const match = /([+−]?[\d,]+)% is (.*)\.$/.exec(sentence);
        if (match === null) return;
        const read = (text: string): number => Number(text.replace('−', '-').replaceAll(',', ''));
        const said = [...match[2]!.matchAll(/[+−][\d,]+/g)].map(([text]) => read(text));
        expect(said.reduce((sum, value) => sum + value, 0)).toBe(read(match[1]!));
      }),
    );
  });
});
