import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type Exchange,
  isExchange,
  loadPack,
  readExchange,
  type RunSummary,
  shareRun,
} from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { readJsonFile } from '../io/json-file.js';
import { naming } from '../io/naming.js';
import { systemReason } from '../messages/system-errors.js';

/** The marking of a run of one's own that is compared without having been shared. */
const UNMARKED = 'No marking was given';

function isSummary(value: unknown): value is RunSummary {
  const of = value as {
    readonly tool?: { readonly name?: unknown };
    readonly schema?: unknown;
    readonly cells?: unknown;
  } | null;
  return (
    typeof of === 'object' && of?.tool?.name === 'markercheck' && of.schema === 1 && Array.isArray(of.cells)
  );
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch (error) {
    throw new CliError(EXIT.usage, `${file} cannot be read: ${systemReason(error)}.`);
  }
}

/** A run's folder as the file in it that counts. */
function fileOf(named: string): string {
  if (!isFolder(named)) return named;
  const summary = path.join(named, 'summary.json');
  if (existsSync(summary)) return summary;
  throw new CliError(EXIT.usage, `${named} is not a run of markercheck: it has no summary.json.`);
}

/** The summary of a run, by its folder or its `summary.json`. */
export function readSummaryOf(named: string): RunSummary {
  const value = readJsonFile(fileOf(named), 'The run');
  if (isSummary(value)) return value;
  throw new CliError(EXIT.usage, `${named} is not a run of markercheck: name the folder that a check wrote.`);
}

export interface FileOptions {
  readonly threshold: number;
  readonly marking?: string | undefined;
}

/** An exchange file; or a run of one's own, which is suppressed as if it were shared. */
export function readFile(named: string, { threshold, marking }: FileOptions): Exchange {
  const file = fileOf(named);
  const value = readJsonFile(file, 'The file');
  if (isSummary(value))
    return naming(named, () => shareRun(value, loadPack(), { threshold, marking: marking ?? UNMARKED }));
  if (!isExchange(value))
    throw new CliError(
      EXIT.usage,
      `${named} is neither an exchange file nor a run: make one with markercheck share.`,
    );
  const exchange = naming(named, () => readExchange(value));
  if (exchange.threshold < threshold)
    throw new CliError(
      EXIT.usage,
      `${named} suppresses counts under ${exchange.threshold}, and this comparison counts under ${threshold}. Ask ${exchange.force.name} to share it again with --threshold ${threshold}, or name --threshold ${exchange.threshold} here.`,
    );
  return exchange;
}
