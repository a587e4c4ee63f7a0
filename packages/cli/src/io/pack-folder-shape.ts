/** What a value of a pack's file must be. */
type Shape =
  | 'text'
  | 'number'
  | 'value'
  | { readonly list: Shape }
  | { readonly record: Shape }
  | { readonly keys: Readonly<Record<string, Shape>>; readonly optional?: Readonly<Record<string, Shape>> };

const TEXTS: Shape = { record: { list: 'text' } };

const PACK: Shape = {
  keys: {
    id: 'text',
    edition: 'text',
    title: 'text',
    about: 'text',
    parameters: { record: { keys: { type: 'text', default: 'value', about: 'text' } } },
    offences: {
      keys: {
        watched: { list: 'number' },
        mixed: TEXTS,
        decoys: { list: 'text' },
        newborn: { list: 'text' },
      },
    },
    measures: {
      list: {
        keys: { id: 'text', title: 'text' },
        optional: { rules: { list: 'text' }, of: { list: 'text' } },
      },
    },
    checks: { list: { keys: { id: 'text', title: 'text', parameters: { record: 'number' } } } },
  },
};

/** The files of a pack beside its rules, each with what must be in it. */
const FILES: Readonly<Record<string, Shape>> = {
  'pack.json': PACK,
  'lists/terms.json': { keys: { lists: TEXTS } },
  'lists/local-markers.json': { keys: { kinds: TEXTS } },
  'lists/sources.json': { keys: { sources: { record: { keys: { title: 'text' } } } } },
};

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
}

function faultsOf(value: unknown, shape: Shape, place: string): readonly string[] {
  const at = place === '' ? 'the file' : place;
  if (shape === 'value') return value === undefined ? [`${at} is missing`] : [];
  if (shape === 'text') return typeof value === 'string' && value !== '' ? [] : [`${at} must be a text`];
  if (shape === 'number') return typeof value === 'number' ? [] : [`${at} must be a number`];
  const inner = (key: string) => (place === '' ? key : `${place}/${key}`);
  if ('list' in shape) {
    if (!Array.isArray(value)) return [`${at} must be a list`];
    return value.flatMap((item, index) => faultsOf(item, shape.list, inner(String(index))));
  }
  const entries = entriesOf(value);
  if (entries === null) return [`${at} must be an object`];
  if ('record' in shape) return entries.flatMap(([key, item]) => faultsOf(item, shape.record, inner(key)));
  const given = new Map(entries);
  return [
    ...Object.entries(shape.keys).flatMap(([key, of]) => faultsOf(given.get(key), of, inner(key))),
    ...Object.entries(shape.optional ?? {}).flatMap(([key, of]) =>
      given.has(key) ? faultsOf(given.get(key), of, inner(key)) : [],
    ),
  ];
}

/** What is missing or of another kind in a pack's files beside its rules, each fault with its file and place. */
export function packShapeFaults(files: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(FILES).flatMap(([name, shape]) =>
    faultsOf(files[name], shape, '').map((fault) => `${name}: ${fault}`),
  );
}
