import { longDate } from '../../messages/figures.js';
import type { Marker } from '../../model/markers.js';
import type { MarkerState, SampledRecord, SampleManifest } from '../../sample/manifest.js';
import type { Question } from '../../sample/questions.js';

/** What each marker is, as a reviewer knows it. */
export const MARKER_WORDS: Readonly<Record<Marker, string>> = {
  CSA: 'child sexual abuse',
  CSE: 'child sexual exploitation',
  CA: 'child abuse',
  CCE: 'child criminal exploitation',
  DA: 'domestic abuse',
  ONLINE: 'online crime',
  MS: 'modern slavery',
  HBA: 'honour-based abuse',
};

export const STATE_WORDS: Readonly<Record<MarkerState, string>> = {
  set: 'set',
  'not-set': 'not set',
  unknown: 'cannot be read',
};

const titleOf = (manifest: SampleManifest, id: string): string =>
  manifest.rules.find((rule) => rule.id === id)?.title ?? id;

/** What is asked, in words: `CSA (child sexual abuse)`, or what a rule describes. */
export function asksWords(manifest: SampleManifest, question: Question): string {
  return question.kind === 'marker'
    ? `${question.id} (${MARKER_WORDS[question.id]})`
    : titleOf(manifest, question.id);
}

/** What the extract says of a marker; empty for a question about a rule. */
export function extractWords(record: SampledRecord, question: Question): string {
  const state = question.kind === 'marker' ? record.markers[question.id] : undefined;
  return state === undefined ? '' : STATE_WORDS[state];
}

/** The titles of what the rules found on a record. */
export function findingWords(manifest: SampleManifest, record: SampledRecord): readonly string[] {
  return record.found.map((id) => titleOf(manifest, id));
}

/** How a marker is to be looked at: as it stood on the day of the extract, not as it stands now. */
export function dayWords(manifest: SampleManifest): string {
  return longDate(manifest.run.asAt);
}
