/** A piece of SQL. */
export type Sql = string;

export const DIALECTS = ['duckdb', 'postgres', 'spark', 'tsql'] as const;
export type DialectName = (typeof DIALECTS)[number];

/** The fewest and the latest of the days that a list holds. */
export type Extreme = 'min' | 'max';

/**
 * How one engine writes what the rules need. Arguments are SQL unless a parameter says otherwise.
 * NULL is unknown, so that SQL's "and", "or" and "not" are the rules' own.
 *
 * A *pattern* is a regular expression that all engines read alike: literals, classes of characters
 * written out, groups, `|`, `?`, `*`, `+` and `{m,n}`. Control characters and the no-break space stand
 * in it as they are; the dialect writes them so that they can be seen.
 */
export interface Dialect {
  readonly name: DialectName;

  /** A name in quotes. Throws `ARGUMENT_INVALID` for one that the engine cannot quote. */
  readonly identifier: (name: string) => Sql;
  /** A text as a literal. */
  readonly literal: (text: string) => Sql;
  /** No text at all. */
  readonly literalNull: Sql;
  /** A day, `YYYY-MM-DD`, as a literal. */
  readonly day: (iso: string) => Sql;

  /** Any value as text that compares by its characters alone, whatever the collation of its column. */
  readonly asText: (value: Sql) => Sql;
  readonly length: (text: Sql) => Sql;
  /** From a place counted from 1, so many characters or all that follow. */
  readonly slice: (text: Sql, from: Sql | number, count?: Sql | number) => Sql;
  readonly right: (text: Sql, count: number) => Sql;
  /** Where a literal text stands first, counted from 1; 0 if it is not there. */
  readonly position: (needle: string, text: Sql) => Sql;
  /** Every place of a literal text replaced by another. */
  readonly replace: (text: Sql, from: string, to: string) => Sql;
  readonly concat: (...texts: readonly Sql[]) => Sql;
  /** Without the rules' blanks at its ends: space, tab, line feed, carriage return, no-break space. */
  readonly trim: (text: Sql) => Sql;
  /** A to Z alone: what another alphabet makes of its letters is the engine's business. */
  readonly upper: (text: Sql) => Sql;
  readonly lower: (text: Sql) => Sql;
  readonly textOfNumber: (number: Sql) => Sql;

  /** Letters and numbers of every alphabet, and `_`, as the inside of a class of a pattern. */
  readonly wordCharacters: string;
  /** The pattern is found somewhere. */
  readonly matches: (text: Sql, pattern: string) => Sql;
  /** The pattern is the whole text. */
  readonly matchesWhole: (text: Sql, pattern: string) => Sql;
  /** Every place of a pattern replaced by a literal text. */
  readonly replacePattern: (text: Sql, pattern: string, to: string) => Sql;
  /** What a group of a pattern, counted from 1, took of a text that it matches whole. */
  readonly group: (text: Sql, pattern: string, group: number) => Sql;

  readonly integer: (text: Sql) => Sql;
  readonly greatest: (...numbers: readonly Sql[]) => Sql;
  readonly least: (...numbers: readonly Sql[]) => Sql;

  /** The day of a text that is `YYYY-MM-DD` and is known to be a day. */
  readonly dayOf: (iso: Sql) => Sql;
  readonly year: (day: Sql) => Sql;
  /** A day's place in its year as one number, so that birthdays compare: 229 is 29 February. */
  readonly monthAndDay: (day: Sql) => Sql;
  /** A day as `YYYY-MM`. */
  readonly monthText: (day: Sql) => Sql;
  /** A day as `YYYY-MM-DD`. */
  readonly dayText: (day: Sql) => Sql;
  readonly daysBetween: (from: Sql, to: Sql) => Sql;
  readonly addDays: (iso: string, days: Sql) => Sql;

  /** Conditions that are always true, false and unknown. */
  readonly always: { readonly true: Sql; readonly false: Sql; readonly unknown: Sql };
  /** A condition, true where another is surely true. */
  readonly surely: (condition: Sql) => Sql;
  /** The first that applies decides, each by a condition; unknown if none does and no other is given. */
  readonly cases: (cases: readonly (readonly [when: Sql, then: Sql])[], otherwise?: Sql) => Sql;
  /** A condition as a column holds it, and what a column holds as a condition. */
  readonly toColumn: (condition: Sql) => Sql;
  readonly fromColumn: (column: Sql) => Sql;

  /** Each part of a list, as `part` in what `each` gives, joined by `;` again. */
  readonly mapParts: (list: Sql, separator: string, each: (part: Sql) => Sql) => Sql;
  /** Some part of a `;` list that the pattern reads is a number from the lowest to the highest. */
  readonly somePart: (list: Sql, pattern: string, low: Sql, high: Sql) => Sql;
  /** Some part of a `;` list is one of the texts. */
  readonly hasPart: (list: Sql, texts: readonly string[]) => Sql;
  /** The first or last day of the parts of a `;` list that begin with a text in upper case, in whatever case they do. */
  readonly dayOfParts: (list: Sql, prefix: string, which: Extreme) => Sql;

  /** Rows of values as the body of a view. */
  readonly values: (columns: readonly string[], rows: readonly (readonly Sql[])[]) => Sql;
  /** Rows made of each row of a view: the same columns for each, beside the columns that stay. */
  readonly explode: (
    from: string,
    keep: readonly Sql[],
    columns: readonly string[],
    rows: readonly (readonly Sql[])[],
  ) => Sql;
  /** What ends a step, so that the engine computes its columns once and does not write them into what follows. */
  readonly fence: string;
  /** The first words of a statement that makes or replaces a view. */
  readonly createView: string;
  /** What a person must know who runs it, as comments at its head. */
  readonly notes: readonly string[];
}
