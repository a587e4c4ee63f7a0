import { readFileSync } from 'node:fs';
import {
  type Adoption,
  type AdoptionSummary,
  adoptionSummary,
  adoptPolicy,
  type Pack,
  parseDate,
  type Policy,
  readAdoption,
} from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { naming } from '../io/naming.js';
import { systemReason } from '../messages/system-errors.js';

export interface LoadedAdoption {
  readonly file: string;
  readonly adoption: Adoption;
  readonly summary: AdoptionSummary;
  /** The force's policy under the registrar's answers. */
  readonly policy: Policy;
  /** Rules that the policy has on and the registrar rejects: they are off. */
  readonly overruled: readonly string[];
}

/** Reads a sheet that the registrar filled in. A line that is wrong does not count; a file that is none is refused. */
export function readAdoptionFile(file: string, option: string, pack: Pack, asAt: string): Adoption {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(EXIT.usage, `${option} ${file} cannot be read: ${systemReason(error)}.`);
  }
  const day = parseDate(asAt);
  if (day === null) throw new CliError(EXIT.usage, `${asAt} is not a date; write it as YYYY-MM-DD.`);
  return naming(`${option} ${file}`, () => readAdoption(text, pack, day));
}

/** Reads the file that `--adoption` names, and lays its answers over the policy. */
export function loadAdoption(file: string, pack: Pack, policy: Policy, asAt: string): LoadedAdoption {
  const adoption = readAdoptionFile(file, '--adoption', pack, asAt);
  return { file, adoption, summary: adoptionSummary(pack, adoption), ...adoptPolicy(pack, policy, adoption) };
}
