import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
// Types alone: the build reads the built-in pack by this file before the library exists.
import type { PackFiles } from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { systemReason } from '../messages/system-errors.js';
import { readJsonFile } from './json-file.js';

/** A pack's folder as it was read: nothing in it is checked but that it is JSON. */
export interface PackFolder {
  readonly files: PackFiles;
  /** The name of each rule's file, in the order of `files.rules`. */
  readonly ruleFiles: readonly string[];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(EXIT.usage, `${file} cannot be read: ${systemReason(error)}.`);
  }
}

function ruleFilesOf(folder: string): readonly string[] {
  try {
    const names = [...readdirSync(path.join(folder, 'rules'))].sort();
    return names.filter((name) => name.endsWith('.json'));
  } catch (error) {
    throw new CliError(
      EXIT.usage,
      `${folder} is not the folder of a pack: ${path.join(folder, 'rules')} cannot be read (${systemReason(error)}).`,
    );
  }
}

/** Reads the files of a pack's folder. Throws one `CliError` with everything that cannot be read. */
export function readPackFolder(folder: string): PackFolder {
  const faults: string[] = [];
  const attempt = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      faults.push(error.message);
      return undefined as T;
    }
  };
  const json = (name: string): unknown => attempt(() => readJsonFile(path.join(folder, name), 'The file'));
  const ruleFiles = ruleFilesOf(folder);
  // What is in the files is looked at afterwards, all of it at once.
  const files = {
    pack: json('pack.json'),
    offenceCodes: attempt(() => textOf(path.join(folder, 'lists/offence-codes.csv'))),
    terms: json('lists/terms.json'),
    localMarkers: json('lists/local-markers.json'),
    sources: json('lists/sources.json'),
    rules: ruleFiles.map((name) => json(`rules/${name}`)),
  } as PackFiles;
  if (faults.length > 0) throw new CliError(EXIT.usage, faults.join('\n'));
  return { files, ruleFiles };
}
