import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { addTo, type OpenEngine } from './engine.js';
import { breachForm, type Form } from './forms.js';

const isThere = (fact: string): NestedCondition => ({ fact, operator: 'there', value: true });

function conditionOf(form: Form): NestedCondition {
  if ('all' in form) return { all: form.all.map(conditionOf) };
  if ('any' in form) return { any: form.any.map(conditionOf) };
  if ('not' in form) return { not: conditionOf(form.not) };
  const { fact } = form;
  switch (form.ask) {
    case 'is':
      return { fact, operator: 'equal', value: form.value };
    case 'below':
      return { fact, operator: 'lessThan', value: form.value };
    case 'from':
      return { fact, operator: 'greaterThanInclusive', value: form.value };
    case 'in':
      return { fact, operator: 'in', value: form.values };
    case 'out':
      return { all: [isThere(fact), { fact, operator: 'notIn', value: form.values }] };
    case 'same':
    case 'other': {
      const operator = form.ask === 'same' ? 'equal' : 'notEqual';
      return { all: [isThere(fact), isThere(form.as), { fact, operator, value: { fact: form.as } }] };
    }
    case 'there':
      return isThere(fact);
    default:
      return form satisfies never;
  }
}

/** json-rules-engine: an event a breached rule. */
export const openJsonRulesEngine: OpenEngine = (rules) => {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator('there', (value) => value !== undefined);
  for (const rule of rules) {
    engine.addRule({
      conditions: conditionOf(breachForm(rule)) as TopLevelCondition,
      event: { type: rule.id },
    });
  }
  return {
    judge: async (facts, counts) => {
      const { events } = await engine.run(facts);
      for (const { type } of events) addTo(counts, type);
    },
  };
};
