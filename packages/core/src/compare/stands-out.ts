import type { MeasureComparison, NotCompared, RuleComparison, TimeSeries } from './comparison.js';
import type { Exchange } from './exchange.js';
import type { StandsOut } from './stands-out-kinds.js';
import { ENOUGH_RECORDS } from './time-series.js';

/** Of two rules at a force, the one that is breached more. */
function mainRule(code: string, measure: readonly string[], rules: readonly RuleComparison[]): string | null {
  const own = rules.flatMap(({ id, forces }) => {
    const about = forces.find((force) => force.code === code)?.about;
    return measure.includes(id) && about !== undefined && about !== null && about.breached > 0
      ? [{ id, breached: about.breached }]
      : [];
  });
  return own.toSorted((a, b) => b.breached - a.breached || (a.id < b.id ? -1 : 1))[0]?.id ?? null;
}

/** The times that the strongest rules pick out, as one stretch. */
function shift({
  points,
  signals,
}: TimeSeries): { from: string; to: string; direction: 'up' | 'down' } | null {
  const strong = signals.filter(({ rule }) => rule === 'outside-limits' || rule === 'seven-one-side');
  const last = strong.at(-1);
  if (last === undefined) return null;
  const first = strong.find(({ direction }) => direction === last.direction);
  const [from, to] = [points[first?.index ?? 0]?.key, points[last.index]?.key];
  return from === undefined || to === undefined ? null : { from, to, direction: last.direction };
}

/** Whether a series has so many records that a month without one is a fault rather than chance. */
function hasLargeMonths({ unit, points }: TimeSeries): boolean {
  const months = points.length * (unit === 'month' ? 1 : 3);
  const records = points.reduce((sum, { figure }) => sum + (figure.eligible ?? 0), 0);
  return records / months >= ENOUGH_RECORDS;
}

function ofMeasure(
  measure: MeasureComparison,
  rulesOf: readonly string[],
  rules: readonly RuleComparison[],
): readonly StandsOut[] {
  // A small measure has empty months of itself.
  const isWatched = measure.forces.every(({ time }) => time === null || hasLargeMonths(time));
  return measure.forces.flatMap((force): readonly StandsOut[] => {
    const at = { code: force.code, measure: measure.id };
    const { differs: way, beyondChance, untoldMore } = force.others;
    const moved = force.time === null ? null : shift(force.time);
    const months = isWatched && force.total.state !== 'no-data' ? (force.missingMonths ?? []) : [];
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

/** A feed that stopped shows in every measure: it is said once. */
function onceEach(items: readonly StandsOut[]): readonly StandsOut[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    if (item.kind !== 'no-months') return true;
    const key = `${item.code} ${item.months.join()}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** What a force's file says of itself before any figure. */
function ofFile({ force: { code }, rules, checks, complete }: Exchange): readonly StandsOut[] {
  const notAssessed = Object.entries(rules).filter(
    ([, { state, lacking }]) => state === 'not-assessed' && lacking.length > 0,
  );
  const columns = [...new Set(notAssessed.flatMap(([, { lacking }]) => lacking))].sort();
  return [
    ...(complete ? [] : [{ kind: 'incomplete' as const, code }]),
    ...(columns.length === 0
      ? []
      : [{ kind: 'lacking' as const, code, columns, rules: notAssessed.map(([id]) => id) }]),
    ...checks
      .filter(({ state }) => state === 'raised')
      .map((check) => ({ kind: 'check' as const, code, check })),
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
  const ofMeasures = onceEach(measures.flatMap((measure) => ofMeasure(measure, rulesOf(measure.id), rules)));
  const isNamed = (code: string, rule: string): boolean =>
    ofMeasures.some((item) => item.kind === 'differs' && item.code === code && item.rule === rule);
  return [
    ...notCompared
      .filter(({ why }) => why === 'no-file')
      .map(({ name }) => ({ kind: 'no-file' as const, name })),
    ...files.flatMap(ofFile),
    ...ofMeasures,
    ...rules.flatMap(({ id, forces }) =>
      forces.flatMap(({ code, standsOut: is }) =>
        is && !isNamed(code, id) ? [{ kind: 'rule' as const, code, rule: id }] : [],
      ),
    ),
  ];
}
