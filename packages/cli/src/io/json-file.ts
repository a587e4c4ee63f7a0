import { readFileSync } from 'node:fs';
import { systemReason } from '../messages/system-errors.js';
import { CliError, EXIT } from '../exit.js';

/** Where in a text a position is, for people. */
function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function jsonFault(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const position = /position (\d+)/.exec(message)?.[1];
  const where = position === undefined ? 'at its end' : `at ${lineAndColumn(text, Number(position))}`;
  return `it is not JSON ${where}: look for a comma, a quotation mark or a bracket there`;
}

/** Reads a settings file that a person writes; `what` names it in messages ("the profile"). */
export function readJsonFile(file: string, what: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CliError(EXIT.usage, `${what} ${file} cannot be read: ${systemReason(error)}.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliError(EXIT.usage, `${what} ${file} cannot be used: ${jsonFault(text, error)}.`);
  }
}
