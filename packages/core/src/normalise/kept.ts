/**
 * A cell is often a slice of the text of a whole block of the file, and as long as it is kept the engine
 * keeps the block; a copy lets it go.
 */
export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Gives one object for texts that are the same, kept once as a copy. */
export function createTexts(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    let kept = texts.get(text);
    if (kept === undefined) {
      kept = copyOf(text);
      texts.set(kept, kept);
    }
    return kept;
  };
}
