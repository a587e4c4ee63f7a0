import { ENCODINGS } from '@markercheck/core';
import type { Argv } from 'yargs';

/** The options of every command that reads extracts. */
export function withSettings<T>(yargs: Argv<T>) {
  return yargs
    .option('profile', {
      type: 'string',
      describe: 'which column is which field (a JSON file); without it the header has the canonical names',
      requiresArg: true,
    })
    .option('markers-file', {
      type: 'string',
      describe: 'the second file of markers, in place of the one that the profile names',
      requiresArg: true,
    })
    .option('policy', {
      type: 'string',
      describe: "the force's changes to the pack (a JSON file)",
      requiresArg: true,
    })
    .option('as-at', {
      type: 'string',
      describe: 'the day to judge by, YYYY-MM-DD; today if not given',
      requiresArg: true,
    })
    .option('encoding', {
      choices: ENCODINGS,
      describe: 'how the bytes are to be read; detected if not given',
      requiresArg: true,
    });
}
