/** Keeps the items with the lowest keys of all that it is shown: a simple random sample, if keys are by lot. */
export interface Reservoir<T> {
  /** Shows an item; `make` is called only if it is kept for now. */
  readonly offer: (key: number, make: () => T) => void;
  /** The `size` items with the lowest keys, in the order of their keys. */
  readonly lowest: (size: number) => readonly T[];
}

interface Kept<T> {
  readonly key: number;
  readonly order: number;
  readonly item: T;
}

function isAfter<T>(left: Kept<T>, right: Kept<T>): boolean {
  return left.key > right.key || (left.key === right.key && left.order > right.order);
}

/**
 * A reservoir of at most `capacity` items: a heap with the highest key on top, so that memory does not grow
 * with the population, and any smaller sample is part of a larger one.
 */
export function createReservoir<T>(capacity: number): Reservoir<T> {
  const heap: Kept<T>[] = [];
  let shown = 0;

  function at(index: number): Kept<T> {
    return heap[index] as Kept<T>;
  }

  function swap(a: number, b: number): void {
    const kept = at(a);
    heap[a] = at(b);
    heap[b] = kept;
  }

  function rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isAfter(at(index), at(parent))) return;
      swap(index, parent);
      index = parent;
    }
  }

  function sink(): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      let top = index;
      if (left < heap.length && isAfter(at(left), at(top))) top = left;
      if (right < heap.length && isAfter(at(right), at(top))) top = right;
      if (top === index) return;
      swap(index, top);
      index = top;
    }
  }

  return {
    offer: (key, make) => {
      const order = shown++;
      if (heap.length < capacity) {
        heap.push({ key, order, item: make() });
        rise(heap.length - 1);
      } else if (capacity > 0 && key < at(0).key) {
        heap[0] = { key, order, item: make() };
        sink();
      }
    },
    lowest: (size) =>
      [...heap]
        .sort((a, b) => (isAfter(a, b) ? 1 : -1))
        .slice(0, size)
        .map(({ item }) => item),
  };
}
