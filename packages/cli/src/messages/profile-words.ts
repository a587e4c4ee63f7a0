import { terminalSafe } from './terminal-text.js';

/** A path as an argument of a command to be typed. */
export function argumentText(text: string): string {
  const safe = terminalSafe(text);
  return /^[\w./\\:@+-]+$/.test(safe) ? safe : `"${safe.replaceAll('"', '\\"')}"`;
}
