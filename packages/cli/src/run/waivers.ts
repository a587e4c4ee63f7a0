import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { indexWaivers, type Pack, readWaivers, type WaiverFile, type WaiverIndex } from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { naming } from '../io/naming.js';
import { systemReason } from '../messages/system-errors.js';
import { dayNumber } from './settings.js';

export interface LoadedWaivers {
  readonly file: string;
  readonly digest: string;
  /** What the file says. */
  readonly read: WaiverFile;
  readonly index: WaiverIndex;
}

/** Reads the file that `--waivers` names. A line that is wrong does not waive and is reported; a file that is none is refused. */
export function loadWaivers(file: string, pack: Pack, asAt: string): LoadedWaivers {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(EXIT.usage, `--waivers ${file} cannot be read: ${systemReason(error)}.`);
  }
  const day = dayNumber(asAt);
  const ids = new Set(pack.rules.map((rule) => rule.id));
  const read = naming(`--waivers ${file}`, () => readWaivers(text, ids, day));
  return {
    file,
    digest: createHash('sha256').update(text).digest('hex'),
    read,
    index: indexWaivers(read, day),
  };
}
