import { readFileSync } from 'node:fs';
import { findFact } from '../../packages/core/src/facts/index.js';
import { RecordFacts } from '../../packages/core/src/facts/record-facts.js';
import type { Choice } from '../../packages/core/src/facts/fact.js';
import { openExtract } from '../../packages/core/src/extract.js';
import type { Cells, FieldName } from '../../packages/core/src/model/fields.js';
import { TRUE, UNKNOWN } from '../../packages/core/src/model/truth.js';
import { compilePack } from '../../packages/core/src/rules/compile.js';
import { loadPack } from '../../packages/core/src/rules/load.js';

export const PACK = loadPack();

/** The first canonical records of an extract, in memory. */
export function rowsOf(file: string, most: number): readonly Cells[] {
  const rows: Cells[] = [];
  const extract = openExtract(
    file,
    {},
    {
      mapping: () => undefined,
      notice: () => undefined,
      record: (cells) => {
        if (rows.length < most) rows.push([...cells]);
      },
    },
  );
  extract.write(readFileSync(file));
  extract.end();
  return rows;
}

export type FactValue = string | number | boolean;

function plainValue(value: unknown, kind: string): FactValue | undefined {
  if (kind === 'truth') return value === UNKNOWN ? undefined : value === TRUE;
  if (kind !== 'choice') return (value as string | number | null) ?? undefined;
  const choice = value as Choice;
  return choice.certain ? (choice.value ?? '') : undefined;
}

/** The facts of every row by their names, without those that are unknown: what other engines are given for nothing. */
export function plainFacts(
  rows: readonly Cells[],
  names: readonly string[],
): readonly Readonly<Record<string, FactValue>>[] {
  const compiled = compilePack(PACK);
  const record = new RecordFacts(compiled.surroundings, compiled.rules.length);
  return rows.map((cells) => {
    record.load(cells);
    const facts: Record<string, FactValue> = {};
    for (const name of names) {
      const fact = findFact(name);
      const value =
        fact === undefined
          ? record.text(name.replace(/^recorded\./, '') as FieldName) !== ''
          : plainValue(record.get<unknown>(fact), fact.kind);
      if (value !== undefined) facts[name] = value;
    }
    return facts;
  });
}
