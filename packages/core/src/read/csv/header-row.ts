function bare(cell: string): string {
  // `trim` takes a byte order mark for a blank, too.
  return cell.trim().toLowerCase();
}

/** Tells whether a row is a header again, as where files were put one behind the other. */
export interface HeaderWatch {
  /** `same` has the columns of the first in their order, `other` has not: its rows mean something else. */
  readonly look: (cells: readonly string[]) => 'no' | 'same' | 'other';
}

export function watchForHeaders(columns: readonly string[]): HeaderWatch {
  const names = columns.map(bare);
  const known = new Set(names.filter((name) => name !== ''));
  const longest = Math.max(...columns.map((name) => name.length)) + 16;
  return {
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
