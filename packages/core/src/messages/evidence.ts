/** What a break of a run log means, for people. */
export const BREAKS = {
  unreadable: 'it is not a line of a run log',
  'cut-off': 'it is cut off: a run was stopped while it wrote, or the end of the file is gone',
  changed: 'it was changed after it was written: its digest is not that of what it holds',
  'missing-before': 'it does not follow the line before it: a line was removed, added or moved here',
  'missing-start': 'it names a line before it: the start of the log is gone',
} as const;

export function breakOfLog(line: number, kind: keyof typeof BREAKS): string {
  return `Line ${String(line)}: ${BREAKS[kind]}.`;
}
