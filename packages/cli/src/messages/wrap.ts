/** The width that every message is written for. */
export const WIDTH = 80;

/** Breaks a paragraph into lines of at most the width; lines after the first begin with the indent. */
export function wrap(text: string, indent = '', width = WIDTH): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const next = line === '' ? word : `${line} ${word}`;
    if (next.length > width && line !== '') {
      lines.push(line);
      line = indent + word;
    } else {
      line = next;
    }
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
