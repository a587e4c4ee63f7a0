import { jsonDigest } from '../rules/json-digest.js';

/** Where a run log does not hold together. */
export interface ChainBreak {
  /** Counted from 1. */
  readonly line: number;
  readonly kind: 'unreadable' | 'cut-off' | 'changed' | 'missing-before' | 'missing-start';
}

export interface ChainReport {
  readonly lines: number;
  readonly breaks: readonly ChainBreak[];
  /** The digest of the last line; `null` for an empty log. */
  readonly last: string | null;
  /** When the first and the last run were, as they say. */
  readonly from: string | null;
  readonly to: string | null;
}

type Line = Readonly<Record<string, unknown>>;

function parsed(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : null;
  } catch {
    return null;
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Checks a log line by line, so that a long one need not be held whole. */
export interface ChainChecker {
  /** Takes the next line, without its line break; `isLast` for one that has none. */
  readonly add: (text: string, isCutOff?: boolean) => void;
  readonly report: () => ChainReport;
}

/**
 * Says whether a run log is whole: every line has the digest of what it holds, and names the digest of the
 * line before it. A changed, removed, added or moved line shows. What does not show from the file alone:
 * lines taken off its end, and a log that somebody wrote anew from a line on; for those the last digest has to
 * be kept somewhere else.
 */
export function createChainChecker(): ChainChecker {
  const breaks: ChainBreak[] = [];
  let lines = 0;
  let last: string | null = null;
  let from: string | null = null;
  let to: string | null = null;
  // After a line without a digest to go by, the next one cannot be tied to it.
  let isUntied = false;
  return {
    add: (text, isCutOff = false) => {
      lines++;
      const line = parsed(text);
      if (line === null) {
        breaks.push({ line: lines, kind: isCutOff ? 'cut-off' : 'unreadable' });
        isUntied = true;
        return;
      }
      if (isCutOff) breaks.push({ line: lines, kind: 'cut-off' });
      const { digest, ...content } = line;
      const stated = textOf(digest);
      if (stated !== jsonDigest(content)) breaks.push({ line: lines, kind: 'changed' });
      const previous = textOf(content['previous']);
      if (lines === 1 && previous !== null) breaks.push({ line: 1, kind: 'missing-start' });
      else if (lines > 1 && !isUntied && previous !== last)
        breaks.push({ line: lines, kind: 'missing-before' });
      isUntied = false;
      last = stated;
      from ??= textOf(content['when']);
      to = textOf(content['when']) ?? to;
    },
    report: () => ({ lines, breaks, last, from, to }),
  };
}
