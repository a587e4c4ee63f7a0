import { emptyTally } from '../../packages/core/src/aggregate/tally.js';
import { summarise } from '../../packages/core/src/aggregate/summarise.js';
import type { AgeBand, Maturity } from '../../packages/core/src/model/cell.js';
import type { Policy } from '../../packages/core/src/model/policy.js';
import type { FieldName } from '../../packages/core/src/model/fields.js';
import type { CellSummary, RunSummary } from '../../packages/core/src/model/run.js';
import { compilePack } from '../../packages/core/src/rules/compile.js';
import { loadPack } from '../../packages/core/src/rules/load.js';

export const PACK = loadPack();

export interface RunSpec {
  readonly cells: readonly CellSummary[];
  readonly asAt?: string;
  readonly blank?: string;
  readonly policy?: Policy;
  readonly columns?: readonly FieldName[];
  readonly rules?: Readonly<Record<string, Partial<RunSummary['rules'][string]>>>;
  readonly records?: number;
}

/** A run without a record, with the cells that a test wants. */
export function runOf(spec: RunSpec): RunSummary {
  const { cells, asAt = '2026-12-31', blank = 'not-set', policy = {}, records = 100_000 } = spec;
  const compiled = compilePack(PACK, {
    policy,
    ...(spec.columns === undefined ? {} : { columns: spec.columns }),
  });
  const summary = summarise(emptyTally(compiled), compiled, {
    tool: { name: 'markercheck', version: '0.0.0' },
    profile: { name: 'canonical', digest: '', blank },
    policyDigest: null,
    asAt,
    inputs: [],
    complete: true,
    baseline: null,
    waivers: null,
    adoption: null,
    workList: null,
    pseudonyms: null,
    minAssessed: 0.95,
  });
  const rules = Object.fromEntries(
    Object.entries(summary.rules).map(([id, rule]) => [id, { ...rule, ...spec.rules?.[id] }]),
  );
  return { ...summary, notChecked: null, records, rules, cells };
}

export interface CellSpec {
  readonly force?: string;
  readonly month?: string | null;
  readonly offenceClass?: string | null;
  readonly ageBand?: AgeBand;
  readonly maturity?: Maturity;
  readonly measure?: string;
  readonly counts: readonly [met: number, breached: number, undetermined: number];
}

export function cell(spec: CellSpec): CellSummary {
  const { counts, ...key } = spec;
  const [met, breached, undetermined] = counts;
  return {
    force: 'E23000036',
    month: '2026-10',
    offenceClass: '19E',
    ageBand: '13-15',
    maturity: '28-90',
    measure: 'csa-by-title',
    ...key,
    met,
    breached,
    undetermined,
  };
}
