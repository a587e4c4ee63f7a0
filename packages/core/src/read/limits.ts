/**
 * A record of more characters than this is not read. In CSV it is a quotation mark that was never
 * closed; in any format, holding it all would exhaust the memory.
 */
export const LONGEST_RECORD = 8_000_000;

/** As many columns as a spreadsheet has at most. */
export const MOST_COLUMNS = 16_384;

/** Elements within elements, or objects within objects: no extract goes so deep, attacks do. */
export const DEEPEST = 64;

export const LONGEST_RECORD_SAID = '8 million characters';
