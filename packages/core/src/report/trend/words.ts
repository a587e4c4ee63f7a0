import { type ChartLine, FIRM_LIMITS } from '../../history/chart-line.js';
import { monthName } from '../../history/months.js';
import type { TrendPeriod } from '../../history/periods.js';
import { phaseWords, periodWords, signalWords, type FigureOf } from '../../messages/trend.js';

/** A period's name. */
export function nameOf({ month, unit }: TrendPeriod): string {
  return periodWords(monthName(month), monthName(month + 2), unit);
}

/** Why a value is marked; empty where it is not. */
export function signalsAt({ signals }: ChartLine, index: number): readonly string[] {
  return signals.flatMap((signal) =>
    signal.index === index ? [signalWords(signal.rule, signal.direction)] : [],
  );
}

/** Signals of one kind in a row as one: `March 2026 to September 2026: …`. */
function signalSentences({ signals }: ChartLine, periods: readonly TrendPeriod[]): readonly string[] {
  const runs: { readonly words: string; readonly first: number; last: number }[] = [];
  const byKind = [...signals].sort((a, b) =>
    a.rule === b.rule && a.direction === b.direction
      ? a.index - b.index
      : `${a.rule}${a.direction}` < `${b.rule}${b.direction}`
        ? -1
        : 1,
  );
  for (const { rule, direction, index } of byKind) {
    const words = signalWords(rule, direction);
    const open = runs.at(-1);
    if (open !== undefined && open.words === words && open.last === index - 1) open.last = index;
    else runs.push({ words, first: index, last: index });
  }
  const name = (i: number) => {
    const period = periods[i];
    return period === undefined ? '' : nameOf(period);
  };
  return runs
    .toSorted((a, b) => a.first - b.first)
    .map(({ words, first, last }) =>
      first === last ? `${name(first)}: ${words}.` : `${name(first)} to ${name(last)}, each: ${words}.`,
    );
}

/** What a chart shows, in sentences: the last value, the limits of each phase, and the signals. */
export function chartSentences(
  line: ChartLine,
  periods: readonly TrendPeriod[],
  figure: FigureOf,
): readonly string[] {
  const at = line.values.findLastIndex((value) => value !== null);
  const last = line.values[at];
  const period = periods[at];
  if (last === null || last === undefined || period === undefined)
    return ['No period has enough records for a value.'];
  const phases = line.phases.map((phase) => {
    const first = periods[phase.start];
    const from = first === undefined ? '' : nameOf(first);
    return phaseWords({ ...phase, from, isProvisional: phase.values < FIRM_LIMITS }, figure);
  });
  const signals = signalSentences(line, periods);
  return [
    `Last value: ${figure(last)} (${nameOf(period)}).`,
    ...phases,
    ...(signals.length > 0
      ? signals.map((words) => `Signal. ${words}`)
      : line.phases.some(({ limits }) => limits !== null)
        ? ['No signal: the values vary as this process varies.']
        : []),
  ];
}
