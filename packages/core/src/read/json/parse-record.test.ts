import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRecordBuilder } from '../tree/record-builder.js';
import { createRecordParser } from './parse-record.js';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\\', '"', '\n', 'é', '😀', ''),
);
const key = fc.oneof(fc.constantFrom('id', 'narrative', 'team', 'x'), text);
const record = fc.dictionary(key, fc.oneof({ weight: 5, arbitrary: text }, fc.jsonValue({ maxDepth: 2 })), {
  maxKeys: 6,
});

const line = fc
  .tuple(
    record,
    fc.constantFrom(undefined, 1, '\t'),
    fc.option(
      fc.tuple(
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', '"', '\\', ',', ':', '{', '}', ' ', '\n', '1', '\u0001'),
      ),
    ),
  )
  .map(([of, indent, damage]) => {
    const written = JSON.stringify(of, null, indent);
    if (damage === null) return written;
    const at = damage[0] % (written.length + 1);
    return written.slice(0, at) + damage[2] + written.slice(at + damage[1]);
  });

function parsed(of: string): unknown {
  try {
    return JSON.parse(of);
  } catch {
    return undefined;
  }
}

it('takes what JSON.parse takes, with the same texts, whatever was read before', () => {
  const columns = ['id', 'narrative', 'team'];
  const builder = createRecordBuilder(columns, 'own');
  const parser = createRecordParser(builder);
  let records = 0;
  fc.assert(
    fc.property(line, (of) => {
      const value = parsed(of);
      builder.start();
      const fault = parser.parse(of);
      expect(fault?.kind === 'malformed').toBe(value === undefined);
      if (fault !== null) return;
      records++;
      const { cells, twice } = builder.end();
      // A name stands once, in whatever case, or else nothing is said of it here.
      const names = Object.keys(value as object).map((name) => name.toLowerCase().trim());
      if (twice !== null || new Set(names).size < names.length) return;
      for (const [i, column] of columns.entries()) {
        const cell = (value as Readonly<Record<string, unknown>>)[column];
        if (typeof cell === 'string') expect(cells[i]).toBe(cell);
      }
    }),
    { numRuns: 10_000 },
  );
  expect(records).toBeGreaterThan(3000);
});
