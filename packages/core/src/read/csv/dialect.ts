import { type Delimiter, DELIMITERS, detectDelimiter } from './delimiter.js';

/** How a CSV is written. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** LF stands for CRLF too: the CR is taken off the last cell. */
  readonly lineEnd: '\n' | '\r';
  /** Where the header starts: behind blank lines and Excel's `sep=;`. */
  readonly start: number;
}

/** Where the first line ends that does not end inside quotation marks; -1 if the text ends first. */
function firstLineEnd(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const c = text[at];
    if (c === '"') quoted = !quoted;
    else if (!quoted && (c === '\n' || c === '\r')) return at;
  }
  return -1;
}

function skipBlankLines(text: string, from: number): number {
  let start = from;
  for (let at = from; at < text.length; at++) {
    const c = text[at];
    if (c === '\n' || c === '\r') start = at + 1;
    else if (c !== ' ' && c !== '\uFEFF') break;
  }
  return start;
}

/** What Excel writes before the header, so that it opens the file with this delimiter. */
const SEP_LINE = /^\uFEFF?"?sep=([^\r\n])"?[,;\t| ]*$/i;

/**
 * Finds out how a CSV is written by its header line. `null` if more text is needed. A delimiter that
 * the profile names goes before all others.
 */
export function detectDialect(text: string, wanted: Delimiter | 'auto', isLast: boolean): Dialect | null {
  let start = skipBlankLines(text, 0);
  let end = firstLineEnd(text, start);
  let delimiter = wanted === 'auto' ? null : wanted;
  const separator = SEP_LINE.exec(text.slice(start, Math.min(end < 0 ? text.length : end, start + 64)))?.[1];
  if (separator !== undefined && end >= 0) {
    delimiter ??= DELIMITERS.find((known) => known === separator) ?? null;
    start = skipBlankLines(text, end);
    end = firstLineEnd(text, start);
  }
  // A CR at the very end may be the first half of CRLF.
  if (!isLast && (end < 0 || (text[end] === '\r' && end + 1 === text.length))) return null;
  const isReturn = end >= 0 && text[end] === '\r' && text[end + 1] !== '\n';
  return {
    delimiter: delimiter ?? detectDelimiter(end < 0 ? text.slice(start) : text.slice(start, end)),
    lineEnd: isReturn ? '\r' : '\n',
    start,
  };
}
