import { Ajv2020 } from 'ajv/dist/2020.js';
import { addTo, type OpenEngine } from './engine.js';
import { breachForm, type Form } from './forms.js';

type Schema = Readonly<Record<string, unknown>>;

const property = (fact: string, of: Schema): Schema => ({ required: [fact], properties: { [fact]: of } });

function schemaOf(form: Form): Schema {
  if ('all' in form) return { allOf: form.all.map(schemaOf) };
  if ('any' in form) return { anyOf: form.any.map(schemaOf) };
  if ('not' in form) return { not: schemaOf(form.not) };
  const { fact } = form;
  switch (form.ask) {
    case 'is':
      return property(fact, { const: form.value });
    case 'below':
      return property(fact, { exclusiveMaximum: form.value });
    case 'from':
      return property(fact, { minimum: form.value });
    case 'in':
      return property(fact, { enum: form.values });
    case 'out':
      return property(fact, { not: { enum: form.values } });
    case 'same':
    case 'other': {
      const same = { const: { $data: `/${form.as}` } };
      const of = property(fact, form.ask === 'same' ? same : { not: same });
      return { allOf: [{ required: [form.as] }, of] };
    }
    case 'there':
      return { required: [fact] };
    default:
      return form satisfies never;
  }
}

/** ajv: a compiled schema a rule, which is valid where the rule is breached, so that no message is made. */
export const openAjv: OpenEngine = (rules) => {
  const ajv = new Ajv2020({ $data: true, strict: false });
  const checks = rules.map((rule) => ({ id: rule.id, isBreached: ajv.compile(schemaOf(breachForm(rule))) }));
  return {
    judge: (facts, counts) => {
      for (const { id, isBreached } of checks) if (isBreached(facts)) addTo(counts, id);
    },
  };
};
