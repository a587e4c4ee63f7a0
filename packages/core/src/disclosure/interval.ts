import type { Arc } from './network.js';

/** The least and the greatest value that a hidden figure can have. */
export interface FeasibleInterval {
  readonly low: number;
  /** `Infinity` where nothing bounds it. */
  readonly high: number;
}

interface Edge {
  readonly to: number;
  room: number;
  readonly back: number;
}

/** What of the hidden figures can still be moved: up without end, down to 0. */
function residual(
  arcs: readonly Arc[],
  hidden: ReadonlySet<number>,
  without: number,
  nodes: number,
): readonly Edge[][] {
  const edges: Edge[][] = Array.from({ length: nodes }, () => []);
  for (const index of hidden) {
    const arc = arcs[index];
    if (index === without || arc === undefined) continue;
    const out = edges[arc.from] ?? [];
    const into = edges[arc.to] ?? [];
    out.push({ to: arc.to, room: Infinity, back: into.length });
    into.push({ to: arc.from, room: arc.value, back: out.length - 1 });
  }
  return edges;
}

/** A way with room from one node to another, as the edges to take, found breadth first. */
function wayThrough(edges: readonly Edge[][], from: number, to: number): readonly Edge[] | null {
  const by = new Map<number, { readonly edge: Edge; readonly node: number }>();
  const queue = [from];
  for (let node = queue.shift(); node !== undefined && !by.has(to); node = queue.shift()) {
    for (const edge of edges[node] ?? []) {
      if (edge.room === 0 || edge.to === from || by.has(edge.to)) continue;
      by.set(edge.to, { edge, node });
      queue.push(edge.to);
    }
  }
  if (!by.has(to)) return null;
  const way: Edge[] = [];
  for (let node = to; node !== from;) {
    const step = by.get(node);
    if (step === undefined) return null;
    way.unshift(step.edge);
    node = step.node;
  }
  return way;
}

/** The most that can flow from one node to another (Edmonds and Karp). */
function greatestFlow(edges: readonly Edge[][], from: number, to: number): number {
  let flow = 0;
  for (let way = wayThrough(edges, from, to); way !== null; way = wayThrough(edges, from, to)) {
    const room = Math.min(...way.map((edge) => edge.room));
    if (room === Infinity) return Infinity;
    for (const edge of way) {
      edge.room -= room;
      const reverse = edges[edge.to]?.[edge.back];
      if (reverse !== undefined) reverse.room += room;
    }
    flow += room;
  }
  return flow;
}

/**
 * What can be concluded about one hidden figure from all that are shown, from the sums, and from every
 * count being a whole number of 0 or more. The interval is exact: both ends are reached by some table.
 *
 * @param hidden - The indices of the hidden figures, `index` among them.
 */
export function feasibleInterval(
  arcs: readonly Arc[],
  hidden: ReadonlySet<number>,
  index: number,
  nodes: number,
): FeasibleInterval {
  const arc = arcs[index];
  if (arc === undefined) return { low: 0, high: 0 };
  const up = greatestFlow(residual(arcs, hidden, index, nodes), arc.to, arc.from);
  const down = greatestFlow(residual(arcs, hidden, index, nodes), arc.from, arc.to);
  return { low: arc.value - Math.min(arc.value, down), high: arc.value + up };
}
