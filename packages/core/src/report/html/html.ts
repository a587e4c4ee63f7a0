import { escapeHtml } from './escape.js';

const MARKUP: unique symbol = Symbol('markup');

/** Markup that is safe to write: only {@link safe} and {@link trusted} make it. */
export interface Html {
  readonly [MARKUP]: string;
}

/** What may stand in a template. Numbers are left out on purpose: they are written by `messages/figures.ts`. */
export type HtmlValue = string | Html | null | readonly HtmlValue[];

function isList(value: Html | readonly HtmlValue[]): value is readonly HtmlValue[] {
  return Array.isArray(value);
}

/** The text of a value: strings are escaped, `null` is nothing. */
export function markup(value: HtmlValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeHtml(value);
  return isList(value) ? value.map(markup).join('') : value[MARKUP];
}

/** Markup from a constant of this program, never from a value. */
export function trusted(text: string): Html {
  return { [MARKUP]: text };
}

/**
 * A template whose values are escaped unless they are markup already; the indentation of its source is
 * left out. It is not called `html`, because formatters lay out templates of that name as whole pages
 * and close what is left open on purpose.
 */
export function safe(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const [first = '', ...rest] = strings.map((text) => text.replace(/\n\s+/g, '\n'));
  return trusted(first + values.map((value, i) => markup(value) + (rest[i] ?? '')).join(''));
}

/** A text of the pack, in which code stands between backticks. */
export function prose(text: string): Html {
  return safe`${text.split('`').map((part, i) => (i % 2 === 1 ? safe`<code>${part}</code>` : part))}`;
}
