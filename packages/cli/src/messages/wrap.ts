// Figures read the same on the terminal and in the reports.
export { countWords as count, countedWords as counted, percentWords as percent } from '@markercheck/core';

/** The width that every message is written for. */
export const WIDTH = 80;

/** Breaks a paragraph into lines of at most the width; it keeps its first blanks, and later lines begin with the indent. */
export function wrap(text: string, indent = '', width = WIDTH): string {
  const lines: string[] = [];
  let line = /^ */.exec(text)?.[0] ?? '';
  let isFirstWord = true;
  for (const word of text.trimStart().split(' ')) {
    const next = isFirstWord ? line + word : `${line} ${word}`;
    if (next.length > width && !isFirstWord) {
      lines.push(line);
      line = indent + word;
    } else {
      line = next;
    }
    isFirstWord = false;
  }
  lines.push(line);
  return lines.join('\n');
}
