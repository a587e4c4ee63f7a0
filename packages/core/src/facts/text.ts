import { type Column, truthColumn, valueColumn } from '../dialect/column.js';
import { localMarkersSql, normaliseLocalMarker } from '../normalise/local-marker.js';
import { splitList } from '../normalise/text.js';
import { findTerms, termPattern, wordsSql } from '../normalise/words-in-text.js';
import { privateFact } from './fact.js';

const localMarkers = privateFact((record) => splitList(record.text('localMarkers')));

/** The term lists found in the narrative or in a local marker, one bit a list. */
export const mentioned = privateFact((record): number => {
  const index = record.surroundings.terms;
  let found = findTerms(index, record.text('narrative'));
  for (const marker of record.get(localMarkers)) found |= findTerms(index, marker);
  return found;
});

/** The kinds of local marker on the record, one bit a kind; `null` where the extract has no such column. */
export const localKinds = privateFact((record): number | null => {
  if (!record.hasColumn('localMarkers')) return null;
  const { meaning } = record.surroundings.synonyms;
  let kinds = 0;
  for (const marker of record.get(localMarkers)) kinds |= meaning.get(normaliseLocalMarker(marker)) ?? 0;
  return kinds;
});

/** A semicolon joins no words, so that the narrative and each local marker are read alone. */
const wordsColumn = valueColumn('words', ({ text, sql }) =>
  wordsSql(`(${sql.concat(text('narrative'), "';'", text('localMarkers'))})`, sql),
);

/** Whether a term of the list is found: two-valued. */
export function mentionedSql(list: string): Column {
  return truthColumn(`mentions_${columnName(list)}`, ({ get, sql, pack }) =>
    sql.matches(get(wordsColumn), termPattern(pack.terms[list] ?? [])),
  );
}

const localListSql = valueColumn('local_list', ({ text, sql }) => localMarkersSql(text('localMarkers'), sql));

export function localKindSql(kind: string): Column {
  return truthColumn(`local_${columnName(kind)}`, ({ get, hasColumn, sql, pack }) =>
    hasColumn('localMarkers')
      ? sql.hasPart(get(localListSql), pack.localMarkers[kind] ?? [])
      : sql.always.unknown,
  );
}

/** A list's name as part of a column's. */
function columnName(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '_').toLowerCase();
}
