import { type HtmlValue, safe } from '../html/html.js';
import type { Column } from '../html/table.js';
import { COMPARISON } from './words.js';

/** Marks a figure that is not like with like. */
export function labelled(words: string, isLabelled: boolean): HtmlValue {
  if (!isLabelled) return words;
  return safe`${words} <abbr class="label" title="${COMPARISON.notLikeWithLike}">${COMPARISON.label}</abbr>`;
}

/** A column of figures. */
export const number = <Row>(head: string, cell: (row: Row) => HtmlValue): Column<Row> => ({
  head,
  cell,
  isNumber: true,
});

/** A figure, or the sign for what is suppressed with its meaning. */
export function told(words: string): HtmlValue {
  if (words !== COMPARISON.suppressed) return words;
  return safe`<abbr class="suppressed" title="${COMPARISON.suppressedMeans}">${words}</abbr>`;
}
