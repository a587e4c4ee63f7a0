/** Texts that repeat, each kept once. */
export interface Texts {
  readonly once: (text: string) => string;
}

export function createTexts(): Texts {
  const texts = new Map<string, string>();
  return {
    once: (text) => {
      let kept = texts.get(text);
      if (kept === undefined) {
        kept = copyOf(text);
        texts.set(kept, kept);
      }
      return kept;
    },
  };
}

/**
 * A cell is often a slice of the text of a whole block of the file, and as long as it is kept the engine
 * keeps the block; a copy lets it go.
 */
export function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
