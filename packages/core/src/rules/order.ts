/** A topological order of nodes 0 to n-1, or the cycle that forbids one. */
export type Order = { readonly order: readonly number[] } | { readonly cycle: readonly number[] };

/**
 * The order in which each node stands after all that it refers to; of several that could come next
 * the lowest comes first, so that the order is the same everywhere.
 */
export function dependencyOrder(references: readonly (readonly number[])[]): Order {
  const order: number[] = [];
  const state = new Array<'new' | 'open' | 'done'>(references.length).fill('new');
  const path: number[] = [];

  function visit(node: number): readonly number[] | null {
    if (state[node] === 'done') return null;
    if (state[node] === 'open') return [...path.slice(path.indexOf(node)), node];
    state[node] = 'open';
    path.push(node);
    for (const next of references[node] ?? []) {
      const cycle = visit(next);
      if (cycle !== null) return cycle;
    }
    path.pop();
    state[node] = 'done';
    order.push(node);
    return null;
  }

  for (let node = 0; node < references.length; node++) {
    const cycle = visit(node);
    if (cycle !== null) return { cycle };
  }
  return { order };
}
