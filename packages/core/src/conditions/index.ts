import { all } from './all.js';
import { any } from './any.js';
import { atLeast } from './at-least.js';
import { breached } from './breached.js';
import type { Operator } from './condition.js';
import { equals } from './equals.js';
import { is } from './is.js';
import { known } from './known.js';
import { local } from './local.js';
import { mentions } from './mentions.js';
import { not } from './not.js';
import { onOrAfter } from './on-or-after.js';
import { oneOf } from './one-of.js';
import { recorded } from './recorded.js';
import { set } from './set.js';
import { someSuspectAged } from './some-suspect-aged.js';
import { sure } from './sure.js';
import { under } from './under.js';
import { where } from './where.js';
import { withinDays } from './within-days.js';

/** Every operator of a condition; rule packs can use no other, and the rule schema is made from these. */
export const OPERATORS: readonly Operator[] = [
  all,
  any,
  not,
  sure,
  breached,
  where,
  is,
  set,
  oneOf,
  equals,
  under,
  atLeast,
  onOrAfter,
  withinDays,
  known,
  recorded,
  mentions,
  local,
  someSuspectAged,
];

const BY_NAME: ReadonlyMap<string, Operator> = new Map(
  OPERATORS.map((operator) => [operator.name, operator]),
);

export function findOperator(name: string): Operator | undefined {
  return BY_NAME.get(name);
}
