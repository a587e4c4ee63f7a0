/** What a value of a JSON file must be: it finds the faults of a value, and says itself as a JSON Schema. */
export interface Shape {
  readonly schema: Readonly<Record<string, unknown>>;
  /** Shapes within it that have a name of their own. */
  readonly named?: ReadonlyMap<string, Shape>;
  readonly faults: (value: unknown, at: string) => readonly string[];
}

function namesOf(shapes: readonly Shape[]): ReadonlyMap<string, Shape> {
  return new Map(shapes.flatMap(({ named: of }) => [...(of ?? [])]));
}

/** A shape that stands in many places: the schema says it once. */
export function named(name: string, shape: Shape): Shape {
  return {
    schema: { $ref: `#/$defs/${name}` },
    named: new Map([[name, shape], ...(shape.named ?? [])]),
    faults: shape.faults,
  };
}

const fault = (at: string, must: string): readonly string[] => [
  `${at === '' ? 'the file' : at}: must be ${must}`,
];
const join = (at: string, key: string | number): string => (at === '' ? String(key) : `${at}/${String(key)}`);

export function text(description: string, pattern?: string): Shape {
  const regex = pattern === undefined ? null : new RegExp(pattern, 'u');
  return {
    schema: { type: 'string', ...(pattern === undefined ? {} : { pattern }), description },
    faults: (value, at) => {
      if (typeof value !== 'string') return fault(at, 'a text');
      return regex === null || regex.test(value) ? [] : fault(at, `a text such as ${pattern ?? ''} matches`);
    },
  };
}

export function constant(only: string | number | boolean, description: string): Shape {
  return {
    schema: { const: only, description },
    faults: (value, at) => (value === only ? [] : fault(at, JSON.stringify(only))),
  };
}

export function word(words: readonly string[], description: string): Shape {
  return {
    schema: { enum: words, description },
    faults: (value, at) =>
      words.some((known) => known === value) ? [] : fault(at, `one of ${words.join(', ')}`),
  };
}

export function whole(description: string, minimum = 0): Shape {
  return {
    schema: { type: 'integer', minimum, description },
    faults: (value, at) =>
      Number.isSafeInteger(value) && (value as number) >= minimum
        ? []
        : fault(at, `a whole number of ${String(minimum)} or more`),
  };
}

export function number(description: string): Shape {
  return {
    schema: { type: 'number', description },
    faults: (value, at) => (Number.isFinite(value) ? [] : fault(at, 'a number')),
  };
}

export function yesNo(description: string): Shape {
  return {
    schema: { type: 'boolean', description },
    faults: (value, at) => (typeof value === 'boolean' ? [] : fault(at, 'true or false')),
  };
}

/** `null` alone. */
export function nothing(description: string): Shape {
  return {
    schema: { type: 'null', description },
    faults: (value, at) => (value === null ? [] : fault(at, 'null')),
  };
}

/** Any value: what another file's schema says. */
export function anything(description: string): Shape {
  return { schema: { description }, faults: () => [] };
}

export function nullable(shape: Shape): Shape {
  return {
    schema: { anyOf: [shape.schema, { type: 'null' }] },
    named: namesOf([shape]),
    faults: (value, at) => (value === null ? [] : shape.faults(value, at)),
  };
}

export function list(shape: Shape, description: string): Shape {
  return {
    schema: { type: 'array', items: shape.schema, description },
    named: namesOf([shape]),
    faults: (value, at) =>
      Array.isArray(value)
        ? value.flatMap((item, i) => shape.faults(item, join(at, i)))
        : fault(at, 'a list'),
  };
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : null;
}

/** An object whose keys are names of the file's own. */
export function record(shape: Shape, description: string): Shape {
  return {
    schema: { type: 'object', additionalProperties: shape.schema, description },
    named: namesOf([shape]),
    faults: (value, at) => {
      const entries = entriesOf(value);
      if (entries === null) return fault(at, 'an object');
      return [...entries].flatMap(([key, item]) => shape.faults(item, join(at, key)));
    },
  };
}

/** An object with these keys, every one of them, and no other. */
export function object(keys: Readonly<Record<string, Shape>>, description: string): Shape {
  const names = Object.keys(keys);
  return {
    named: namesOf(Object.values(keys)),
    schema: {
      type: 'object',
      required: names,
      additionalProperties: false,
      properties: Object.fromEntries(Object.entries(keys).map(([key, shape]) => [key, shape.schema])),
      description,
    },
    faults: (value, at) => {
      const entries = entriesOf(value);
      if (entries === null) return fault(at, 'an object');
      return [
        ...names.flatMap((key) =>
          entries.has(key)
            ? (keys[key]?.faults(entries.get(key), join(at, key)) ?? [])
            : [`${at === '' ? 'the file' : at}: the key ${JSON.stringify(key)} is missing`],
        ),
        ...[...entries.keys()].flatMap((key) =>
          names.includes(key)
            ? []
            : [`${at === '' ? 'the file' : at}: the key ${JSON.stringify(key)} is not known here`],
        ),
      ];
    },
  };
}

/** One of several: the first is said where none fits. */
export function either(shapes: readonly [Shape, ...Shape[]]): Shape {
  return {
    schema: { anyOf: shapes.map(({ schema }) => schema) },
    named: namesOf(shapes),
    faults: (value, at) => {
      const faults = shapes.map((shape) => shape.faults(value, at));
      return faults.some((of) => of.length === 0) ? [] : (faults[0] ?? []);
    },
  };
}

/** The shape as the JSON Schema of a file. */
export function schemaFile(shape: Shape, id: string, title: string): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `markercheck/${id}.schema.json`,
    title,
    ...shape.schema,
    ...(shape.named === undefined || shape.named.size === 0
      ? {}
      : {
          $defs: Object.fromEntries(
            [...shape.named]
              .map(([name, of]) => [name, of.schema] as const)
              .toSorted(([a], [b]) => (a < b ? -1 : 1)),
          ),
        }),
  };
}
