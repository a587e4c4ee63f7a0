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

export function count(value: number): string {
  return value.toLocaleString('en-GB');
}

export function percent(share: number | null): string {
  return share === null ? 'no data' : `${(share * 100).toFixed(1)}%`;
}

/** `1 record`, `2 records`. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${count(value)} ${value === 1 ? singular : plural}`;
}
