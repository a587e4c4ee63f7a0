import { columnsBelow, createTreeNotes, type TreeColumns } from './tree-columns.js';

interface Level {
  readonly kind: '{' | '[';
  /** The key whose value is being read. */
  key: string | null;
}

const STRING = /"(?:[^"\\]|\\.)*"/y;
const WORD = /[^\s,:{}[\]"]+/y;

/** In the place of an array in a path, so that what stands in one is told from what stands beside it. */
const ITEM = '[]';

/**
 * The records of the head of a JSON or NDJSON file: objects a line, or those of the shallowest array
 * of objects. A head that ends within a value tells what stands before.
 */
export function jsonColumns(head: string): TreeColumns | null {
  const notes = createTreeNotes();
  const levels: Level[] = [];
  const path = () => levels.flatMap(({ kind, key }) => (kind === '[' ? [ITEM] : key === null ? [] : [key]));
  let at = 0;

  function value(): void {
    notes.value(path());
    const top = levels.at(-1);
    if (top?.kind === '{') top.key = null;
  }

  while (at < head.length && levels.length < 64) {
    const sign = head.charAt(at);
    if (sign === '{' || sign === '[') {
      if (sign === '{') notes.open(path());
      levels.push({ kind: sign, key: null });
      at++;
    } else if (sign === '}' || sign === ']') {
      levels.pop();
      const top = levels.at(-1);
      if (top?.kind === '{') top.key = null;
      at++;
    } else if (sign === '"') {
      STRING.lastIndex = at;
      const text = STRING.exec(head)?.[0];
      if (text === undefined) break;
      at += text.length;
      const top = levels.at(-1);
      if (top?.kind === '{' && top.key === null) {
        try {
          top.key = JSON.parse(text) as string;
        } catch {
          break;
        }
      } else value();
    } else {
      WORD.lastIndex = at;
      const word = WORD.exec(head)?.[0];
      if (word !== undefined) value();
      at += word?.length ?? 1;
    }
  }

  const paths = notes.paths();
  const [best] = paths
    .filter(({ path: place, count }) => count > 0 && (place.length === 0 || place.at(-1) === ITEM))
    .filter(({ path: place }) => place.indexOf(ITEM) === -1 || place.indexOf(ITEM) === place.length - 1)
    .toSorted((a, b) => b.count - a.count || a.path.length - b.path.length);
  if (best === undefined) return null;
  const records = best.path.filter((name) => name !== ITEM);
  const columns = columnsBelow(paths, best.path).map((column) =>
    column
      .split('/')
      .filter((name) => name !== ITEM)
      .join('/'),
  );
  return {
    ...(records.length === 0 ? {} : { records: `/${records.join('/')}` }),
    columns: [...new Set(columns)],
  };
}
