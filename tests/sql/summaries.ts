import { expect } from 'vitest';
import { createAssessor } from '../../packages/core/src/assess.js';
import { summarise } from '../../packages/core/src/aggregate/summarise.js';
import type { DialectName } from '../../packages/core/src/dialect/dialect.js';
import { FIELD_INDEX } from '../../packages/core/src/model/fields.js';
import type { Policy } from '../../packages/core/src/model/policy.js';
import type { RunSummary } from '../../packages/core/src/model/run.js';
import { parseDate } from '../../packages/core/src/normalise/date.js';
import { compilePack } from '../../packages/core/src/rules/compile.js';
import { jsonDigest } from '../../packages/core/src/rules/json-digest.js';
import { runFactsOf } from '../../packages/core/src/run-facts.js';
import { readSqlSummary } from '../../packages/core/src/sql/read-summary.js';
import { SUMMARY_COLUMNS } from '../../packages/core/src/sql/summary.js';
import { writeSql } from '../../packages/core/src/sql/write-sql.js';
import type { Engine } from './engines/engine.js';
import { type Extract, pack } from './proof.js';
import { AS_AT } from './readings.js';

/** What our engine sums up of the records. */
function ours({ columns, records }: Extract, policy: Policy): RunSummary {
  const compiled = compilePack(pack, { policy, columns });
  const assessor = createAssessor(compiled, parseDate(AS_AT) ?? 0);
  const silent = { finding: () => undefined, undetermined: () => undefined };
  for (const [i, cells] of records.entries()) assessor.add(cells, i + 2, silent);
  return summarise(assessor.tally, compiled, runFactsOf({ asAt: AS_AT, policy }));
}

/** Fails unless a database counts what our engine counts, to the last cell and check. */
export async function expectSameSummary(engine: Engine, extract: Extract, policy: Policy): Promise<void> {
  const { columns, records } = extract;
  const expected = ours(extract, policy);
  const { tool, profile } = expected;
  await engine.load(
    columns,
    records.map((cells) => columns.map((column) => cells[FIELD_INDEX[column]] ?? null)),
  );
  const statement = writeSql({
    pack,
    policy,
    columns,
    dialect: engine.name as DialectName,
    table: ['crimes'],
    asAt: AS_AT,
    run: { tool, profile, policyDigest: jsonDigest(policy) },
  });
  const rows = await engine.rows(statement);
  const table = {
    name: 'result.csv',
    header: SUMMARY_COLUMNS,
    rows: rows.map((row) => SUMMARY_COLUMNS.map((name) => row[name] ?? '')),
  };
  const counted = readSqlSummary(table, pack, { bytes: 0, sha256: '' });
  expect(counted.inputs).toHaveLength(1);
  expect({ ...counted, inputs: [], teams: null }).toEqual({ ...expected, inputs: [], teams: null });
}

/** Fails unless a database lists the findings and the undetermined outcomes that our engine says, by statement and by view. */
export async function expectSameFindings(
  engine: Engine,
  { columns, records }: Extract,
  policy: Policy,
): Promise<void> {
  const compiled = compilePack(pack, { policy, columns });
  const assessor = createAssessor(compiled, parseDate(AS_AT) ?? 0);
  const findings: string[] = [];
  const undetermined: string[] = [];
  const keyed = records.map((cells, i) =>
    cells.map((cell, place) => (place === FIELD_INDEX.crimeReference ? `R${i}` : cell)),
  );
  for (const cells of keyed)
    assessor.add(cells, 2, {
      finding: (of) =>
        findings.push(
          [of.rule, of.severity, of.crimeReference, of.force, of.team, of.marker ?? '', of.message].join('|'),
        ),
      undetermined: (of) => undetermined.push([of.rule, of.crimeReference].join('|')),
    });
  await engine.load(
    columns,
    keyed.map((cells) => columns.map((column) => cells[FIELD_INDEX[column]] ?? null)),
  );
  const options = {
    pack,
    policy,
    columns,
    dialect: engine.name as DialectName,
    table: ['crimes'],
    asAt: AS_AT,
    run: {
      tool: { name: 'markercheck', version: '0' },
      profile: { name: 'canonical', digest: '', blank: '' },
      policyDigest: null,
    },
  };
  const lines = (rows: readonly Readonly<Record<string, string | null>>[], names: readonly string[]) =>
    rows.map((row) => names.map((name) => row[name] ?? '').join('|')).toSorted();
  const FINDING = ['rule', 'severity', 'crimeReference', 'force', 'team', 'marker', 'message'];
  expect(lines(await engine.rows(writeSql({ ...options, result: 'findings' })), FINDING)).toEqual(
    findings.toSorted(),
  );
  expect(
    lines(await engine.rows(writeSql({ ...options, result: 'undetermined' })), ['rule', 'crimeReference']),
  ).toEqual(undetermined.toSorted());
  for (const statement of writeSql({ ...options, views: 'markercheck_' }).split(/;\n\n?(?=CREATE|$)/))
    if (statement.trim() !== '')
      await engine.rows(
        statement.replace(
          'OR REPLACE VIEW',
          engine.name === 'spark' ? 'OR REPLACE TEMP VIEW' : 'OR REPLACE VIEW',
        ),
      );
  expect(lines(await engine.rows('SELECT * FROM markercheck_findings'), FINDING)).toEqual(
    findings.toSorted(),
  );
}
