import { count, listed } from '../messages/figures.js';
import type { ComparedForce } from './comparison.js';

export type Adopting = Pick<ComparedForce, 'short' | 'asAt' | 'adoption'>;

function saidOf({ adoption }: Adopting): string {
  if (adoption === null) return 'no adoption sheet';
  const edition = adoption.edition === null ? '' : ` against edition ${adoption.edition}`;
  return `${count(adoption.confirmed)} of ${count(adoption.of)} confirmed${edition}`;
}

/**
 * That the forces' registrars have adopted different readings of the pack, in a sentence; `null` where they are
 * the same. It makes no two files unlike: a reading that was rejected is a rule that is off, which is told with the
 * rules, and what was confirmed changes no count. But figures that are set side by side then rest on unlike ground.
 */
export function adoptionDifference(forces: readonly Adopting[]): string | null {
  if (new Set(forces.map(({ adoption }) => adoption?.digest ?? '')).size < 2) return null;
  const isOneForce = new Set(forces.map(({ short }) => short)).size === 1;
  const groups = new Map<string, string[]>();
  for (const force of forces) {
    const who = isOneForce ? `as at ${force.asAt}` : force.short;
    const said = saidOf(force);
    groups.set(said, [...(groups.get(said) ?? []), who]);
  }
  const parts = [...groups].map(([said, who]) => `${listed(who)}: ${said}`);
  const same = groups.size === 1 ? ', but not the same ones' : '';
  return `The registrars’ readings of the rules differ. ${parts.join('; ')}${same}. No count changes with what is confirmed, but what the figures rest on does.`;
}
