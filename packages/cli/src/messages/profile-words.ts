import { terminalSafe } from './terminal-text.js';

/** A path as an argument of a command to be typed. */
export function argumentText(text: string): string {
  const safe = terminalSafe(text);
  return /^[\w./\\:@+-]+$/.test(safe) ? safe : `"${safe.replaceAll('"', '\\"')}"`;
}

/** The options by which an extract is read that is no text, as they are typed; with a blank before them. */
export function engineText({
  engine,
  table,
}: {
  readonly engine?: string | undefined;
  readonly table?: string | undefined;
}): string {
  if (engine === undefined) return '';
  return ` --engine ${engine}${table === undefined ? '' : ` --table ${argumentText(table)}`}`;
}
