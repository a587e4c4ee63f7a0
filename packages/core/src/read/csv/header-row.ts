function bare(cell: string): string {
  return cell
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
}

/** Tells whether a row is a header again, as where files were put one behind the other. */
export interface HeaderWatch {
  /** `same` has the columns of the first in their order, `other` has not: its rows mean something else. */
  readonly look: (cells: readonly string[]) => 'no' | 'same' | 'other';
}

export function watchForHeaders(columns: readonly string[]): HeaderWatch {
  const names = columns.map(bare);
  const known = new Set(names.filter((name) => name !== ''));
  const firsts = new Set(columns.map((name) => name.charAt(0).toLowerCase()));
  return {
    look: (cells) => {
      const first = cells[0] ?? '';
      // Nearly every row ends here.
      if (first !== '' && !firsts.has(first.charAt(0).toLowerCase()) && !first.startsWith('\uFEFF')) return 'no';
      const found = cells.map(bare);
      if (names.every((name, i) => found[i] === name) && names.length > 0) return 'same';
      const filled = found.filter((cell) => cell !== '');
      const hits = filled.filter((cell) => known.has(cell)).length;
      return hits >= 2 && hits * 2 > filled.length ? 'other' : 'no';
    },
  };
}
