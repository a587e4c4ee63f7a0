function bare(cell: string): string {
  // `trim` takes a byte order mark for a blank, too.
  return cell.trim().toLowerCase();
}

/** Tells whether a row is a header again, as where files were put one behind the other. */
export interface HeaderWatch {
  /** `same` has the columns of the first in their order, `other` has not: its rows mean something else. */
  readonly look: (cells: readonly string[]) => 'no' | 'same' | 'other';
  /**
   * Whether a first cell of ASCII is blank or may be the name of a column, by its length and its first and
   * last character; `false` is certain.
   */
  readonly mayBeName: (length: number, first: number, last: number) => boolean;
}

const SPACE = 0x20;

/** A letter of A to Z in either case is the same; other characters may be something else. */
const glance = (length: number, first: number) => length * 32 + (first & 0x1f);

export function watchForHeaders(columns: readonly string[]): HeaderWatch {
  const names = columns.map(bare);
  const known = new Set(names.filter((name) => name !== ''));
  const longest = Math.max(...columns.map((name) => name.length), ...names.map((name) => name.length)) + 16;
  const glances = new Uint8Array(glance(longest + 1, 0));
  for (const name of known) glances[glance(name.length, name.charCodeAt(0))] = 1;
  return {
    mayBeName: (length, first, last) =>
      // Blanks would be trimmed off.
      length === 0 || first <= SPACE || last <= SPACE || glances[glance(length, first)] === 1,
    look: (cells) => {
      const first = cells[0] ?? '';
      // Nearly every row ends here: its first cell is no name of a column.
      if (first.length > longest) return 'no';
      const start = bare(first);
      if (start === '' ? names[0] !== '' : !known.has(start)) return 'no';
      const found = cells.map(bare);
      if (names.every((name, i) => found[i] === name) && names.length > 0) return 'same';
      const filled = found.filter((cell) => cell !== '');
      const hits = filled.filter((cell) => known.has(cell)).length;
      return hits >= 2 && hits * 2 > filled.length ? 'other' : 'no';
    },
  };
}
