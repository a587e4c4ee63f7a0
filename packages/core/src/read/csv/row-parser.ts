import { Papa } from '../../vendor/papaparse.js';
import type { Dialect } from './dialect.js';

interface StepResult {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly unknown[];
  readonly meta: { readonly cursor: number };
}

/** papaparse's own row parser: it stops before an unfinished last record and says where. */
interface PapaParser {
  readonly parse: (text: string, baseIndex: number, ignoreLastRow: boolean) => StepResult;
  readonly abort: () => void;
}

const PapaParserOf = (Papa as unknown as { Parser: new (config: object) => PapaParser }).Parser;

/** A row with its place in the text. */
export interface ParsedRow {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Whether papaparse found a quotation mark that is not closed or not doubled. */
  readonly isDamaged: boolean;
}

/** Lines end with LF, CRLF or both: the parser looks for LF, so a CR may be left on the last cell. */
export function withoutReturn(cells: readonly string[]): readonly string[] {
  const last = cells.at(-1);
  return last?.endsWith('\r') === true ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
}

/**
 * Hands on row after row until one is answered by `false`. Gives where the next row starts that was
 * not handed on, or was answered so.
 */
export function parseRows(
  text: string,
  { delimiter, lineEnd }: Dialect,
  isLast: boolean,
  take: (row: ParsedRow) => boolean,
): number {
  let start = 0;
  const parser = new PapaParserOf({
    delimiter,
    newline: lineEnd,
    quoteChar: '"',
    comments: false,
    step: ({ data, errors, meta }: StepResult) => {
      const end = meta.cursor;
      const cells = lineEnd === '\n' ? withoutReturn(data[0] ?? []) : (data[0] ?? []);
      if (take({ cells, start, end, isDamaged: errors.length > 0 })) start = end;
      else parser.abort();
    },
  });
  parser.parse(text, 0, !isLast);
  return start;
}
