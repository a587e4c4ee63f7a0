import type { ChangeParts } from '../../compare/decompose-change.js';
import { count } from '../../messages/figures.js';

export const PARTS = ['volume', 'completeness', 'mix', 'untold'] as const;
export type ChangePart = (typeof PARTS)[number];

export const PART_NAMES: Readonly<
  Record<
    ChangePart,
    { readonly more: string; readonly fewer: string; readonly name: string; readonly about: string }
  >
> = {
  volume: {
    name: 'Volume',
    about: 'how many records there are',
    more: 'from more records',
    fewer: 'from fewer records',
  },
  completeness: {
    name: 'Completeness',
    about: 'the share flagged of those that can be judged',
    more: 'from better flagging',
    fewer: 'from poorer flagging',
  },
  mix: {
    name: 'Offence mix',
    about: 'which classes and ages they are of',
    more: 'from another mix of offences',
    fewer: 'from another mix of offences',
  },
  untold: {
    name: 'What cannot be told',
    about: 'the share that cannot be judged',
    more: 'from fewer that cannot be told',
    fewer: 'from more that cannot be told',
  },
};

/**
 * Whole numbers near the values that add up to the rounded total: each is rounded down, and what is left goes to
 * those that lost most by it (largest remainder).
 */
export function addingUp(values: readonly number[], total: number): readonly number[] {
  const floors = values.map(Math.floor);
  const missing = Math.round(total) - floors.reduce((sum, value) => sum + value, 0);
  const order = values
    .map((value, i) => ({ i, lost: value - Math.floor(value) }))
    .toSorted((a, b) => b.lost - a.lost || a.i - b.i);
  const raised = new Set(order.slice(0, Math.max(0, missing)).map(({ i }) => i));
  return floors.map((value, i) => value + (raised.has(i) ? 1 : 0) || 0);
}

/** `+31`, `−4`, `0`. */
export function signedWhole(value: number): string {
  return value === 0 ? '0' : `${value > 0 ? '+' : '−'}${count(Math.abs(value))}`;
}

/** The parts in whole percent of the number before; they add up. `null` where there was nothing before. */
export function percentParts(
  parts: ChangeParts,
): { readonly total: number; readonly parts: readonly number[] } | null {
  if (parts.before === 0) return null;
  const of = (value: number): number => (100 * value) / parts.before;
  const total = Math.round(of(parts.change));
  return {
    total,
    parts: addingUp(
      PARTS.map((name) => of(parts[name])),
      total,
    ),
  };
}

/** `+48% is +31 from more records and +17 from better flagging.` */
export function changeSentence(parts: ChangeParts): string {
  const counts = `From ${count(parts.before)} to ${count(parts.after)} flagged records: ${signedWhole(parts.change)}.`;
  const shares = percentParts(parts);
  if (shares === null) return `${counts} There were none before, so there is no percentage.`;
  const said = PARTS.flatMap((name, i) => {
    const value = shares.parts[i] ?? 0;
    return value === 0
      ? []
      : [`${signedWhole(value)} ${value > 0 ? PART_NAMES[name].more : PART_NAMES[name].fewer}`];
  });
  if (said.length === 0)
    return `${counts} That is ${signedWhole(shares.total)}%, with no part of a whole percent.`;
  const last = said.at(-1) ?? '';
  const list = said.length === 1 ? last : `${said.slice(0, -1).join(', ')} and ${last}`;
  return `${counts} ${signedWhole(shares.total)}% is ${list}.`;
}
