import type { RecordFacts } from '../facts/record-facts.js';
import { measureOutcome, severityOf } from '../evaluate/judge.js';
import { MarkercheckError } from '../model/errors.js';
import type { Plan } from '../evaluate/plan.js';
import { BREACHED, MET, NOT_APPLICABLE, type OutcomeCode, UNDETERMINED } from '../model/outcome.js';
import type { Severity } from '../model/rule.js';
import type { Day } from '../normalise/date.js';
import type { CompiledMeasure } from '../rules/compile-measures.js';
import type { CompiledPack } from '../rules/compile.js';
import type { CellKey } from '../model/cell.js';
import { cellOf } from './cells.js';
import { EXTRACT_CHECKS } from './checks/index.js';
import { mergeTeams, type OpenTeams, teamFor, type Teams } from './teams.js';

/** Counts of a measure: met, breached, undetermined, and the breached that are waived. */
export type MeasureCounts = [met: number, breached: number, undetermined: number, waived: number];

/** Counts of a rule: undetermined, met, breached, and the breached that are waived; all other records are not applicable. */
export type RuleCounts = [undetermined: number, met: number, breached: number, waived: number];

export interface Cell extends CellKey {
  /** By measure. */
  readonly counts: readonly Readonly<MeasureCounts>[];
}

/**
 * All that is counted of a set of records: plain data, which can be cloned and sent. Tallies of files,
 * workers, nights and forces merge in any order to the same tally: a commutative monoid, `emptyTally` its zero.
 */
export interface Tally {
  /** What must be the same for two tallies to merge: the pack, the policy and the rules assessed. */
  readonly basis: string;
  readonly records: number;
  /** Records that some measure concerns. */
  readonly measured: number;
  /** Findings that are not waived, by severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly rules: readonly Readonly<RuleCounts>[];
  readonly measures: readonly Readonly<MeasureCounts>[];
  readonly cells: ReadonlyMap<string, Cell>;
  /** `null` where there are too many to be teams. */
  readonly teams: Teams<Readonly<MeasureCounts>>;
  /** What each check of the whole extract counts, in the order of the checks. */
  readonly checks: readonly unknown[];
}

interface OpenCell extends Cell {
  readonly counts: MeasureCounts[];
}

/** A tally that is still counted. */
export interface OpenTally extends Tally {
  records: number;
  measured: number;
  readonly findings: Record<Severity, number>;
  readonly rules: RuleCounts[];
  readonly measures: MeasureCounts[];
  readonly cells: Map<string, OpenCell>;
  teams: OpenTeams<MeasureCounts>;
  readonly checks: unknown[];
}

const NO_COUNTS = (): MeasureCounts => [0, 0, 0, 0];

function basisOf({ pack, policy, rules }: CompiledPack): string {
  const states = rules.map((rule) => `${rule.rule.id}:${rule.state}`).join();
  return JSON.stringify([pack.digest, policy.changes, states]);
}

/** A tally of no records. */
export function emptyTally(compiled: CompiledPack): OpenTally {
  return {
    basis: basisOf(compiled),
    records: 0,
    measured: 0,
    findings: { error: 0, warning: 0, info: 0 },
    rules: compiled.rules.map(() => [0, 0, 0, 0]),
    measures: compiled.measures.map(NO_COUNTS),
    cells: new Map(),
    teams: new Map(),
    checks: EXTRACT_CHECKS.map((check) => check.empty()),
  };
}

function addTo(counts: MeasureCounts | undefined, outcome: OutcomeCode, waived: boolean): void {
  if (counts === undefined) return;
  if (outcome === MET) counts[0]++;
  else if (outcome === BREACHED) {
    counts[1]++;
    if (waived) counts[3]++;
  } else counts[2]++;
}

/** Whether all that breaches the measure on this record is waived. */
function isWaived(
  measure: CompiledMeasure,
  record: RecordFacts,
  waivedRules: ReadonlySet<number>,
  measures: readonly OutcomeCode[],
  waivedMeasures: readonly boolean[],
): boolean {
  if (measure.of.length > 0)
    return measure.of.every((m) => measures[m] !== BREACHED || waivedMeasures[m] === true);
  return measure.rules.every((rule) => record.outcomes[rule] !== BREACHED || waivedRules.has(rule));
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Adds the outcomes of the judged record that is loaded, and not what the checks on the whole extract
 * count. `plan` holds the rules that may concern it; `waived` the indexes of those whose breach is waived.
 */
export function addOutcomes(
  tally: OpenTally,
  compiled: CompiledPack,
  record: RecordFacts,
  plan: Pick<Plan, 'rules'>,
  asAt: Day,
  waived: ReadonlySet<number> = NONE,
): void {
  tally.records++;
  let isConcerned = false;
  for (const { rule } of plan.rules) {
    const outcome = record.outcomes[rule.index] ?? NOT_APPLICABLE;
    if (outcome === NOT_APPLICABLE || rule.state !== 'on') continue;
    isConcerned ||= rule.isMeasured;
    const counts = tally.rules[rule.index];
    if (counts === undefined) continue;
    if (outcome === UNDETERMINED) counts[0]++;
    else if (outcome === MET) counts[1]++;
    else {
      counts[2]++;
      if (waived.has(rule.index)) counts[3]++;
      else tally.findings[severityOf(rule, record)]++;
    }
  }
  if (isConcerned) addMeasures(tally, compiled, record, asAt, waived);
}

function addMeasures(
  tally: OpenTally,
  compiled: CompiledPack,
  record: RecordFacts,
  asAt: Day,
  waived: ReadonlySet<number>,
): void {
  const outcomes: OutcomeCode[] = [];
  const waivedMeasures: boolean[] = [];
  let cell: OpenCell | undefined;
  let team: MeasureCounts[] | undefined;
  compiled.measures.forEach((measure, i) => {
    const outcome = measureOutcome(measure, record, outcomes);
    outcomes.push(outcome);
    if (outcome === NOT_APPLICABLE) {
      waivedMeasures.push(false);
      return;
    }
    const isAllWaived = outcome === BREACHED && isWaived(measure, record, waived, outcomes, waivedMeasures);
    waivedMeasures.push(isAllWaived);
    cell ??= cellFor(tally, compiled, cellOf(record, asAt));
    addTo(tally.measures[i], outcome, isAllWaived);
    addTo(cell.counts[i], outcome, isAllWaived);
    team ??= teamCounts(tally, compiled, record);
    addTo(team[i], outcome, isAllWaived);
  });
  if (cell !== undefined) tally.measured++;
}

function cellFor(tally: OpenTally, compiled: CompiledPack, key: CellKey): OpenCell {
  const name = JSON.stringify([key.force, key.month, key.offenceClass, key.ageBand, key.maturity]);
  let cell = tally.cells.get(name);
  if (cell === undefined) {
    const { force, month, offenceClass, ageBand, maturity } = key;
    const counts = compiled.measures.map(NO_COUNTS);
    cell = { force, month, offenceClass, ageBand, maturity, counts };
    tally.cells.set(name, cell);
  }
  return cell;
}

const NO_TEAM: MeasureCounts[] = [];

/** The counts of the record's team; of none once there are too many. */
function teamCounts(tally: OpenTally, compiled: CompiledPack, record: RecordFacts): MeasureCounts[] {
  if (tally.teams === null) return NO_TEAM;
  const of = { force: record.text('force'), team: record.text('team') };
  const team = teamFor(tally.teams, of, () => compiled.measures.map(NO_COUNTS));
  if (team === null) tally.teams = null;
  return team?.counts ?? NO_TEAM;
}

const plus = <C extends readonly number[]>(left: C, right: C | undefined): C =>
  left.map((count, i) => count + (right?.[i] ?? 0)) as unknown as C;

/**
 * Both tallies as one.
 * @throws {MarkercheckError} `TALLIES_DIFFER` if they were not made by the same rules.
 */
export function mergeTallies(left: Tally, right: Tally): Tally {
  if (left.basis !== right.basis) {
    throw new MarkercheckError(
      'TALLIES_DIFFER',
      'Two tallies that differ in pack, policy or the rules assessed cannot be added up.',
    );
  }
  const cells = new Map<string, Cell>();
  for (const [name, cell] of [...left.cells, ...right.cells]) {
    const other = cells.get(name);
    cells.set(name, { ...cell, counts: cell.counts.map((counts, i) => plus(counts, other?.counts[i])) });
  }
  return {
    basis: left.basis,
    records: left.records + right.records,
    measured: left.measured + right.measured,
    findings: {
      error: left.findings.error + right.findings.error,
      warning: left.findings.warning + right.findings.warning,
      info: left.findings.info + right.findings.info,
    },
    rules: left.rules.map((counts, i) => plus(counts, right.rules[i])),
    measures: left.measures.map((counts, i) => plus(counts, right.measures[i])),
    cells,
    teams: mergeTeams(left.teams, right.teams, plus),
    checks: EXTRACT_CHECKS.map((check, i) => check.merge(left.checks[i], right.checks[i])),
  };
}
