import type { Pack } from '../../packages/core/src/model/pack.js';
import type { Rule } from '../../packages/core/src/model/rule.js';
import { blocks } from './docs-markdown.js';

/** The arguments of an operator wherever it stands in a rule's conditions, each once. */
function argumentsOf(rule: Rule, operator: string): readonly string[] {
  const found = new Set<string>();
  JSON.stringify([rule.when, rule.where, rule.require], (key, value: unknown) => {
    if (key === operator && typeof value === 'string') found.add(value);
    return value;
  });
  return [...found];
}

function list(name: string, words: readonly string[] | undefined): string {
  return `- **${name}**: ${(words ?? []).join(', ')}`;
}

/** The lists of words that a rule looks for, and how they are found. */
export function wordLists(rule: Rule, pack: Pack): string | null {
  const terms = argumentsOf(rule, 'mentions');
  const kinds = argumentsOf(rule, 'local');
  if (terms.length + kinds.length === 0) return null;
  return blocks(
    '### The words it looks for',
    terms.length === 0
      ? null
      : 'In the narrative and in each local marker, as whole words in this order, in any case, the last one also in the plural:',
    terms.map((name) => list(name, pack.terms[name])).join('\n'),
    kinds.length === 0
      ? null
      : 'Local markers that are as a whole one of these, in any case, with any signs between:',
    kinds.map((name) => list(name, pack.localMarkers[name])).join('\n'),
  );
}
