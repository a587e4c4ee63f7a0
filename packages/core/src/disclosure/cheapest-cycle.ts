import type { Arc } from './network.js';

interface Reached {
  readonly cost: number;
  readonly by: number;
  readonly node: number;
}

/** Losing a total costs more than any number of counts, and the grand total more than any number of totals. */
export function lossOf({ kind, value }: Arc, nodes: number, all: number): number {
  if (kind === 'grand-total') return 4 * nodes * nodes;
  return kind === 'total' ? 2 * nodes : 1 + value / (all + 1);
}

/**
 * The cheapest way to hide one more figure behind others: figures that can all be moved by the threshold at
 * once, up or down, so that every sum stays. It always exists, because figures can grow without end: at
 * worst it leads through the totals. Hidden figures cost nothing, except that fewer are better.
 */
export function cheapestCycle(
  arcs: readonly Arc[],
  hidden: ReadonlySet<number>,
  index: number,
  nodes: number,
  threshold: number,
): readonly number[] {
  const start = arcs[index];
  if (start === undefined) return [];
  const all = arcs.at(-1)?.value ?? 0;
  const costs = arcs.map((arc, i) => (hidden.has(i) ? 1e-6 : lossOf(arc, nodes, all)));
  const reached = new Map<number, Reached>([[start.to, { cost: 0, by: -1, node: -1 }]]);
  const done = new Set<number>();
  for (let node = nearest(reached, done); node !== null; node = nearest(reached, done)) {
    done.add(node);
    const cost = reached.get(node)?.cost ?? 0;
    arcs.forEach((arc, i) => {
      if (i === index) return;
      const canGrow = arc.from === node;
      const canShrink = arc.to === node && arc.value >= threshold;
      if (!canGrow && !canShrink) return;
      const next = canGrow ? arc.to : arc.from;
      const total = cost + (costs[i] ?? 0);
      if (total < (reached.get(next)?.cost ?? Infinity)) reached.set(next, { cost: total, by: i, node });
    });
  }
  const cycle: number[] = [];
  for (let node = start.from; node !== start.to;) {
    const step = reached.get(node);
    if (step === undefined) return cycle;
    cycle.push(step.by);
    node = step.node;
  }
  return cycle;
}

function nearest(reached: ReadonlyMap<number, Reached>, done: ReadonlySet<number>): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (const [node, { cost }] of reached) {
    if (!done.has(node) && cost < least) {
      best = node;
      least = cost;
    }
  }
  return best;
}
