import { MarkercheckError } from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';

/** Adds the file's name to what is wrong with what it holds, which is for a person to mend. */
export function naming<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof MarkercheckError) throw new CliError(EXIT.usage, `${file}: ${error.message}`);
    throw error;
  }
}
