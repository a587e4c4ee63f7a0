/**
 * A figure of a published table. A table with its totals is a network: records flow from the source through
 * the totals of its rows, its cells and the totals of its columns to the sink, and what flows into a sum flows
 * out of it. Whole numbers stay whole in a network, so what follows of a hidden figure is exact.
 */
export interface Arc {
  readonly from: number;
  readonly to: number;
  /** The figures told of the cell, each a flow of its own; the number of its records comes first. */
  readonly values: readonly number[];
}

export const SOURCE = 0;
export const SINK = 1;

/** The arcs that touch each node. */
export type Touching = readonly (readonly number[])[];

export function touching(arcs: readonly Arc[], nodes: number): Touching {
  const of: number[][] = Array.from({ length: nodes }, () => []);
  arcs.forEach(({ from, to }, i) => {
    of[from]?.push(i);
    of[to]?.push(i);
  });
  return of;
}

/** A network, and which of its figures are hidden. */
export interface Hiding {
  readonly arcs: readonly Arc[];
  readonly touching: Touching;
  readonly hidden: Uint8Array;
}

/** The least that a hidden figure can be: a cell that is listed has a record, its other figures can be 0. */
const leastOf = (figure: number): number => (figure === 0 ? 1 : 0);

/** Steps back over the arcs that led to a node. */
function wayBack(
  arcs: readonly Arc[],
  by: Int32Array,
  from: number,
  to: number,
): readonly [arc: number, up: boolean][] {
  const way: [number, boolean][] = [];
  for (let node = to; node !== from;) {
    const arc = arcs[by[node] ?? -1];
    if (arc === undefined) return way;
    const up = arc.to === node;
    way.push([by[node] ?? -1, up]);
    node = up ? arc.from : arc.to;
  }
  return way;
}

/**
 * How far a hidden figure can be moved by moving others that are hidden, all sums kept: at most `enough`.
 * It is the greatest flow from one end of its arc to the other (Ford and Fulkerson 1956).
 */
function room(of: Hiding, index: number, figure: number, up: boolean, enough: number): number {
  const { arcs, hidden } = of;
  const arc = arcs[index];
  if (arc === undefined) return 0;
  const [from, to] = up ? [arc.to, arc.from] : [arc.from, arc.to];
  const value = arc.values[figure] ?? 0;
  const most = up ? enough : Math.min(enough, value - leastOf(figure));
  const moved = new Map<number, number>();
  let flow = 0;
  while (flow < most) {
    const by = new Int32Array(of.touching.length).fill(-1);
    const queue = [from];
    for (let head = 0; head < queue.length && by[to] === -1; head++) {
      const node = queue[head] ?? 0;
      for (const i of of.touching[node] ?? []) {
        const next = arcs[i];
        if (next === undefined || i === index || hidden[i] !== 1) continue;
        const other = next.from === node ? next.to : next.from;
        if (other === from || by[other] !== -1) continue;
        const free = next.from === node || (next.values[figure] ?? 0) + (moved.get(i) ?? 0) > leastOf(figure);
        if (!free) continue;
        by[other] = i;
        queue.push(other);
      }
    }
    if (by[to] === -1) return flow;
    const way = wayBack(arcs, by, from, to);
    const step = way.reduce((least, [i, grows]) => {
      const left = grows ? most : (arcs[i]?.values[figure] ?? 0) + (moved.get(i) ?? 0) - leastOf(figure);
      return Math.min(least, left);
    }, most - flow);
    for (const [i, grows] of way) moved.set(i, (moved.get(i) ?? 0) + (grows ? step : -step));
    flow += step;
  }
  return flow;
}

/** The least and the greatest value that a hidden figure can have, neither further away than `enough`. */
export function feasible(
  of: Hiding,
  index: number,
  figure: number,
  enough: number,
): { readonly low: number; readonly high: number } {
  const value = of.arcs[index]?.values[figure] ?? 0;
  const high = value + room(of, index, figure, true, enough);
  const low = value - room(of, index, figure, false, enough);
  return { low, high };
}

/**
 * Whether a hidden cell is safe: each of its figures that is not 0 could be any of an interval at least as wide
 * as the threshold, as far as all that is told goes.
 */
export function isProtected(of: Hiding, index: number, threshold: number): boolean {
  const values = of.arcs[index]?.values ?? [];
  return values.every((value, figure) => {
    if (value === 0) return true;
    const up = room(of, index, figure, true, threshold);
    return up >= threshold || up + room(of, index, figure, false, threshold - up) >= threshold;
  });
}
