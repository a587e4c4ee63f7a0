import { readFileSync } from 'node:fs';
import { systemReason } from '../messages/system-errors.js';
import { CliError, EXIT } from '../exit.js';

/** Where in a text a position is, for people. */
function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Node 20 names the place of some faults by a piece of the text: up to ten characters on both sides. */
const BESIDE = 10;

/** Where in a text the parser stopped; `null` where it does not say. */
function placeOf(text: string, message: string): number | null {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (message.startsWith('Unexpected end')) return text.length;
  const [, token = '', before, piece = ''] =
    /^Unexpected token '([^]+?)', (\.\.\.)?"([^]*)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? [];
  const start = piece === '' ? -1 : text.indexOf(piece);
  return start === -1 ? null : start + piece.indexOf(token, before === undefined ? 0 : BESIDE);
}

function jsonFault(text: string, error: unknown): string {
  const place = placeOf(text, error instanceof Error ? error.message : String(error));
  // An extract or a page in the place of a settings file; none begins with anything but a bracket.
  if (!/^\s*[[{]/.test(text)) return 'it is not a JSON file';
  const where = place === null ? '' : ` at ${lineAndColumn(text, place)}`;
  return `it is not JSON${where}: look for a comma, a quotation mark or a bracket there`;
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
