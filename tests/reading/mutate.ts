import fc from 'fast-check';

/** One change of some bytes. Places are shares of the length, so that they fit whatever came before. */
export type Mutation =
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'copy'; readonly at: number; readonly from: number; readonly length: number }
  | { readonly kind: 'cut'; readonly at: number };

const TOKENS = [
  '"', '""', ',', ';', '\t', '|', '\n', '\r', '\r\n', '\n\n', '<', '>', '</', '/>', '&', '&#0;', '&amp;', '<!--', '-->',
  '<![CDATA[', ']]>', '<!DOCTYPE x [<!ENTITY a "b">]>', '<?xml version="1.0"?>', '{', '}', '[', ']', ':', '\\', '\\u0000',
  'null', '1e999', '\u0000', '\uFEFF', '\uFFFD', 'sep=;\n', '__proto__', '=1+1', '\u001b[2J', 'é', '😀',
  ',"', '",', '"\n', '\n"', 'GL/1', '<crime>', '</crime>', 'crimeReference',
]; // prettier-ignore

const bytesOf = (text: string) => new TextEncoder().encode(text);
const share = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((part) => part / 1_000_000);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('set' as const), at: share, byte: fc.nat(255) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      at: share,
      bytes: fc.oneof(fc.constantFrom(...TOKENS).map(bytesOf), fc.uint8Array({ minLength: 1, maxLength: 8 })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      at: share,
      length: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('copy' as const),
      at: share,
      from: share,
      length: fc.integer({ min: 1, max: 600 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: share }) },
);

export const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 });

export interface Mutated {
  readonly bytes: Uint8Array;
  /** The places of the original that are no longer as they were, as ranges from start to end, both included. */
  readonly touched: readonly (readonly [number, number])[];
}

/** A byte, and where it stood in the original. */
interface Origin {
  readonly byte: number;
  readonly from: number;
}

/** Carries out mutations one after the other, keeping track of what they touched. */
export function mutate(original: Uint8Array, list: readonly Mutation[]): Mutated {
  let now: Origin[] = Array.from(original, (byte, from) => ({ byte, from }));
  const touched: [number, number][] = [];
  /** The place of the original on both sides of a place. */
  const around = (at: number): [number, number] => [
    now[at - 1]?.from ?? 0,
    now[at]?.from ?? original.length - 1,
  ];
  for (const one of list) {
    if (now.length === 0) break;
    const at = Math.min(now.length - 1, Math.floor(one.at * now.length));
    const [before, here] = around(at);
    const splice = (remove: number, bytes: Iterable<number>) => {
      const after = now[at + remove]?.from ?? original.length - 1;
      touched.push([Math.min(before, here, after), Math.max(before, here, after)]);
      now.splice(at, remove, ...Array.from(bytes, (byte) => ({ byte, from: here })));
    };
    switch (one.kind) {
      case 'set':
        splice(1, [one.byte]);
        break;
      case 'insert':
        splice(0, one.bytes);
        break;
      case 'delete':
        splice(one.length, []);
        break;
      case 'copy': {
        const from = Math.floor(one.from * now.length);
        splice(
          0,
          now.slice(from, from + one.length).map(({ byte }) => byte),
        );
        break;
      }
      case 'cut':
        touched.push([Math.min(before, here), original.length - 1]);
        now = now.slice(0, at);
        break;
      default:
        one satisfies never;
    }
  }
  return { bytes: Uint8Array.from(now, ({ byte }) => byte), touched };
}
