import type { Examined } from '../run/examine.js';
import { terminalSafe } from './terminal-text.js';
import { WIDTH, wrap } from './wrap.js';

const STATES: Readonly<Record<Examined['state'], string>> = { well: 'ok', trouble: 'look', stop: 'NOT OK' };
const NAME = 11;
const STATE = 8;

function line({ name, found, state }: Examined): string {
  const indent = ' '.repeat(NAME + STATE);
  const lines = wrap(terminalSafe(found), '', WIDTH - indent.length).split('\n');
  return `${STATES[state].padEnd(STATE)}${name.padEnd(NAME)}${lines.join(`\n${indent}`)}`;
}

/** What `doctor` says: a line for each thing, and what it comes to. */
export function doctorText(examined: readonly Examined[]): string {
  const stops = examined.filter(({ state }) => state === 'stop').length;
  const looks = examined.filter(({ state }) => state === 'trouble').length;
  const verdict =
    stops > 0
      ? 'A run is not possible here: see what is NOT OK.'
      : looks > 0
        ? 'A run is possible; look at what is marked.'
        : 'A run is possible here.';
  return `${[...examined.map(line), '', verdict].join('\n')}\n`;
}
