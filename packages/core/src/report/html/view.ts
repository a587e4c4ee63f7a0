import type { Trend } from '../../history/trend.js';
import type { AdoptedReading } from '../../model/adoption.js';
import type { Measure, Pack } from '../../model/pack.js';
import type { MeasureSummary, RuleStanding, RuleSummary, RunSummary } from '../../model/run.js';
import { type Rule, SEVERITIES } from '../../model/rule.js';
import type { SampleFinding } from '../sampler.js';

/** What a report is made of. */
export interface ReportInput {
  readonly summary: RunSummary;
  /** The pack that the run was made with. */
  readonly pack: Pack;
  /** A few findings of each rule; see `createSampler`. */
  readonly samples: Readonly<Record<string, readonly SampleFinding[]>>;
  /** The run's history with the run itself. @default no history is kept */
  readonly trend?: Trend | undefined;
  /** The registrar's answers to the pack's unconfirmed readings. @default nobody was asked */
  readonly readings?: readonly AdoptedReading[] | undefined;
}

/** A rule beside what the run says of it. */
export interface RuleView {
  readonly rule: Rule;
  readonly summary: RuleSummary;
  /** The records it applies to: met, breached or undetermined. */
  readonly appliesTo: number;
  /** Findings that nobody has reviewed and waived. */
  readonly open: number;
  /** How they stand to the baseline; `null` where there is none, or the rule has no finding then and now. */
  readonly standing: RuleStanding | null;
  /** The registrar's answer; `null` where there is none. */
  readonly reading: AdoptedReading | null;
}

export interface MeasureView {
  readonly measure: Measure;
  readonly summary: MeasureSummary;
  readonly assessed: number;
  /** The measure's rules that were off or not assessed: the figure lacks them. */
  readonly without: readonly string[];
}

/** The input with pack and summary joined, in the order in which the report shows it. */
export interface ReportView extends ReportInput {
  readonly on: readonly RuleView[];
  readonly notAssessed: readonly RuleView[];
  readonly off: readonly RuleView[];
  readonly measures: readonly MeasureView[];
  readonly forces: readonly string[];
  /** Findings that are waived. */
  readonly waived: number;
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The order of work: tier, severity, id. */
function byTier(left: RuleView, right: RuleView): number {
  return (
    left.rule.tier - right.rule.tier ||
    SEVERITIES.indexOf(left.summary.severity) - SEVERITIES.indexOf(right.summary.severity) ||
    compareText(left.rule.id, right.rule.id)
  );
}

/** A measure's own rules, and those of the measures that it is made of. */
function rulesOf(measure: Measure, pack: Pack): readonly string[] {
  const parts = (measure.of ?? []).flatMap((id) => pack.measures.filter((other) => other.id === id));
  return [...new Set([...(measure.rules ?? []), ...parts.flatMap((part) => part.rules ?? [])])];
}

export function viewOf(input: ReportInput): ReportView {
  const { summary, pack, readings = [] } = input;
  const rules = pack.rules
    .flatMap((rule): readonly RuleView[] => {
      const of = summary.rules[rule.id];
      if (of === undefined) return [];
      const appliesTo = of.met + of.breached + of.undetermined;
      const standing = summary.baseline?.rules[rule.id] ?? null;
      const reading = readings.find((answer) => answer.rule === rule.id) ?? null;
      return [{ rule, summary: of, appliesTo, open: of.breached - of.waived, standing, reading }];
    })
    .toSorted(byTier);
  const state = (wanted: RuleSummary['state']) => rules.filter((rule) => rule.summary.state === wanted);
  const measures = pack.measures.flatMap((measure): readonly MeasureView[] => {
    const of = summary.measures[measure.id];
    if (of === undefined) return [];
    const without = rulesOf(measure, pack).filter((id) => summary.rules[id]?.state !== 'on');
    return [{ measure, summary: of, assessed: of.met + of.breached + of.undetermined, without }];
  });
  return {
    ...input,
    on: state('on'),
    notAssessed: state('not-assessed').filter((rule) => !rule.summary.isOff),
    off: rules.filter((rule) => rule.summary.isOff),
    measures,
    waived: rules.reduce((sum, rule) => sum + rule.summary.waived, 0),
    forces: [...new Set(summary.cells.map((cell) => cell.force))].sort(compareText),
  };
}
