import type { ForceMeasure, MeasureComparison, NotCompared, RuleComparison, StandsOut, TimeSeries } from './comparison.js';
import type { Exchange } from './exchange.js';

/** Of two rules at a force, the one that is breached more. */
function mainRule(code: string, measure: readonly string[], rules: readonly RuleComparison[]): string | null {
  const own = rules.flatMap(({ id, forces }) => {
    const about = forces.find((force) => force.code === code)?.about;
    return measure.includes(id) && about !== undefined && about !== null && about.breached > 0
      ? [{ id, breached: about.breached }]
      : [];
  });
  return own.sort((a, b) => b.breached - a.breached || (a.id < b.id ? -1 : 1))[0]?.id ?? null;
}

/** The times that the strongest rules pick out, as one stretch. */
function shift({ points, signals }: TimeSeries): { from: string; to: string; direction: 'up' | 'down' } | null {
  const strong = signals.filter(({ rule }) => rule === 'outside-limits' || rule === 'seven-one-side');
  const last = strong.at(-1);
  if (last === undefined) return null;
  const same = strong.filter(({ direction }) => direction === last.direction);
  const [from, to] = [points[same[0]?.index ?? 0]?.key, points[last.index]?.key];
  return from === undefined || to === undefined ? null : { from, to, direction: last.direction };
}

function missingMonths({ time }: ForceMeasure): readonly string[] {
  return (time?.points ?? []).filter(({ figure }) => figure.state === 'no-data').map(({ key }) => key);
}

function ofMeasure(
  measure: MeasureComparison,
  rulesOf: readonly string[],
  rules: readonly RuleComparison[],
): readonly StandsOut[] {
  const isHeadline = measure.headline !== null;
  return measure.forces.flatMap((force): readonly StandsOut[] => {
    const at = { code: force.code, measure: measure.id };
    const { differs: way, beyondChance, untoldMore } = force.others;
    const moved = force.time === null ? null : shift(force.time);
    const months = isHeadline && force.total.state !== 'no-data' ? missingMonths(force) : [];
    return [
      ...(months.length > 0 ? [{ kind: 'no-months' as const, ...at, months }] : []),
      // A force is higher than others that one of them pulls down: that one is named.
      ...(way === 'lower' && beyondChance
        ? [{ kind: 'differs' as const, ...at, way, rule: mainRule(force.code, rulesOf, rules) }]
        : []),
      ...(untoldMore ? [{ kind: 'untold' as const, ...at }] : []),
      ...(moved === null ? [] : [{ kind: 'shift' as const, ...at, ...moved }]),
    ];
  });
}

/** What a force's file says of itself before any figure. */
function ofFile({ force: { code }, rules, checks, complete }: Exchange): readonly StandsOut[] {
  const notAssessed = Object.entries(rules).filter(([, { state, lacking }]) => state === 'not-assessed' && lacking.length > 0);
  const columns = [...new Set(notAssessed.flatMap(([, { lacking }]) => lacking))].sort();
  return [
    ...(complete ? [] : [{ kind: 'incomplete' as const, code }]),
    ...(columns.length === 0 ? [] : [{ kind: 'lacking' as const, code, columns, rules: notAssessed.map(([id]) => id) }]),
    ...checks.filter(({ state }) => state === 'raised').map((check) => ({ kind: 'check' as const, code, check })),
  ];
}

/** What a reader should see first: what is missing, what is broken, then what differs. */
export function standsOut(
  files: readonly Exchange[],
  notCompared: readonly NotCompared[],
  measures: readonly MeasureComparison[],
  rules: readonly RuleComparison[],
): readonly StandsOut[] {
  const rulesOf = (id: string) => files.flatMap((file) => file.measures[id]?.rules ?? []);
  return [
    ...notCompared.filter(({ why }) => why === 'no-file').map(({ name }) => ({ kind: 'no-file' as const, name })),
    ...files.flatMap(ofFile),
    ...measures.flatMap((measure) => ofMeasure(measure, rulesOf(measure.id), rules)),
    ...rules.flatMap(({ id, forces }) =>
      forces.flatMap(({ code, standsOut: is }) => (is ? [{ kind: 'rule' as const, code, rule: id }] : [])),
    ),
  ];
}
