import { readPackFolder as readFolder } from '../../packages/cli/src/io/pack-folder.js';
import { assemblePack, type PackFiles } from '../../packages/core/src/rules/assemble.js';
import type { Pack } from '../../packages/core/src/model/pack.js';
import type { RuleCases } from '../../packages/core/src/model/rule.js';
import { inRoot, writeGeneratedRaw } from './files.js';

const FOLDER = 'rules/home-office-markers';

export function readPackFolder(folder = FOLDER): Promise<PackFiles> {
  return Promise.resolve(readFolder(inRoot(folder)).files);
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
