import { readFile } from 'node:fs/promises';
import { inRoot } from '../generate/files.js';
import type { Mutant } from './rule-mutants.js';

export const EQUIVALENTS_FILE = 'scripts/mutate-rules/equivalents.json';

/** A mutant that no record can tell from its rule, and why. */
export interface Equivalent {
  readonly rule: string;
  readonly mutant: string;
  readonly reason: string;
}

export async function readEquivalents(): Promise<readonly Equivalent[]> {
  return JSON.parse(await readFile(inRoot(EQUIVALENTS_FILE), 'utf8')) as Equivalent[];
}

function excuses(entry: Equivalent, mutant: Mutant): boolean {
  return entry.rule === mutant.rule && entry.mutant === mutant.name;
}

export function excuseOf(entries: readonly Equivalent[], mutant: Mutant): Equivalent | undefined {
  return entries.find((entry) => excuses(entry, mutant));
}

/** Entries that excuse nothing: their mutant is gone, or a case kills it by now. */
export function staleEntries(
  entries: readonly Equivalent[],
  survivors: readonly Mutant[],
): readonly Equivalent[] {
  return entries.filter((entry) => !survivors.some((mutant) => excuses(entry, mutant)));
}
