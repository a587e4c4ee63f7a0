import { type Arc, type Hiding, isProtected, SINK, touching } from './network.js';
import { isSmall } from './level.js';

/** What each further hidden cell costs: its records; a cell that is hidden already costs next to nothing. */
const HIDDEN_COST = 1e-6;

function cheapestWay(of: Hiding, index: number): readonly number[] {
  const { arcs, hidden } = of;
  const start = arcs[index];
  if (start === undefined) return [];
  const cost = new Float64Array(of.touching.length).fill(Infinity);
  const by = new Int32Array(of.touching.length).fill(-1);
  const done = new Uint8Array(of.touching.length);
  cost[start.to] = 0;
  for (;;) {
    let node = -1;
    cost.forEach((value, i) => {
      if (done[i] === 0 && value < (node === -1 ? Infinity : (cost[node] ?? Infinity))) node = i;
    });
    if (node === -1 || node === start.from) break;
    done[node] = 1;
    for (const i of of.touching[node] ?? []) {
      const arc = arcs[i];
      if (arc === undefined || i === index) continue;
      const other = arc.from === node ? arc.to : arc.from;
      const next = (cost[node] ?? 0) + (hidden[i] === 1 ? HIDDEN_COST : 1 + (arc.values[0] ?? 0));
      if (next < (cost[other] ?? 0)) {
        cost[other] = next;
        by[other] = i;
      }
    }
  }
  const way: number[] = [];
  for (let node = start.from; node !== start.to;) {
    const i = by[node] ?? -1;
    const arc = arcs[i];
    if (arc === undefined) return [];
    way.push(i);
    node = arc.from === node ? arc.to : arc.from;
  }
  return way;
}

/** The smallest cell that is still told: first beside this one, then anywhere. */
function smallestTold({ arcs, hidden }: Hiding, index: number): number {
  const at = arcs[index];
  const rank = (i: number): number => {
    const arc = arcs[i];
    if (arc === undefined || at === undefined || hidden[i] === 1) return Infinity;
    const isBeside = arc.from === at.from || arc.to === at.to;
    return (arc.values[0] ?? 0) + (isBeside ? 0 : 1e12);
  };
  return arcs.reduce((best, _, i) => (rank(i) < rank(best) ? i : best), index);
}

/**
 * Which cells of a table to hide, so that no small figure is told and none can be worked out. `null` where no
 * choice is enough: then the table has to be withheld.
 *
 * Primary: a cell of which any figure, its complements among them, is from 1 to one below the threshold.
 * Secondary: the fewest further records whose cells make a cycle with it, until whoever knows all that is told,
 * all sums, and that a listed cell has a record, can bound no figure above 0 of a hidden cell to an interval
 * narrower than the threshold. A cell is hidden whole: what is true of each of its figures then holds of them
 * together, because the figures of a table add up each on its own.
 *
 * Source: Gusfield D (1988) A graph theoretic approach to statistical data security. SIAM J Comput 17:552-571;
 * Hundepool A et al (2012) Statistical Disclosure Control, chapter 4.
 */
export function suppress(arcs: readonly Arc[], threshold: number): Uint8Array | null {
  const nodes = arcs.reduce((most, { from, to }) => Math.max(most, from, to), SINK) + 1;
  const of: Hiding = { arcs, touching: touching(arcs, nodes), hidden: new Uint8Array(arcs.length) };
  const queue: number[] = [];
  const hide = (i: number): void => {
    if (of.hidden[i] === 1) return;
    of.hidden[i] = 1;
    queue.push(i);
  };
  arcs.forEach(({ values }, i) => {
    if (values.some((value) => isSmall(value, threshold))) hide(i);
  });
  for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
    for (const i of cheapestWay(of, index)) hide(i);
    // More that is hidden never protects less, so a cell that is safe stays safe.
    while (!isProtected(of, index, threshold)) {
      const more = smallestTold(of, index);
      if (more === index) return null;
      hide(more);
    }
  }
  return of.hidden;
}
