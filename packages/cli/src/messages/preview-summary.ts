import path from 'node:path';
import type { Preview } from '../run/preview.js';
import { terminalSafe } from './terminal-text.js';
import { count, wrap } from './wrap.js';

function signed(value: number): string {
  return value > 0 ? `+${count(value)}` : count(value);
}

/** What a pack or policy that is not adopted yet would change, rule by rule, for standard output. */
export function previewSummary(preview: Preview, out: string): string {
  const rows = preview.counts().map(({ rule, before, after }) => {
    const change = before === after ? 'same number' : signed(after - before);
    return `  ${count(before).padStart(7)} ${count(after).padStart(7)}  ${change.padEnd(12)} ${rule}`;
  });
  const changes = preview.changes().length;
  return [
    '',
    wrap(`With ${terminalSafe(preview.name)}, which is not in force, the findings would be:`),
    `  ${'now'.padStart(7)} ${'then'.padStart(7)}`,
    ...rows,
    wrap(
      `${count(changes)} findings would be new, gone or of another severity: ${path.join(out, 'preview.csv')}`,
    ),
    '',
  ].join('\n');
}
