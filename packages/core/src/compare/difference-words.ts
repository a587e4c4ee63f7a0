import { findForce } from './forces.js';
import type { BasisDifference, BasisPart } from './same.js';

const PART_WORDS: Readonly<Record<BasisPart, string>> = {
  pack: 'The rule pack',
  policy: 'Severities that the policy sets (no figure depends on them)',
  parameters: 'The parameter',
  blank: 'What an empty marker cell means',
  rules: 'Which rules were assessed',
  revisions: 'The revision of the rule',
  period: 'The months of recording',
  'as-at': 'The day as at which the run was made',
  complete: 'Whether the extract was read whole',
};

/** `The rule X: A and B: on; C: not assessed` */
export function partWords({ id, part }: BasisDifference): string {
  const at = id.indexOf(':');
  if (at === -1) return PART_WORDS[part];
  const name = id.slice(at + 1);
  return part === 'rules' ? `Whether ${name} was assessed` : `${PART_WORDS[part]} ${name}`;
}

export function forceWords(code: string): string {
  return findForce(code)?.short ?? code;
}

/** Each value with the forces that have it, the commonest first. */
export function valuesOf({
  values,
}: BasisDifference): readonly { readonly value: string; readonly codes: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { code, value } of values) groups.set(value, [...(groups.get(value) ?? []), code]);
  return [...groups]
    .map(([value, codes]) => ({ value, codes }))
    .toSorted((a, b) => b.codes.length - a.codes.length || (a.value < b.value ? -1 : 1));
}

/** A difference in one line, every force named. */
export function differenceWords(difference: BasisDifference): string {
  const said = valuesOf(difference).map(
    ({ value, codes }) => `${value} (${codes.map(forceWords).join(', ')})`,
  );
  return `${partWords(difference)}: ${said.join('; ')}`;
}
