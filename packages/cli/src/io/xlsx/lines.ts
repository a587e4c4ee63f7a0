/** How many lines a text takes, broken between words at a width in characters. */
export function countLines(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const wanted = used === 0 ? word.length : used + 1 + word.length;
      if (wanted <= width) {
        used = wanted;
        continue;
      }
      if (used > 0) lines++;
      // A word longer than the line goes on on the next.
      lines += Math.max(0, Math.ceil(word.length / width) - 1);
      used = word.length % width || Math.min(word.length, width);
    }
  }
  return lines;
}

const POINTS_A_LINE = 15;

/** Excel takes no higher row. */
const HIGHEST = 409;

export function rowHeight(lines: number): number {
  return Math.min(HIGHEST, Math.max(1, lines) * POINTS_A_LINE);
}
