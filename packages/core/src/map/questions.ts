/** How a text begins that stands in a proposed profile for what only a person can say. */
export const QUESTION = 'QUESTION: ';

export interface OpenQuestion {
  /** Where it stands in the profile. */
  readonly place: string;
  /** The keys that lead to it. */
  readonly path: readonly string[];
  readonly question: string;
}

/** Deeper than any profile: a file of brackets must not exhaust the stack. */
const DEEPEST = 8;

/** The questions that are still open in a profile, whatever its shape, as keys or as values. */
export function openQuestions(profile: unknown): readonly OpenQuestion[] {
  const found: OpenQuestion[] = [];
  const look = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'string') {
      if (value.startsWith(QUESTION))
        found.push({ place: path.join('/'), path, question: value.slice(QUESTION.length) });
    } else if (typeof value === 'object' && value !== null && path.length < DEEPEST) {
      for (const [key, part] of Object.entries(value)) look(part, [...path, key]);
    }
  };
  look(profile, []);
  return found;
}
