import { writeSql } from '../../packages/core/src/sql/write-sql.js';
import type { DialectName } from '../../packages/core/src/dialect/dialect.js';
import { judge, severityOf } from '../../packages/core/src/evaluate/judge.js';
import { RecordFacts } from '../../packages/core/src/facts/record-facts.js';
import { type Cells, FIELD_INDEX, type FieldName } from '../../packages/core/src/model/fields.js';
import { BREACHED, OUTCOME_NAMES } from '../../packages/core/src/model/outcome.js';
import type { Pack } from '../../packages/core/src/model/pack.js';
import type { Policy } from '../../packages/core/src/model/policy.js';
import { compilePack } from '../../packages/core/src/rules/compile.js';
import type { Engine } from './engines/engine.js';

export const AS_AT = '2026-11-21';
export const RUN = {
  tool: { name: 'markercheck', version: '0.0.0' },
  profile: { name: 'canonical', digest: '-', blank: 'not-set' },
  policyDigest: null,
};

/** By record, in their order: each rule's outcome in the order of the ids, and the severities of what is breached. */
export interface Reading {
  readonly outcomes: readonly string[];
  readonly severities: readonly string[];
}

const LETTERS: Readonly<Record<string, string>> = {
  'not-applicable': 'n',
  undetermined: 'u',
  met: 'm',
  breached: 'b',
  'not-assessed': '-',
};

/** The records as our own engine reads them. */
export function readByEngine(
  pack: Pack,
  policy: Policy,
  columns: readonly FieldName[],
  records: readonly Cells[],
): Reading {
  const compiled = compilePack(pack, { policy, columns });
  const facts = new RecordFacts(compiled.surroundings, compiled.rules.length);
  const outcomes: string[] = [];
  const severities: string[] = [];
  for (const cells of records) {
    judge(compiled, facts.load(cells));
    const codes = compiled.rules.map(({ index }) => facts.outcomes[index] ?? 0);
    outcomes.push(codes.map((code) => LETTERS[OUTCOME_NAMES[code] ?? ''] ?? '?').join(''));
    const found = compiled.rules.filter((_, i) => codes[i] === BREACHED);
    severities.push(found.map((rule) => `${rule.rule.id}:${severityOf(rule, facts)}`).join(' '));
  }
  return { outcomes, severities };
}

/** The same by SQL in a database. */
export async function readBySql(
  engine: Engine,
  pack: Pack,
  policy: Policy,
  columns: readonly FieldName[],
  records: readonly Cells[],
): Promise<Reading> {
  const compiled = compilePack(pack, { policy, columns });
  // The place of a record takes the place of its reference, which no rule reads.
  const key = FIELD_INDEX.crimeReference;
  const shown: readonly FieldName[] = [...new Set<FieldName>(['crimeReference', ...columns])];
  await engine.load(
    shown,
    records.map((cells, place) =>
      shown.map((field) =>
        FIELD_INDEX[field] === key ? String(place) : (cells[FIELD_INDEX[field]] ?? null),
      ),
    ),
  );
  const rows = await engine.rows(
    writeSql({
      pack,
      policy,
      columns: shown,
      dialect: engine.name as DialectName,
      table: ['crimes'],
      asAt: AS_AT,
      result: 'outcomes',
      run: RUN,
    }),
  );
  const outcomes: string[] = [];
  const severities: string[] = [];
  for (const row of rows) {
    const place = Number(row['crimeReference']);
    if (outcomes[place] !== undefined) throw new Error(`record ${place} came twice`);
    outcomes[place] = compiled.rules
      .map(({ rule }) => LETTERS[row[rule.id] ?? 'not-assessed'] ?? '?')
      .join('');
    const found = compiled.rules.filter(({ rule }) => row[rule.id] === 'breached');
    severities[place] = found
      .map(
        (rule) =>
          `${rule.rule.id}:${row[`${rule.rule.id} severity`] ?? rule.fixedSeverity ?? rule.rule.severity}`,
      )
      .join(' ');
  }
  return { outcomes, severities };
}
