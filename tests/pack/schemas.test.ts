import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.js';

const PACK = path.join(ROOT, 'rules/home-office-markers');

function json(...parts: readonly string[]): object {
  return JSON.parse(readFileSync(path.join(...parts), 'utf8')) as object;
}

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const validator = (name: string) => ajv.compile(json(ROOT, 'schemas', name));

describe('the files of the pack', () => {
  const validateRule = validator('rule.schema.json');
  const validatePack = validator('pack.schema.json');

  it('leaves the names that a pack gives to the pack: sources, terms, kinds of local marker, parameters', () => {
    const rule = json(PACK, 'rules', 'CSE-WARNING-REVIEW.json') as Readonly<Record<string, unknown>>;
    const own = (changes: object) => validateRule({ ...rule, ...changes });
    expect(own({ sources: ['force-order-12'] })).toBe(true);
    expect(own({ require: { mentions: 'county-words' } })).toBe(true);
    expect(own({ require: { local: 'own-kind' } })).toBe(true);
    expect(own({ require: { under: ['ageFrom', 'ownLimit'] } })).toBe(true);
    expect(own({ sources: ['Not A Name'] })).toBe(false);
    expect(own({ sources: [] })).toBe(false);
    expect(own({ require: { mentions: 12 } })).toBe(false);
  });

  it('pack.json fits its schema', () => {
    expect(validatePack(json(PACK, 'pack.json')), JSON.stringify(validatePack.errors)).toBe(true);
  });

  it.each(readdirSync(path.join(PACK, 'rules')))(
    '%s fits its schema, and its schema is where it says',
    (name) => {
      const rule = json(PACK, 'rules', name) as { readonly id: string; readonly $schema: string };
      expect(validateRule(rule), JSON.stringify(validateRule.errors)).toBe(true);
      expect(`${rule.id}.json`).toBe(name);
      expect(path.resolve(PACK, 'rules', rule.$schema)).toBe(path.join(ROOT, 'schemas/rule.schema.json'));
    },
  );
});
