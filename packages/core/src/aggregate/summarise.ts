import type { RunInput, RunSummary } from '../model/run.js';
import { SUMMARY_SCHEMA } from '../model/run.js';
import type { CompiledPack } from '../rules/compile.js';
import { cellSummaries, checkResults, measureSummaries, ruleSummaries } from './conclude.js';
import { type MarkersFileUse, whyNotChecked } from './not-checked.js';
import type { Tally } from './tally.js';
import { teamSummaries } from './teams.js';

/** What a summary says beside what was counted. */
export interface RunFacts {
  readonly tool: RunSummary['tool'];
  readonly profile: RunSummary['profile'];
  /** The policy's digest; `null` without a policy. */
  readonly policyDigest: string | null;
  readonly asAt: string;
  readonly inputs: readonly RunInput[];
  readonly complete: boolean;
  readonly baseline: RunSummary['baseline'];
  readonly waivers: RunSummary['waivers'];
  readonly adoption: RunSummary['adoption'];
  readonly workList: RunSummary['workList'];
  readonly pseudonyms: RunSummary['pseudonyms'];
  /** The share of records with a readable code below which the extract counts as not checked. */
  readonly minAssessed: number;
  /** How the second file of markers met the extract. @default the markers stand in the extract */
  readonly markersFile?: MarkersFileUse | null;
}

/** The summary of a run: its identity, and its tally as rates and checks. */
export function summarise(tally: Tally, compiled: CompiledPack, run: RunFacts): RunSummary {
  const { pack, policy } = compiled;
  const checks = checkResults(tally, compiled, run.asAt);
  return {
    schema: SUMMARY_SCHEMA,
    tool: run.tool,
    pack: { id: pack.id, edition: pack.edition, digest: pack.digest },
    profile: run.profile,
    policy: { digest: run.policyDigest, changes: policy.changes },
    parameters: policy.parameters,
    asAt: run.asAt,
    complete: run.complete,
    notChecked: whyNotChecked(tally, checks, run.minAssessed, run.markersFile ?? null),
    inputs: run.inputs,
    records: tally.records,
    columns: [...compiled.surroundings.columns].sort(),
    findings: tally.findings,
    baseline: run.baseline,
    waivers: run.waivers,
    adoption: run.adoption,
    workList: run.workList,
    alerts: null,
    pseudonyms: run.pseudonyms,
    rules: ruleSummaries(tally, compiled),
    measures: measureSummaries(tally, compiled),
    checks,
    cells: cellSummaries(tally, compiled),
    teams: teamSummaries(
      tally.teams,
      compiled.measures.map(({ measure }) => measure.id),
    ),
  };
}
