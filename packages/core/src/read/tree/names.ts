import { childOf, type PathNode, REMEMBERED } from './paths.js';

/** A name as the file writes it at one place, with the signs that open it and close what it names. */
export interface Name {
  readonly opening: string;
  readonly closing: string;
  readonly node: PathNode | null;
  /** The names in what it names. */
  readonly within: Names;
  /** The name that stood behind it last time. */
  next: Name | null;
}

/**
 * The names at one place. Records mostly have the same ones in the same order: the one that stood there
 * last time is compared with the text, and mostly nothing has to be cut out and looked up.
 */
export interface Names {
  readonly node: PathNode | null;
  readonly known: Map<string, Name>;
  first: Name | null;
}

export function namesAt(node: PathNode | null): Names {
  return { node, known: new Map(), first: null };
}

/** The name that probably stands behind another; `null` behind the last one that is known. */
export function likelyAfter(names: Names, previous: Name | null): Name | null {
  return previous === null ? names.first : previous.next;
}

/** Takes down that a name stands behind another. */
export function noteAfter(names: Names, previous: Name | null, name: Name): void {
  if (previous === null) names.first = name;
  else previous.next = name;
}

/** Makes the name for a text that was not read there before; `local` is what columns call it. */
export function learnName(
  names: Names,
  written: string,
  { local, opening, closing }: { readonly local: string; readonly opening: string; readonly closing: string },
): Name {
  const node = names.node === null ? null : childOf(names.node, local);
  // Below what no column is read from there is nothing to tell apart.
  const within = names.node === null ? names : namesAt(node);
  const learnt: Name = { opening, closing, node, within, next: null };
  if (names.known.size < REMEMBERED) names.known.set(written, learnt);
  return learnt;
}
