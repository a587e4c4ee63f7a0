import type { ChartLine } from '../../history/chart-line.js';
import type { PlacedEvent } from '../../history/trend.js';
import type { TrendPeriod } from '../../history/periods.js';
import { monthName } from '../../history/months.js';
import { parseDate } from '../../normalise/date.js';
import { type Html, safe } from '../html/html.js';
import { type Scale, valueScale } from './scale.js';

const WIDTH = 800;
const HEIGHT = 270;
const LEFT = 58;
const RIGHT = 788;
const TOP = 40;
const BOTTOM = 236;
const MOST_LABELS = 12;

export interface ChartData {
  readonly id: string;
  readonly name: string;
  readonly periods: readonly TrendPeriod[];
  readonly line: ChartLine;
  readonly events: readonly PlacedEvent[];
  /** The least and the greatest value there can be. */
  readonly bounds: readonly [number, number];
  /** What the values may also have been, such as floor and ceiling. */
  readonly ranges?: readonly (readonly [number, number] | null)[];
  /** A value in words, and one on the scale at the side. */
  readonly figure: (value: number) => string;
  readonly tick: (value: number) => string;
}

const px = (value: number): string => String(Math.round(value * 10) / 10);

/** Places of days and of the middles of periods. */
function timeScale(periods: readonly TrendPeriod[]) {
  const first = periods[0]?.from ?? 0;
  const last = periods.at(-1)?.until ?? first + 1;
  const day = (of: number) => LEFT + ((of - first) / (last - first)) * (RIGHT - LEFT);
  const middle = (i: number) => day(((periods[i]?.from ?? first) + (periods[i]?.until ?? last)) / 2);
  const start = (i: number) => day(periods[i]?.from ?? last);
  return { day, middle, start };
}

function grid(scale: Scale, words: ChartData['tick']): Html {
  return safe`${scale.ticks.map(
    (
      tick,
    ) => safe`<line class="grid" x1="${px(LEFT)}" x2="${px(RIGHT)}" y1="${px(scale.at(tick))}" y2="${px(scale.at(tick))}"/>
    <text class="y-label" x="${px(LEFT - 6)}" y="${px(scale.at(tick) + 4)}">${words(tick)}</text>\n`,
  )}`;
}

/** `Oct 26`, at every n-th period so that they do not touch. */
function labels(periods: readonly TrendPeriod[], middle: (i: number) => number): Html {
  const every = Math.ceil(periods.length / MOST_LABELS);
  const short = ({ month, unit }: TrendPeriod) => {
    const [year = '', number = ''] = monthName(month).split('-');
    const two = year.slice(2);
    if (unit === 'quarter') return `Q${String(Math.floor((Number(number) - 1) / 3) + 1)} ${two}`;
    return `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(number) - 1] ?? ''} ${two}`;
  };
  return safe`<line class="axis" x1="${px(LEFT)}" x2="${px(RIGHT)}" y1="${px(BOTTOM)}" y2="${px(BOTTOM)}"/>
    ${periods.map((period, i) =>
      (periods.length - 1 - i) % every === 0
        ? safe`<text class="x-label" x="${px(middle(i))}" y="${px(BOTTOM + 18)}">${short(period)}</text>\n`
        : null,
    )}`;
}

function limits({ line, periods }: ChartData, scale: Scale): Html {
  const { start } = timeScale(periods);
  return safe`${line.phases.map(({ start: from, end, limits: of }) => {
    if (of === null) return null;
    const [x1, x2] = [px(start(from)), px(start(end))];
    const level = (name: string, value: number) =>
      safe`<line class="${name}" x1="${x1}" x2="${x2}" y1="${px(scale.at(value))}" y2="${px(scale.at(value))}"/>\n`;
    return safe`<rect class="band" x="${x1}" width="${px(start(end) - start(from))}" y="${px(scale.at(of.high))}" height="${px(scale.at(of.low) - scale.at(of.high))}"/>
      ${level('limit', of.high)}${level('limit', of.low)}${level('mean', of.mean)}`;
  })}`;
}

/** Stretches of values that are drawn as one line: none across a break or a value that is left out. */
function stretches({ line, periods }: ChartData): readonly (readonly number[])[] {
  const found: number[][] = [];
  let open = false;
  line.values.forEach((value, i) => {
    const isBreak = (periods[i]?.breaks.length ?? 0) > 0;
    if (value === null) open = false;
    else if (open && !isBreak) found.at(-1)?.push(i);
    else {
      found.push([i]);
      open = true;
    }
  });
  return found;
}

function values(data: ChartData, scale: Scale): Html {
  const { line, ranges = [] } = data;
  const { middle } = timeScale(data.periods);
  const y = (i: number) => scale.at(line.values[i] ?? 0);
  const signals = new Set(line.signals.map(({ index }) => index));
  const whiskers = ranges.map((range, i) =>
    range === null
      ? null
      : safe`<line class="whisker" x1="${px(middle(i))}" x2="${px(middle(i))}" y1="${px(scale.at(range[0]))}" y2="${px(scale.at(range[1]))}"/>\n`,
  );
  const lines = stretches(data).map(
    (of) =>
      safe`<polyline class="line" points="${of.map((i) => `${px(middle(i))},${px(y(i))}`).join(' ')}"/>\n`,
  );
  const points = line.values.map((value, i) => {
    if (value === null) return null;
    const [cx, cy] = [middle(i), y(i)];
    if (!signals.has(i)) return safe`<circle class="point" cx="${px(cx)}" cy="${px(cy)}" r="3.5"/>\n`;
    return safe`<path class="signal" d="M${px(cx)} ${px(cy - 7)}L${px(cx + 7)} ${px(cy)}L${px(cx)} ${px(cy + 7)}L${px(cx - 7)} ${px(cy)}Z"/>\n`;
  });
  return safe`${whiskers}${lines}${points}`;
}

/** Numbers of events, in two rows where they would touch. */
function eventMarks({ events, periods }: ChartData): Html {
  const { day } = timeScale(periods);
  let last = -Infinity;
  let row = 0;
  return safe`${events.map(({ date, number, rebases }) => {
    const x = Math.min(RIGHT - 1, Math.max(LEFT + 1, day(parseDate(date) ?? 0)));
    row = x - last < 20 ? 1 - row : 0;
    last = x;
    const y = 10 + row * 18;
    return safe`<line class="event${rebases ? ' rebase' : ''}" x1="${px(x)}" x2="${px(x)}" y1="${px(y)}" y2="${px(BOTTOM)}"/>
      <circle class="badge" cx="${px(x)}" cy="${px(y)}" r="9"/>
      <text class="badge-text" x="${px(x)}" y="${px(y + 4)}">${String(number)}</text>\n`;
  })}`;
}

function breakMarks({ periods }: ChartData): Html {
  const { start } = timeScale(periods);
  return safe`${periods.map(({ breaks }, i) =>
    breaks.length === 0
      ? null
      : safe`<rect class="break" x="${px(start(i) - 4)}" width="8" y="${px(TOP - 8)}" height="${px(BOTTOM - TOP + 8)}"/>\n`,
  )}`;
}

/** An XmR chart; what it shows is said in words beside it, and in figures in a table. */
export function chart(data: ChartData): Html {
  const { line, ranges = [], bounds, id, name } = data;
  const all = [
    ...line.values.flatMap((value) => value ?? []),
    ...line.phases.flatMap(({ limits: of }) => (of === null ? [] : [of.low, of.high])),
    ...ranges.flatMap((range) => range ?? []),
  ];
  const scale = valueScale(all.length === 0 ? [0, 1] : all, { bottom: BOTTOM, top: TOP, bounds });
  const { middle } = timeScale(data.periods);
  return safe`<div class="chart-scroll" role="region" aria-label="${`Chart: ${name}`}" tabindex="0">
    <svg viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" aria-label="${name}" aria-describedby="${id}" focusable="false">
      ${limits(data, scale)}${grid(scale, data.tick)}${breakMarks(data)}${eventMarks(data)}${labels(data.periods, middle)}${values(data, scale)}
    </svg>
  </div>\n`;
}
