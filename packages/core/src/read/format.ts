export const READ_FORMATS = ['csv', 'xml', 'json', 'ndjson'] as const;
export type ReadFormat = (typeof READ_FORMATS)[number];

const ENDINGS: Readonly<Record<string, ReadFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  psv: 'csv',
  xml: 'xml',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
};

/** The last ending of a name; those of compression are not it. */
function endingOf(name: string): string {
  return /\.([a-z]+)$/.exec(name.toLowerCase().replace(/\.gz$/, ''))?.[1] ?? '';
}

/** How much text is looked at: with as many blanks before its first character, a file is taken for CSV. */
const LONGEST_START = 262_144;

/** Whether the next line begins another object: NDJSON, whatever the ending says. */
function jsonKind(text: string, isEnough: boolean): ReadFormat | null {
  const newline = text.indexOf('\n');
  const next = newline < 0 ? '' : text.slice(newline).trimStart().charAt(0);
  if (next === '') return isEnough ? 'json' : null;
  return next === '{' ? 'ndjson' : 'json';
}

/**
 * The format by the file's ending and its first character; `null` if more of it is needed. An ending
 * that names a format counts, but nothing else than XML starts with an XML declaration, and JSON may
 * be either kind.
 */
export function detectFormat(name: string, start: string, isLast: boolean): ReadFormat | null {
  const ending = endingOf(name);
  const known = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  const text = start.replace(/^[\uFEFF\s]+/, '');
  const isEnough = isLast || start.length >= LONGEST_START;
  if (text === '' || (text.length < 5 && !isLast)) return isEnough ? (known ?? 'csv') : null;
  if (text.startsWith('<?xml')) return 'xml';
  if (known === 'json' || (known === undefined && text.startsWith('{'))) {
    return text.startsWith('{') ? jsonKind(text, isEnough) : 'json';
  }
  if (known !== undefined) return known;
  if (text.startsWith('<')) return 'xml';
  // `[Crime Ref],[Force]` is a CSV header of some databases.
  return /^\[\s*[{\]]/.test(text) ? 'json' : 'csv';
}
