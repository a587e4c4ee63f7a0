import { CONFIDENCE_WORDS } from '../messages/report-words.js';
import type { Pack, Source } from '../model/pack.js';
import type { Rule } from '../model/rule.js';

/** Whether a rule's sources say so, in a word and in a sentence. */
export interface Standing {
  readonly label: string;
  readonly about: string;
}

/** The entry that stands for "no source was found" leads nowhere. */
function isSource({ url, reference }: Source): boolean {
  return url !== null || reference !== null;
}

/** What a rule rests on; none where no source was found for what it looks for. */
export function sourcesOf(rule: Rule, pack: Pack): readonly Source[] {
  return rule.sources.flatMap((id) => pack.sources[id] ?? []).filter(isSource);
}

/** A rule can be sure without a source where the fault shows in the data itself; it is not confirmed by any then. */
export function standingOf({ confidence }: Rule, sources: readonly Source[]): Standing {
  const words = CONFIDENCE_WORDS[confidence];
  if (sources.length > 0) return words;
  return confidence === 'confirmed'
    ? { label: 'No source', about: 'None was found, and none is needed: the fault shows in the data itself.' }
    : { label: words.label, about: 'No source was found for the pattern.' };
}
