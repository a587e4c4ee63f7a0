import type { CellSummary, MeasureSummary, RuleSummary } from '../model/run.js';
import type { CompiledPack } from '../rules/compile.js';
import type { CheckResult } from '../model/check-result.js';
import { checkParameter } from './checks/extract-check.js';
import { EXTRACT_CHECKS } from './checks/index.js';
import { rateFigures } from './rates.js';
import type { Tally } from './tally.js';

/** A tally's counts by rule. */
export function ruleSummaries(tally: Tally, compiled: CompiledPack): Readonly<Record<string, RuleSummary>> {
  return Object.fromEntries(
    compiled.rules.map(({ rule, index, state, isOff, lacking, revision, severity }) => {
      const [undetermined, met, breached, waived] = tally.rules[index] ?? [0, 0, 0, 0];
      const notApplicable = state === 'on' ? tally.records - undetermined - met - breached : 0;
      return [
        rule.id,
        { state, isOff, lacking, revision, severity, notApplicable, undetermined, met, breached, waived },
      ];
    }),
  );
}

/** A tally's compliance rates by measure. */
export function measureSummaries(
  tally: Tally,
  compiled: CompiledPack,
): Readonly<Record<string, MeasureSummary>> {
  return Object.fromEntries(
    compiled.measures.map(({ measure }, i) => {
      const [met, breached, undetermined, waived] = tally.measures[i] ?? [0, 0, 0, 0];
      return [measure.id, rateFigures(met, breached, undetermined, waived)];
    }),
  );
}

/** What the checks on the whole extract say, in the pack's order. */
export function checkResults(tally: Tally, compiled: CompiledPack, asAt: string): readonly CheckResult[] {
  const { columns } = compiled.surroundings;
  const { parameters } = compiled.policy;
  return compiled.pack.checks.flatMap((data) => {
    const position = EXTRACT_CHECKS.findIndex((check) => check.id === data.id);
    const check = EXTRACT_CHECKS[position];
    if (check === undefined) return [];
    return check.conclude(tally.checks[position], {
      columns,
      severity: data.severity,
      parameter: (name) => checkParameter(parameters, data.id, name),
      asAt,
    });
  });
}

/** A tally's cells, one a measure that counts something in it, in a fixed order. */
export function cellSummaries(tally: Tally, compiled: CompiledPack): readonly CellSummary[] {
  return [...tally.cells.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { counts, ...key }]) =>
      counts.flatMap(([met, breached, undetermined], i): readonly CellSummary[] => {
        const measure = compiled.measures[i]?.measure.id;
        if (measure === undefined || met + breached + undetermined === 0) return [];
        return [{ ...key, measure, met, breached, undetermined }];
      }),
    );
}
