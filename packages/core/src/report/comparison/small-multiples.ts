import type { ForceMeasure, MeasureComparison, TimeSeries } from '../../compare/comparison.js';
import { forceWords } from '../../compare/difference-words.js';
import type { XmrRule } from '../../statistics/xmr-signals.js';
import { counted, listed, longMonth, percent } from '../../messages/figures.js';
import { type Html, safe, trusted } from '../html/html.js';
import { type Axis, pct, shareAxis } from './axis.js';
import { percentTick } from './dot-plot.js';

const SIGNAL_WORDS: Readonly<Record<XmrRule, string>> = {
  'outside-limits': 'outside the limits',
  'seven-one-side': 'in a run of seven or more on one side of the mean',
  'seven-point-trend': 'in a trend of seven or more',
  'two-of-three-near-limits': 'one of two of three near a limit',
};

/** `2026-10` as `October 2026`, `2026-Q4` as `Q4 2026`. */
export function timeWords(key: string): string {
  return key.includes('Q') ? `${key.slice(5)} ${key.slice(0, 4)}` : longMonth(key);
}

/** More months without a record are a small measure, not a stopped feed. */
const MOST_MISSING = 6;

interface Frame {
  readonly x: (index: number) => number;
  readonly y: (share: number) => number;
}

function frameOf(series: TimeSeries, axis: Axis): Frame {
  const steps = Math.max(1, series.points.length - 1);
  return { x: (i) => 3 + (94 * i) / steps, y: (share) => 100 - axis.at(share) };
}

function path(series: TimeSeries, { x, y }: Frame): string {
  return series.points
    .map(({ key, value }, i) => {
      if (value === null) return '';
      const isStart = i === 0 || series.points[i - 1]?.value === null || series.rebased.includes(key);
      return `${isStart ? 'M' : 'L'}${x(i).toFixed(2)} ${y(value).toFixed(2)}`;
    })
    .join('');
}

function limits({ phases }: TimeSeries, { x, y }: Frame): string {
  const level = (share: number, start: number, count: number): string =>
    `M${x(start).toFixed(2)} ${y(Math.min(1, Math.max(0, share))).toFixed(2)}H${x(start + count - 1).toFixed(2)}`;
  return phases
    .flatMap(({ low, high, start, count }) => [level(low, start, count), level(high, start, count)])
    .join('');
}

function means({ phases }: TimeSeries, { x, y }: Frame): string {
  return phases
    .map(
      ({ mean, start, count }) =>
        `M${x(start).toFixed(2)} ${y(mean).toFixed(2)}H${x(start + count - 1).toFixed(2)}`,
    )
    .join('');
}

function points(series: TimeSeries, frame: Frame): Html {
  const picked = new Set(series.signals.map(({ index }) => index));
  const isDense = series.points.length > 40;
  return safe`${series.points.map(({ value }, i) => {
    if (value === null || (isDense && !picked.has(i))) return null;
    const at = safe`cx="${pct(frame.x(i))}" cy="${pct(frame.y(value))}"`;
    return picked.has(i)
      ? safe`<circle class="signal" ${at} r="4.5"/>`
      : safe`<circle class="dot" ${at} r="2.5"/>`;
  })}`;
}

function panel(series: TimeSeries, axis: Axis, words: string): Html {
  const frame = frameOf(series, axis);
  const rebases = series.points.flatMap(({ key }, i) => (series.rebased.includes(key) ? [frame.x(i)] : []));
  const [low, high] = [axis.ticks[0] ?? 0, axis.ticks.at(-1) ?? 1];
  return safe`<svg class="panel" role="img" aria-label="${words}" focusable="false">
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" focusable="false">
      <path class="limit" d="${trusted(limits(series, frame))}"/><path class="mean" d="${trusted(means(series, frame))}"/><path class="line" d="${trusted(path(series, frame))}"/>
    </svg>
    ${rebases.map((x) => safe`<line class="rebase" x1="${pct(x)}" x2="${pct(x)}" y1="0" y2="100%"/>`)}${points(series, frame)}
    <text class="scale" x="2" y="11">${percentTick(high)}</text><text class="scale" x="2" y="100%" dy="-3">${percentTick(low)}</text>
  </svg>`;
}

/** What a panel shows, in words. */
function seriesWords(series: TimeSeries, shows: 'rate' | 'floor'): string {
  const told = series.points.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]));
  const [first] = told;
  if (first === undefined) return `No ${series.unit} has a ${shows} that can be told.`;
  const lowest = told.reduce((best, of) => (of.value < best.value ? of : best), first);
  const highest = told.reduce((best, of) => (of.value > best.value ? of : best), first);
  const gaps = series.points.length - told.length;
  const picked = [...new Set(series.signals.map(({ index }) => index))];
  const at = picked.slice(0, 4).map((i) => timeWords(series.points[i]?.key ?? ''));
  const rules = [...new Set(series.signals.map(({ rule }) => SIGNAL_WORDS[rule]))];
  const noted =
    picked.length === 0
      ? series.phases.length === 0
        ? 'Too few for limits.'
        : 'No signal.'
      : `${counted(picked.length, 'signal')}: ${at.join(', ')}${picked.length > at.length ? ' and others' : ''} (${listed(rules)}).`;
  const without = gaps === 0 ? '' : ` ${counted(gaps, series.unit)} without a figure.`;
  const rebased = series.rebased.length === 0 ? '' : ` Rebased at ${listed(series.rebased.map(timeWords))}.`;
  const course =
    lowest.value === highest.value
      ? percent(lowest.value)
      : `${percent(lowest.value)} (${timeWords(lowest.key)}) to ${percent(highest.value)} (${timeWords(highest.key)})`;
  return `${course}. ${noted}${without}${rebased}`;
}

function valuesOf(series: TimeSeries): readonly number[] {
  return [
    ...series.points.flatMap(({ value }) => value ?? []),
    ...series.phases.flatMap(({ low, high }) => [low, high]),
  ];
}

/** One panel a force, all on one scale; nothing of a single month. */
export function smallMultiples({ forces, timeShows }: MeasureComparison): Html | null {
  const series = forces.flatMap(({ code, time, missingMonths }: ForceMeasure) =>
    time === null || time.points.length < 2 ? [] : [{ code, time, missing: missingMonths ?? [] }],
  );
  if (series.length === 0) return null;
  const axis = shareAxis(series.flatMap(({ time }) => valuesOf(time)));
  return safe`<div class="multiples">
    ${series.map(({ code, time, missing }) => {
      const none =
        missing.length === 0 || missing.length > MOST_MISSING
          ? ''
          : ` No record in ${listed(missing.map(timeWords))}.`;
      const words = seriesWords(time, timeShows) + none;
      return safe`<figure>
        <figcaption><strong>${forceWords(code)}</strong>, ${time.unit}s</figcaption>
        ${panel(time, axis, `${forceWords(code)}: ${words}`)}
        <p>${words}</p>
      </figure>\n`;
    })}
  </div>\n`;
}
