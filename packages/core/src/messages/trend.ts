import type { Basis, EventKind, LeftOutRun, PeriodUnit } from '../model/trend.js';
import { count, counted, listed, longMonth, percent } from './figures.js';

/** The page of a trend: what it says whatever the figures. */
export const TREND = {
  brand: 'markercheck',
  handling: 'This page holds small counts. Keep it inside the force.',
  skip: 'Skip to the trend',
  contents: 'Contents',
  title: 'Child abuse and exploitation markers over time',
  caption: 'Flagging compliance, not prevalence; not official statistics.',
  reading: 'How to read it',
  sources: 'What it is drawn from',
  events: 'Events',
  eventsTable: 'The events on the charts, by number',
  noLines:
    'No month has settled yet: the first line is drawn once the records of a whole month are 28 days old.',
  about: [
    'Each value is a month of recording, or a quarter, whose records were all at least 28 days old when they were last checked. Younger records are still being completed and are left out.',
    'The rate is the share that is met of the records that can be judged. The thin upright line through each value runs from its floor to its ceiling: what the rate would be if every record that cannot be told were breached, or met.',
    'The solid level line is the mean. The dashed lines are the natural process limits: while nothing changes, values stay between them and vary without a pattern. A diamond marks a value that breaks that pattern, for which there may be a cause to find. A value within the limits is no better and no worse than its neighbours.',
    'Limits are taken anew only where what is counted changed: a system, the law or the rules. Training, action plans and inspections are drawn and change no limit, so that their effect can be seen.',
    'Numbers in circles are the events. An upright bar that breaks the line means that the runs on its two sides were judged by different rules: do not compare across it.',
  ],
  table: 'The figures of the two charts',
  columns: {
    period: 'Recorded in',
    asAt: 'Checked as at',
    records: 'Records',
    met: 'Met',
    breached: 'Breached',
    untold: 'Cannot be told',
    rate: 'Rate',
    range: 'Floor to ceiling',
    rateLimits: 'Mean and limits of the rate',
    rateSignal: 'Signal of the rate',
    countSignal: 'Signal of the records',
  },
  eventColumns: { number: 'Number', date: 'Date', kind: 'Kind', label: 'Event', effect: 'Limits' },
  rebased: 'taken anew',
  kept: 'go on',
  noForce: 'no force recorded',
} as const;

export const KIND_WORDS: Readonly<Record<EventKind, string>> = {
  training: 'Training',
  'action-plan': 'Action plan',
  inspection: 'Inspection',
  system: 'System',
  law: 'Law',
  rules: 'Rules',
};

const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  pack: 'the rule pack',
  policy: 'the policy',
  blank: 'the reading of empty markers',
  rules: 'the rules that could be assessed',
};

/** Why a line is broken. */
export function breakWords(breaks: readonly Basis[]): string {
  return `${listed(breaks.map((basis) => BASIS_WORDS[basis]))} changed`;
}

const LEFT_OUT: Readonly<Record<LeftOutRun['why'], string>> = {
  'not-checked': 'it was not a check',
  incomplete: 'not all of its input could be read',
  alert: 'its feed looked broken',
};

export function leftOutWords(why: LeftOutRun['why']): string {
  return LEFT_OUT[why];
}

/** `October 2026`; for a quarter `July to September 2026`. The month is `YYYY-MM`. */
export function periodWords(month: string, last: string, unit: PeriodUnit): string {
  if (unit === 'month') return longMonth(month);
  return `${longMonth(month).replace(/ \d+$/, '')} to ${longMonth(last)}`;
}

const SIGNALS = {
  'outside-limits': { up: 'above the upper limit', down: 'below the lower limit' },
  'seven-one-side': {
    up: 'one of 7 or more in a row above the mean',
    down: 'one of 7 or more in a row below the mean',
  },
  'seven-point-trend': {
    up: 'one of 7 or more in a row that rise',
    down: 'one of 7 or more in a row that fall',
  },
  'two-of-three-near-limits': {
    up: 'one of 2 of 3 close to the upper limit',
    down: 'one of 2 of 3 close to the lower limit',
  },
} as const;

/** What a rule of the chart picks a value out for. */
export function signalWords(rule: keyof typeof SIGNALS, direction: 'up' | 'down'): string {
  return SIGNALS[rule][direction];
}

export type FigureOf = (value: number) => string;

export const rateFigure: FigureOf = (value) => percent(Math.min(1, Math.max(0, value)));
export const countFigure: FigureOf = (value) => count(Math.max(0, Math.round(value * 10) / 10));

interface PhaseWords {
  readonly from: string;
  readonly values: number;
  readonly limits: { readonly mean: number; readonly low: number; readonly high: number } | null;
  readonly isProvisional: boolean;
}

/** Mean and limits of a phase in words. */
export function phaseWords({ from, values, limits, isProvisional }: PhaseWords, figure: FigureOf): string {
  if (limits === null) {
    return `From ${from}: ${counted(values, 'value')}, too few for limits.`;
  }
  const kind = isProvisional ? 'provisional limits' : 'limits';
  return `From ${from}: mean ${figure(limits.mean)}, ${kind} ${figure(limits.low)} to ${figure(limits.high)}, of ${counted(values, 'value')}.`;
}

/** What was joined or left out of a line. */
export function joinWords(
  unit: PeriodUnit,
  leftOver: number,
  withoutRate: number,
  enough: number,
): readonly string[] {
  return [
    ...(unit === 'quarter'
      ? [
          `Months are joined to quarters, because more than one in five has fewer than ${count(enough)} records.`,
        ]
      : []),
    ...(leftOver > 0
      ? [`${counted(leftOver, 'month is', 'months are')} left out, because a quarter is not whole.`]
      : []),
    ...(withoutRate > 0
      ? [
          `${counted(withoutRate, unit, `${unit}s`)} of fewer than ${count(enough)} records ${withoutRate === 1 ? 'has' : 'have'} no rate: it would jump about by chance.`,
        ]
      : []),
  ];
}
