import type { Dialect, Sql } from '../dialect/dialect.js';
import { upperAscii } from './text.js';

/** A local marker as synonyms are written: upper case, every run of other characters one space, none at the ends. */
export function normaliseLocalMarker(text: string): string {
  return upperAscii(text)
    .replace(/[^A-Z0-9]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** Which kinds each synonym means, one bit a kind. */
export interface SynonymIndex {
  readonly kinds: readonly string[];
  readonly meaning: ReadonlyMap<string, number>;
}

export function indexSynonyms(synonyms: Readonly<Record<string, readonly string[]>>): SynonymIndex {
  const kinds = Object.keys(synonyms);
  const meaning = new Map<string, number>();
  kinds.forEach((kind, bit) => {
    for (const synonym of synonyms[kind] ?? [])
      meaning.set(synonym, (meaning.get(synonym) ?? 0) | (1 << bit));
  });
  return { kinds, meaning };
}

/** The SQL reading of a whole list by {@link normaliseLocalMarker}: its parts between semicolons, with one at either end. */
export function localMarkersSql(list: Sql, sql: Dialect): Sql {
  const spaced = sql.concat("';'", sql.upper(sql.replacePattern(list, '[^A-Za-z0-9;]+', ' ')), "';'");
  return sql.replace(sql.replace(`(${spaced})`, '; ', ';'), ' ;', ';');
}
