import {
  assemblePack,
  compilePack,
  describeFaults,
  loadCases,
  loadPack,
  MarkercheckError,
  type Pack,
  type RuleCases,
  validateRule,
} from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { packShapeFaults } from '../io/pack-folder-shape.js';
import { type PackFolder, readPackFolder } from '../io/pack-folder.js';
import { counted } from '../messages/wrap.js';

export interface TestedPack {
  readonly pack: Pack;
  readonly cases: Readonly<Record<string, RuleCases>>;
}

function schemaFaults(rule: unknown): readonly string[] {
  if (validateRule(rule)) return [];
  return describeFaults(validateRule.errors ?? []);
}

function ruleFaults({ files, ruleFiles }: PackFolder): readonly string[] {
  return files.rules.flatMap((rule: unknown, index) => {
    const name = ruleFiles[index] ?? '';
    const id = (rule as { readonly id?: unknown } | null)?.id;
    const misnamed =
      typeof id === 'string' && `${id}.json` !== name ? [`its id is ${id}: name the file so`] : [];
    return [...schemaFaults(rule), ...misnamed].map((fault) => `rules/${name}: ${fault}`);
  });
}

function refuse(folder: string, faults: readonly string[]): never {
  const head = `The pack in ${folder} cannot be used: ${counted(faults.length, 'fault')}.`;
  throw new CliError(EXIT.usage, [head, ...faults.map((fault) => `  - ${fault}`)].join('\n'));
}

/** A fault that the compiler places by a rule's id, placed by its file. */
function byFile(fault: string, ids: readonly string[]): string {
  const id = ids.find((name) => fault.startsWith(`${name}/`));
  return id === undefined ? fault : `rules/${id}.json: ${fault.slice(id.length + 1)}`;
}

function readTestedPack(folder: string): TestedPack {
  const read = readPackFolder(folder);
  const { pack, terms, localMarkers, sources, rules } = read.files;
  const faults = [
    ...packShapeFaults({
      'pack.json': pack,
      'lists/terms.json': terms,
      'lists/local-markers.json': localMarkers,
      'lists/sources.json': sources,
    }),
    ...ruleFaults(read),
  ];
  if (faults.length > 0) refuse(folder, faults);
  try {
    const built = assemblePack(read.files);
    compilePack(built.pack);
    return built;
  } catch (error) {
    if (!(error instanceof MarkercheckError)) throw error;
    const ids = rules.map(({ id }) => id);
    refuse(
      folder,
      error.faults.length > 0 ? error.faults.map((fault) => byFile(fault, ids)) : [error.message],
    );
  }
}

/** The pack of a folder, or the built-in one; throws a `CliError` with every fault, its file and its place. */
export function testedPack(folder: string | undefined): TestedPack {
  return folder === undefined ? { pack: loadPack(), cases: loadCases() } : readTestedPack(folder);
}
