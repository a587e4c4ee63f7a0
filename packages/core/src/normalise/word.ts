import { inTexts } from '../dialect/column.js';
import type { Dialect, Sql } from '../dialect/dialect.js';
import { upperAscii } from './text.js';

/** Reads a word of a closed list, without regard to the case of A to Z; `null` for any other. */
export type WordReader<W extends string> = (text: string) => W | null;

/** A reader for a list of words: made once, because it runs for every record. */
export function wordReader<const W extends string>(words: readonly W[]): WordReader<W> {
  const byForm = new Map<string, W>(
    words.flatMap(
      (word) =>
        [
          [word, word],
          [upperAscii(word), word],
        ] as const,
    ),
  );
  return (text) => byForm.get(text) ?? byForm.get(upperAscii(text)) ?? null;
}

/** The SQL reading of {@link wordReader}: whether the text is one of the words. */
export function isWordSql(text: Sql, words: readonly string[], sql: Dialect): Sql {
  return inTexts(sql.upper(text), words.map(upperAscii), sql);
}
