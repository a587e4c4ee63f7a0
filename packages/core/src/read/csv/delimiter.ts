export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

/** How often a character stands in the line outside quotation marks. */
function countOutsideQuotes(line: string, character: string): number {
  let found = 0;
  let quoted = false;
  for (const c of line) {
    if (c === '"') quoted = !quoted;
    else if (c === character && !quoted) found++;
  }
  return found;
}

/** The delimiter of a header line: the one that stands in it most often; a line without any is one column, by comma. */
export function detectDelimiter(headerLine: string): Delimiter {
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const found = countOutsideQuotes(headerLine, delimiter);
    if (found > most) {
      best = delimiter;
      most = found;
    }
  }
  return best;
}
