import fc from 'fast-check';
import { expect } from 'vitest';
import type { DialectName } from '../../packages/core/src/dialect/dialect.js';
import type { Profile } from '../../packages/core/src/map/profile.js';
import { writeSql } from '../../packages/core/src/sql/write-sql.js';
import type { Engine } from './engines/engine.js';
import { pack } from './proof.js';
import { AS_AT, RUN } from './readings.js';

/** What breaks out of quotation marks, comments and literals where somebody forgot to look. */
const PIECES = [
  '"',
  "'",
  '`',
  ']',
  '[',
  '""',
  "''",
  '``',
  ']]',
  '\\',
  "\\'",
  '\\"',
  '--',
  '/*',
  '*/',
  ';',
  '\n',
  '\r\n',
  '\u2028',
  '\t',
  '; DROP TABLE crimes; --',
  "'; DROP TABLE crimes; --",
  '" FROM crimes; DROP TABLE crimes; --',
  '`; DROP TABLE crimes; --',
  '$',
  '$$',
  '{x}',
  '%',
  '_',
  ':name',
  '?',
  '@x',
  'SELECT',
  'é',
  '𝒳',
  '\u00a0',
  ' ',
  '.',
  'a',
  '(',
  ')',
  ',',
  '\\u0027',
  '\u0001',
];

/** Names that no engine would give, and none may break on; of at most 60 bytes, which PostgreSQL does not cut. */
export const hostileName = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pieces) => pieces.join('').replaceAll('\0', ''))
  .filter(
    (name) =>
      name.trim() !== '' && !name.includes('${') && Buffer.byteLength(name) <= 60 && !/\p{Cs}/u.test(name),
  );

/** A profile whose every name and text is hostile. */
function hostileProfile(columns: readonly string[], texts: readonly string[]): Profile {
  const [reference = '', code = '', type = '', ethnicity = '', flag = ''] = columns;
  const [one = '', two = '', three = ''] = texts;
  return {
    name: one,
    blanks: [two],
    constants: { team: one },
    fields: {
      crimeReference: reference,
      offenceCode: { columns: [code, type], join: three },
      victimType: { column: type, values: { [`x${one}`]: 'person' } },
      suspectEthnicities: { column: ethnicity, separator: three, values: { [`y${two}`]: one } },
      narrative: { column: flag, after: one, before: two },
    },
    markers: {
      layout: 'columns',
      blank: 'unknown',
      columns: { CSA: { column: flag, set: [`s${one}`], notSet: [`n${two}`] } },
    },
  };
}

/** Fails unless hostile names and texts stay what they are: the statement runs, gives the record, and the table is whole. */
export async function expectUnbroken(
  engine: Engine,
  names: readonly string[],
  texts: readonly string[],
): Promise<void> {
  const columns = names.map((name, i) => `${i}${name}`);
  const [one = '', two = '', three = ''] = texts;
  await engine.load(columns, [['r1', '19', `x${one}`, `y${two}${three}z`, `s${one}`]]);
  const options = {
    pack,
    profile: hostileProfile(columns, texts),
    dialect: engine.name as DialectName,
    table: ['crimes'],
    asAt: AS_AT,
    run: { ...RUN, profile: { ...RUN.profile, name: `${one}${two}` } },
  };
  const [record, ...more] = await engine.rows(writeSql({ ...options, result: 'record' }));
  expect(more).toEqual([]);
  expect(record?.['crimeReference']).toBe('r1');
  expect(record?.['CSA']).toBe('Y');
  expect(record?.['victimType']).toBe('person');
  const summary = await engine.rows(writeSql(options));
  expect(summary.find(({ kind, id }) => kind === 'records' && id === 'read')?.['records']).toBe('1');
}

/** As {@link expectUnbroken}, for names and texts by chance. */
export async function proveQuoting(engine: Engine, runs: number): Promise<void> {
  const names = fc.uniqueArray(hostileName, {
    minLength: 5,
    maxLength: 5,
    selector: (name) => name.toLowerCase(),
  });
  const texts = fc
    .uniqueArray(hostileName, { minLength: 3, maxLength: 3, selector: (name) => name.trim().toUpperCase() })
    .filter((of) =>
      of.every((text) => !/[A-Za-zé𝒳]/u.test(text) && text.trim() === text && !/[;\u00a0]/.test(text)),
    )
    // What one text holds of another would be cut or split there, rightly.
    .filter(
      ([one = '', two = '', three = '']) =>
        ![one, two].some((text) => text.includes(three)) && !three.includes('y'),
    );
  await fc.assert(
    fc.asyncProperty(names, texts, async (columns, of) => {
      await expectUnbroken(engine, columns, of);
    }),
    { numRuns: runs, seed: 8 },
  );
}
