import type { Dialect, Sql } from '../dialect/dialect.js';
import { patternOf } from '../dialect/spelling.js';

/**
 * Finds terms in free text by whole words, in time linear in the text: no regular expression comes
 * from data. A term's words stand in order, joined by spaces, tabs, line ends, no-break spaces or
 * hyphens alone, and nothing word-like (a letter or number of any alphabet, or `_`) touches its ends.
 */

/** Up to 31 lists, each a bit of the mask that a search gives. */
export interface TermIndex {
  readonly lists: readonly string[];
  readonly first: ReadonlyMap<string, Step>;
}

/** What can follow a word: the next word of a longer term, and the lists of which a term ends here. */
export interface Step {
  ends: number;
  readonly next: Map<string, Step>;
}

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

type Kind = 0 | 1 | 2;
const OTHER = 0;
const JOINER = 1;
const WORD = 2;

const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (WORD_CHARACTER.test(character)) return WORD;
  return ' \t\r\n-'.includes(character) ? JOINER : OTHER;
});

function kindAt(text: string, index: number, code: number): Kind {
  if (code < 128) return ASCII_KINDS[code] as Kind;
  if (code === 0xa0) return JOINER;
  const whole = text.codePointAt(index) ?? code;
  return WORD_CHARACTER.test(String.fromCodePoint(whole)) ? WORD : OTHER;
}

/** The forms in which a term's last word may stand: a consonant and `y` turns into `ies`, others add `s` or `es`. */
export function wordForms(word: string): readonly string[] {
  return /[b-df-hj-np-tv-z]y$/.test(word)
    ? [word, `${word.slice(0, -1)}ies`]
    : [word, `${word}s`, `${word}es`];
}

function stepFor(steps: Map<string, Step>, word: string): Step {
  let step = steps.get(word);
  if (step === undefined) {
    step = { ends: 0, next: new Map() };
    steps.set(word, step);
  }
  return step;
}

export function indexTerms(terms: Readonly<Record<string, readonly string[]>>): TermIndex {
  const lists = Object.keys(terms);
  const first = new Map<string, Step>();
  lists.forEach((list, bit) => {
    for (const term of terms[list] ?? []) {
      const words = term.split(' ');
      const last = words.pop() ?? '';
      let steps = first;
      for (const word of words) steps = stepFor(steps, word).next;
      for (const form of wordForms(last)) stepFor(steps, form).ends |= 1 << bit;
    }
  });
  return { lists, first };
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The lists of which some term stands in the text, one bit each. */
export function findTerms(index: TermIndex, text: string): number {
  const folded = lowerAscii(text);
  let found = 0;
  let open: Step[] = [];
  let position = 0;
  while (position < folded.length) {
    const kind = kindAt(folded, position, folded.charCodeAt(position));
    if (kind !== WORD) {
      if (kind === OTHER) open = [];
      // The second half of a surrogate pair is never word-like by itself, so one step is enough.
      position++;
      continue;
    }
    const start = position;
    do {
      const code = folded.charCodeAt(position);
      if (kindAt(folded, position, code) !== WORD) break;
      position += code >= 0xd800 && code <= 0xdbff && position + 1 < folded.length ? 2 : 1;
    } while (position < folded.length);
    const word = folded.slice(start, position);
    const reached: Step[] = [];
    for (const step of open) {
      const next = step.next.get(word);
      if (next !== undefined) reached.push(next);
    }
    const fresh = index.first.get(word);
    if (fresh !== undefined) reached.push(fresh);
    for (const step of reached) found |= step.ends;
    open = reached;
  }
  return found;
}

const JOINERS = ' \t\n\r\u00a0-';

/**
 * The SQL reading of a text before terms are sought in it: its words in lower case with one space between,
 * before the first and after the last, and a bar where something else than a joiner stands.
 */
export function wordsSql(text: Sql, sql: Dialect): Sql {
  const barred = sql.replacePattern(text, `[^${sql.wordCharacters}${JOINERS}]+`, ' | ');
  return sql.concat("' '", sql.lower(sql.replacePattern(barred, `[${JOINERS}]+`, ' ')), "' '");
}

/** A pattern that finds a term of a list in the words of a text. */
export function termPattern(terms: readonly string[]): string {
  const isTurned = (term: string) => wordForms(term.slice(term.lastIndexOf(' ') + 1)).length === 2;
  const added = terms.filter((term) => !isTurned(term)).map(patternOf);
  const turned = terms.filter(isTurned).map((term) => patternOf(term.slice(0, -1)));
  const forms = [
    ...(added.length > 0 ? [`(?:${added.join('|')})(?:s|es)?`] : []),
    ...(turned.length > 0 ? [`(?:${turned.join('|')})(?:y|ies)`] : []),
  ];
  return ` (?:${forms.join('|')}) `;
}
