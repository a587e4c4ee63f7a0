import { copyOf } from './kept.js';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | undefined;
}

/** Gives what belongs to texts, which are always as many; it is made where they first come together. */
export type Combinations<T> = (texts: readonly string[], make: () => T) => T;

/** Remembers what belongs to combinations of texts, of which few occur many times. */
export function createCombinations<T>(): Combinations<T> {
  const root: Node<T> = { next: new Map<string, Node<T>>(), value: undefined };
  return (texts, make) => {
    let node = root;
    for (const text of texts) {
      let next = node.next.get(text);
      if (next === undefined) {
        next = { next: new Map<string, Node<T>>(), value: undefined };
        node.next.set(copyOf(text), next);
      }
      node = next;
    }
    return (node.value ??= make());
  };
}
