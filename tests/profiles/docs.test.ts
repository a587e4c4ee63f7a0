import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.js';

type Schema = Readonly<Record<string, unknown>>;

const schema = JSON.parse(readFileSync(path.join(ROOT, 'schemas/profile.schema.json'), 'utf8')) as Schema;
const page = readFileSync(path.join(ROOT, 'docs/profiles.md'), 'utf8');

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object of the schema, with its place. */
function* parts(value: unknown, place = ''): Iterable<{ readonly place: string; readonly part: Schema }> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* parts(item, `${place}/${i}`);
  if (!isSchema(value)) return;
  yield { place, part: value };
  for (const [key, item] of Object.entries(value)) yield* parts(item, `${place}/${key}`);
}

const all = [...parts(schema)];
const withKeys = all.filter(
  ({ place, part }) =>
    isSchema(part['propertyNames']) && isSchema(part['properties']) && !place.endsWith('/properties'),
);

describe('the schema of profiles', () => {
  it('lists for every object the keys that it describes', () => {
    const different = withKeys.filter(({ part }) => {
      const names = (part['propertyNames'] as Schema)['enum'] as readonly string[];
      return Object.keys(part['properties'] as Schema).some((key) => !names.includes(key));
    });
    expect(different.map(({ place }) => place)).toEqual([]);
  });

  it('helps with every key', () => {
    const helpless = all
      .filter(({ place }) => /\/properties\/[^/]+$/.test(place) && !place.includes('/if/'))
      .filter(({ part }) => part['description'] === undefined && part['$ref'] === undefined)
      .map(({ place }) => place);
    expect(helpless).toEqual([]);
  });
});

describe('docs/profiles.md', () => {
  it('speaks of every key and word of a profile', () => {
    const keys = withKeys.flatMap(({ part }) => Object.keys(part['properties'] as Schema));
    const words = all.flatMap(({ place, part }) =>
      /\/(marker|field|plainField)$/.test(place) || place.endsWith('propertyNames')
        ? []
        : ((part['enum'] as readonly string[] | undefined) ?? []),
    );
    const unsaid = [...new Set([...keys, ...words])].filter(
      (name) => !page.includes(`\`${name}\``) && !page.includes(`"${name}"`) && name !== '\t' && name !== '|',
    );
    expect(unsaid).toEqual([]);
  });
});
