import type { ConditionData, Rule } from '../../packages/core/src/model/rule.js';
import { effectiveClauses } from '../../packages/core/src/rules/compile.js';
import { parseDate } from '../../packages/core/src/normalise/date.js';

/** A question about one fact that is true or not; a fact that is unknown is not there, and answers none. */
export type Question =
  | { readonly ask: 'is' | 'below' | 'from'; readonly fact: string; readonly value: boolean | number }
  | { readonly ask: 'in' | 'out'; readonly fact: string; readonly values: readonly string[] }
  | { readonly ask: 'same' | 'other'; readonly fact: string; readonly as: string }
  | { readonly ask: 'there'; readonly fact: string };

/** What engines without an unknown can decide: questions, and how they are joined. */
export type Form =
  Question | { readonly all: readonly Form[] } | { readonly any: readonly Form[] } | { readonly not: Form };

/** A rule that cannot be put so: it asks for what such an engine has no way to say. */
export class Inexpressible extends Error {}

const days = (date: string): number => parseDate(date) ?? NaN;

/** The form that holds where a condition surely is what `wanted` says. */
function surely(condition: ConditionData, wanted: boolean): Form {
  const [[operator, args] = ['', null]] = Object.entries(condition);
  const many = () => (args as readonly ConditionData[]).map((of) => surely(of, wanted));
  switch (operator) {
    case 'is':
      return { ask: 'is', fact: args as string, value: wanted };
    case 'set':
      return { ask: 'is', fact: `${args as string}.set`, value: wanted };
    case 'recorded':
      return { ask: 'is', fact: `recorded.${args as string}`, value: wanted };
    case 'not':
      return surely(args as ConditionData, !wanted);
    case 'all':
      return wanted ? { all: many() } : { any: many() };
    case 'any':
      return wanted ? { any: many() } : { all: many() };
    case 'sure': {
      const sure = surely(args as ConditionData, true);
      return wanted ? sure : { not: sure };
    }
    case 'known': {
      const there: Form = { ask: 'there', fact: args as string };
      return wanted ? there : { not: there };
    }
    case 'oneOf': {
      const [fact, values] = args as readonly [string, readonly string[]];
      return { ask: wanted ? 'in' : 'out', fact, values };
    }
    case 'equals': {
      const [fact, as] = args as readonly [string, string];
      return { ask: wanted ? 'same' : 'other', fact, as };
    }
    case 'under':
    case 'atLeast':
    case 'onOrAfter': {
      const [fact, limit] = args as readonly [string, string | number];
      const value = typeof limit === 'number' ? limit : days(limit);
      if (Number.isNaN(value) || parseDate(fact) !== null) throw new Inexpressible(operator);
      return { ask: (operator === 'under') === wanted ? 'below' : 'from', fact, value };
    }
    default:
      throw new Inexpressible(operator);
  }
}

/** The form that holds where a rule is breached. */
export function breachForm({ when, effective, require }: Rule): Form {
  const clauses = [...when, ...effectiveClauses(effective)].map((of) => surely(of, true));
  return { all: [...clauses, surely(require, false)] };
}

/** The names of the facts that a form asks for. */
export function factsOf(form: Form): readonly string[] {
  if ('all' in form) return form.all.flatMap(factsOf);
  if ('any' in form) return form.any.flatMap(factsOf);
  if ('not' in form) return factsOf(form.not);
  return 'as' in form ? [form.fact, form.as] : [form.fact];
}
