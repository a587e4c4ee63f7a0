import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Baseline, BaselineEntry, Identity, RunSummary } from '@markercheck/core';
import Papa from 'papaparse';
import { CliError, EXIT } from '../exit.js';
import { isRun } from '../io/output-folder.js';
import { systemReason } from '../messages/system-errors.js';

/** An earlier run, opened: its summary, and its findings when they are asked for. */
export interface EarlierRun {
  readonly summary: RunSummary;
  /** Adds every finding of the run to a baseline, line by line. */
  readonly addTo: (baseline: Baseline) => Promise<void>;
}

/** A cell of our own CSVs without the apostrophe that keeps a spreadsheet from reading a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell;
}

function addEntries(stream: Readable, add: (entry: BaselineEntry) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let isHeader = true;
    Papa.parse<string[]>(stream, {
      skipEmptyLines: true,
      step: ({ data }) => {
        const [
          fingerprint = '',
          rule = '',
          force = '',
          crimeReference = '',
          since = '',
          dormantSince = '',
          lost = '',
        ] = data;
        if (!isHeader)
          add({
            fingerprint,
            rule,
            force: unguarded(force),
            crimeReference: unguarded(crimeReference),
            since,
            dormantSince,
            lost: lost === '' ? [] : lost.split(';'),
          });
        isHeader = false;
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

/** Opens the run that `--baseline` names; a run with other pseudonyms cannot be compared with. */
export function openEarlierRun(folder: string, identity: Identity): EarlierRun {
  if (!isRun(folder)) {
    throw new CliError(
      EXIT.usage,
      `--baseline ${folder} is not a run of markercheck: name the folder that an earlier check wrote.`,
    );
  }
  const summary = JSON.parse(readFileSync(path.join(folder, 'summary.json'), 'utf8')) as RunSummary;
  if (summary.pseudonyms !== identity.keyId) {
    throw new CliError(
      EXIT.usage,
      `--baseline ${folder} was made with ${summary.pseudonyms === null ? 'no pseudonyms' : 'another key for pseudonyms'}: its records cannot be told.`,
    );
  }
  return {
    summary,
    addTo: async (baseline) => {
      try {
        await addEntries(createReadStream(path.join(folder, 'baseline.csv'), 'utf8'), (entry) =>
          baseline.add(entry),
        );
      } catch (error) {
        throw new CliError(
          EXIT.usage,
          `--baseline ${folder}: its baseline.csv cannot be read: ${systemReason(error)}.`,
        );
      }
    },
  };
}
