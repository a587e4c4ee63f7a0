import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextRow, Tokens } from '../read/tokens.js';
import { mapCanonical } from './canonical.js';
import { createKeyWatch } from './keys.js';
import { RowRecord } from './row-record.js';

const mapping = mapCanonical(['crimeReference'], () => undefined);

/** What is said of records with these keys, by their row; `canCompare` lets the watch compare characters. */
function said(keys: readonly string[], canCompare: boolean) {
  const notices: string[] = [];
  const watch = createKeyWatch(mapping, ({ row, problem }) => void notices.push(`${row}: ${problem}`));
  const tokens = new Tokens();
  const row = new TextRow(tokens, 1, []);
  const record = new RowRecord(mapping, 1, tokens);
  keys.forEach((key, i) => {
    row.load([key]);
    watch.look(record.load(row), i + 2, canCompare ? row : undefined);
  });
  return { notices, keys: watch.take() };
}

it.each([
  [['A1', 'A2', 'A2', 'A3'], ['4: the crime reference is the same as in the row before']],
  [['A1', ' A1\u00a0', 'A2'], ['3: the crime reference is the same as in the row before']],
  [['A1', '', 'A1'], ['3: the crime reference is empty']],
  [['É1', 'É1'], ['3: the crime reference is the same as in the row before']],
])('says of %j what is wrong', (keys, notices) => {
  expect(said(keys, true).notices).toEqual(notices);
});

it('says the same of keys that are compared as characters and as texts', () => {
  const key = fc.oneof(
    fc.constantFrom('', ' ', 'A1', ' A1', 'A1\t', 'A2', 'B'.repeat(64), 'B'.repeat(65), 'É1', '\u00a0A1'),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
      expect(said(keys, true)).toEqual(said(keys, false));
    }),
    { numRuns: 2000 },
  );
});
