/** The shape of a JSON value: the kinds of its leaves by path, an array or a map by its first members. */
export function shapeOf(value: unknown, maps: ReadonlySet<string>, path = ''): unknown {
  if (value === null) return 'null';
  if (Array.isArray(value))
    return value.length === 0 ? [] : [merged(value.map((item) => shapeOf(item, maps, `${path}[]`)))];
  if (typeof value !== 'object') return typeof value;
  const entries = Object.entries(value).map(
    ([key, item]) => [key, shapeOf(item, maps, `${path}.${key}`)] as const,
  );
  return maps.has(path)
    ? { '*': merged(entries.map(([, shape]) => shape)) }
    : Object.fromEntries(entries.toSorted(byKey));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Several shapes as one: the keys of all, and every kind that a leaf has. */
function merged(shapes: readonly unknown[]): unknown {
  const objects = shapes.filter(
    (shape) => typeof shape === 'object' && shape !== null && !Array.isArray(shape),
  );
  if (objects.length === shapes.length && objects.length > 0) {
    const keys = [...new Set(objects.flatMap((shape) => Object.keys(shape as object)))].toSorted();
    return Object.fromEntries(
      keys.map((key) => [
        key,
        merged(
          objects.flatMap((shape) =>
            key in (shape as object) ? [(shape as Record<string, unknown>)[key]] : [],
          ),
        ),
      ]),
    );
  }
  const kinds = [
    ...new Set(shapes.map((shape) => (typeof shape === 'string' ? shape : JSON.stringify(shape)))),
  ];
  return kinds.toSorted().join(' | ');
}
