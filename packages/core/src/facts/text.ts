import { normaliseLocalMarker } from '../normalise/local-marker.js';
import { splitList } from '../normalise/text.js';
import { findTerms } from '../normalise/words-in-text.js';
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
