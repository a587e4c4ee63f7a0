import type { Adoption, AdoptionAnswer, AdoptionSummary } from '../model/adoption.js';
import type { Pack } from '../model/pack.js';
import type { Policy } from '../model/policy.js';
import { jsonDigest } from '../rules/json-digest.js';

function sorted(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort();
}

/** What the registrar's answers change in the pack: a rule whose reading is not so is off. */
export function adoptionPolicy(pack: Pack, { readings }: Adoption): Policy {
  const known = new Set(pack.rules.map(({ id }) => id));
  const rejected = readings.filter(({ rule, answer }) => answer === 'no' && known.has(rule));
  return { rules: Object.fromEntries(rejected.map(({ rule }) => [rule, 'off'] as const)) };
}

/** A force's policy under its registrar's answers, and the rules that it has on against them. */
export interface AdoptedPolicy {
  readonly policy: Policy;
  readonly overruled: readonly string[];
}

/** Lays the registrar's answers over a policy: where they disagree, the registrar's hold. */
export function adoptPolicy(pack: Pack, policy: Policy, adoption: Adoption): AdoptedPolicy {
  const { rules = {} } = adoptionPolicy(pack, adoption);
  const overruled = Object.keys(rules).filter((id) => (policy.rules?.[id] ?? 'off') !== 'off');
  return { policy: { ...policy, rules: { ...policy.rules, ...rules } }, overruled };
}

/** What has been adopted of a pack. */
export function adoptionSummary(pack: Pack, { readings, malformed }: Adoption): AdoptionSummary {
  const answered = (answer: AdoptionAnswer) =>
    sorted(readings.filter((reading) => reading.answer === answer).map(({ rule }) => rule));
  const editions = sorted(readings.map(({ edition }) => edition));
  return {
    confirmed: answered('yes').length,
    of: pack.rules.filter(({ confidence }) => confidence === 'unconfirmed').length,
    edition: editions.length === 0 ? null : editions.join(', '),
    differing: answered('differs'),
    off: answered('no'),
    malformed,
    digest: digestOf(readings),
  };
}

function digestOf(readings: Adoption['readings']): string {
  const answers = readings.map(({ rule, answer, edition, note }) => [
    rule,
    answer,
    edition,
    answer === 'differs' ? note : '',
  ]);
  return jsonDigest(answers.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}
