const PIECE = 32_768;

/** Whole numbers from 0 to 4,294,967,295, one after another: four bytes each, however many come. */
export interface Numbers {
  readonly add: (value: number) => void;
  readonly at: (position: number) => number;
}

export function createNumbers(): Numbers {
  const pieces: Uint32Array[] = [];
  let length = 0;
  return {
    add: (value) => {
      const at = length % PIECE;
      if (at === 0) pieces.push(new Uint32Array(PIECE));
      const piece = pieces.at(-1);
      if (piece !== undefined) piece[at] = value;
      length++;
    },
    at: (position) => pieces[Math.floor(position / PIECE)]?.[position % PIECE] ?? 0,
  };
}

/**
 * Sorts positions by a key from 0 to `keys` - 1; those of one key keep their order. By counting: it takes
 * no comparing, and the time that reading takes.
 */
export function sortByKey(
  positions: Uint32Array,
  keys: number,
  keyOf: (position: number) => number,
): Uint32Array {
  const starts = new Uint32Array(keys + 1);
  for (const position of positions) starts[keyOf(position) + 1] = (starts[keyOf(position) + 1] ?? 0) + 1;
  for (let key = 1; key <= keys; key++) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const sorted = new Uint32Array(positions.length);
  for (const position of positions) {
    const key = keyOf(position);
    const start = starts[key] ?? 0;
    sorted[start] = position;
    starts[key] = start + 1;
  }
  return sorted;
}
