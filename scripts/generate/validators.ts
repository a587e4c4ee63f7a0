import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { inRoot, writeGeneratedRaw } from './files.js';

/** The schemas that users' files are checked against, and the name of each one's validator. */
const VALIDATORS = { validatePolicy: 'policy', validateProfile: 'profile', validateRule: 'rule' } as const;

const HEADER = `// Generated from schemas/ by scripts/generate: do not edit.
// @ts-nocheck
/* eslint-disable */
`;

/**
 * Turns the schemas into functions at build time: a strict content security policy forbids making
 * functions from strings in a browser, and the command line starts sooner without a schema compiler.
 */
export async function writeValidators(): Promise<void> {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, code: { source: true, esm: true } });
  const ids: Record<string, string> = {};
  for (const [name, schema] of Object.entries(VALIDATORS)) {
    const id = `markercheck/${schema}.schema.json`;
    ajv.addSchema(JSON.parse(await readFile(inRoot(`schemas/${schema}.schema.json`), 'utf8')) as object, id);
    ids[name] = id;
  }
  // The CommonJS default export arrives wrapped or bare, depending on who loads it.
  const write = (standalone as unknown as { default?: typeof standalone }).default ?? standalone;
  const code = (write as unknown as (ajv: Ajv2020, ids: Record<string, string>) => string)(ajv, ids);
  if (code.includes('require(')) throw new Error('a schema uses a keyword that needs ajv at run time');
  await writeGeneratedRaw('packages/core/src/schemas/validators.js', HEADER + code);
}
