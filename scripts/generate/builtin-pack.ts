import { readdir, readFile } from 'node:fs/promises';
import { assemblePack, type PackFiles } from '../../packages/core/src/rules/assemble.js';
import type { Pack } from '../../packages/core/src/model/pack.js';
import type { RuleCases } from '../../packages/core/src/model/rule.js';
import { inRoot, writeGeneratedRaw } from './files.js';

const FOLDER = 'rules/home-office-markers';

async function readJson<T>(relative: string): Promise<T> {
  try {
    return JSON.parse(await readFile(inRoot(relative), 'utf8')) as T;
  } catch (error) {
    throw new Error(`${relative} cannot be read: ${(error as Error).message}`);
  }
}

export async function readPackFolder(folder = FOLDER): Promise<PackFiles> {
  const names = (await readdir(inRoot(`${folder}/rules`))).filter((name) => name.endsWith('.json')).sort();
  return {
    pack: await readJson(`${folder}/pack.json`),
    offenceCodes: await readFile(inRoot(`${folder}/lists/offence-codes.csv`), 'utf8'),
    terms: await readJson(`${folder}/lists/terms.json`),
    localMarkers: await readJson(`${folder}/lists/local-markers.json`),
    sources: await readJson(`${folder}/lists/sources.json`),
    rules: await Promise.all(names.map((name) => readJson<PackFiles['rules'][number]>(`${folder}/rules/${name}`))),
  };
}

export interface BuiltinPack {
  readonly pack: Pack;
  readonly cases: Readonly<Record<string, RuleCases>>;
}

/** Puts the pack of `rules/` into the library, as data that every bundler takes in. */
export async function writeBuiltinPack(): Promise<BuiltinPack> {
  const built = assemblePack(await readPackFolder());
  await writeGeneratedRaw('packages/core/src/rules/builtin/pack.json', `${JSON.stringify(built.pack)}\n`);
  await writeGeneratedRaw('packages/core/src/rules/builtin/cases.json', `${JSON.stringify(built.cases)}\n`);
  return built;
}
