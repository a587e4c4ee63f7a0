import type { Rule } from '../../packages/core/src/model/rule.js';
import type { FactValue } from './rows.js';

/** How many rows breach each rule, by the rule's id. */
export type Counts = Map<string, number>;

/** Another engine, given the facts of a row and some of the rules. */
export interface Engine {
  /** Counts the breaches of a row. */
  readonly judge: (facts: Readonly<Record<string, FactValue>>, counts: Counts) => void | Promise<void>;
}

export type OpenEngine = (rules: readonly Rule[]) => Engine;

export function addTo(counts: Counts, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
