import type { ChartLine } from '../../history/chart-line.js';
import type { PlacedEvent } from '../../history/trend.js';
import type { TrendPeriod } from '../../history/periods.js';
import { monthName } from '../../history/months.js';
import { parseDate } from '../../normalise/date.js';
import { type Html, safe } from '../html/html.js';
import { type Scale, valueScale } from './scale.js';

/** The room of a drawing, and how much is written into it. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly mostLabels: number;
  /** About how many parts the scale at the side has. */
  readonly parts: number;
}

/** A page of its own, with room above for the numbers of events. */
const WHOLE: Frame = {
  width: 800,
  height: 270,
  left: 58,
  right: 788,
  top: 40,
  bottom: 236,
  mostLabels: 12,
  parts: 5,
};

/** A picture among others, legible at the width of a telephone. */
const SMALL: Frame = {
  width: 340,
  height: 150,
  left: 46,
  right: 316,
  top: 14,
  bottom: 122,
  mostLabels: 4,
  parts: 3,
};

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

/** What is drawn, and where. */
interface Drawing extends ChartData {
  readonly frame: Frame;
}

const px = (value: number): string => String(Math.round(value * 10) / 10);

/** Places of days and of the middles of periods. */
function timeScale({ periods, frame: { left, right } }: Drawing) {
  const first = periods[0]?.from ?? 0;
  const last = periods.at(-1)?.until ?? first + 1;
  const day = (of: number) => left + ((of - first) / (last - first)) * (right - left);
  const middle = (i: number) => day(((periods[i]?.from ?? first) + (periods[i]?.until ?? last)) / 2);
  const start = (i: number) => day(periods[i]?.from ?? last);
  return { day, middle, start };
}

function grid(scale: Scale, { tick: words, frame: { left, right } }: Drawing): Html {
  return safe`${scale.ticks.map(
    (
      tick,
    ) => safe`<line class="grid" x1="${px(left)}" x2="${px(right)}" y1="${px(scale.at(tick))}" y2="${px(scale.at(tick))}"/>
    <text class="y-label" x="${px(left - 6)}" y="${px(scale.at(tick) + 4)}">${words(tick)}</text>\n`,
  )}`;
}

/** `Oct 26`, at every n-th period so that they do not touch. */
function labels(data: Drawing): Html {
  const { periods, frame } = data;
  const { middle } = timeScale(data);
  const every = Math.ceil(periods.length / frame.mostLabels);
  const short = ({ month, unit }: TrendPeriod) => {
    const [year = '', number = ''] = monthName(month).split('-');
    const two = year.slice(2);
    if (unit === 'quarter') return `Q${String(Math.floor((Number(number) - 1) / 3) + 1)} ${two}`;
    return `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(number) - 1] ?? ''} ${two}`;
  };
  return safe`<line class="axis" x1="${px(frame.left)}" x2="${px(frame.right)}" y1="${px(frame.bottom)}" y2="${px(frame.bottom)}"/>
    ${periods.map((period, i) =>
      (periods.length - 1 - i) % every === 0
        ? safe`<text class="x-label" x="${px(middle(i))}" y="${px(frame.bottom + 18)}">${short(period)}</text>\n`
        : null,
    )}`;
}

function limits(data: Drawing, scale: Scale): Html {
  const { start } = timeScale(data);
  return safe`${data.line.phases.map(({ start: from, end, limits: of }) => {
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

function values(data: Drawing, scale: Scale): Html {
  const { line, ranges = [] } = data;
  const { middle } = timeScale(data);
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
function eventMarks(data: Drawing): Html {
  const { left, right, bottom } = data.frame;
  const { day } = timeScale(data);
  let last = -Infinity;
  let row = 0;
  return safe`${data.events.map(({ date, number, rebases }) => {
    const x = Math.min(right - 1, Math.max(left + 1, day(parseDate(date) ?? 0)));
    row = x - last < 20 ? 1 - row : 0;
    last = x;
    const y = 10 + row * 18;
    return safe`<line class="event${rebases ? ' rebase' : ''}" x1="${px(x)}" x2="${px(x)}" y1="${px(y)}" y2="${px(bottom)}"/>
      <circle class="badge" cx="${px(x)}" cy="${px(y)}" r="9"/>
      <text class="badge-text" x="${px(x)}" y="${px(y + 4)}">${String(number)}</text>\n`;
  })}`;
}

function breakMarks(data: Drawing): Html {
  const { top, bottom } = data.frame;
  const { start } = timeScale(data);
  return safe`${data.periods.map(({ breaks }, i) =>
    breaks.length === 0
      ? null
      : safe`<rect class="break" x="${px(start(i) - 4)}" width="8" y="${px(top - 8)}" height="${px(bottom - top + 8)}"/>\n`,
  )}`;
}

function svg(data: Drawing): Html {
  const { line, ranges = [], bounds, id, name, frame } = data;
  const { width, height, bottom, top, parts } = frame;
  const all = [
    ...line.values.flatMap((value) => value ?? []),
    ...line.phases.flatMap(({ limits: of }) => (of === null ? [] : [of.low, of.high])),
    ...ranges.flatMap((range) => range ?? []),
  ];
  const scale = valueScale(all.length === 0 ? [0, 1] : all, { bottom, top, bounds, parts });
  return safe`<svg viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="${name}" aria-describedby="${id}" focusable="false">
      ${limits(data, scale)}${grid(scale, data)}${breakMarks(data)}${eventMarks(data)}${labels(data)}${values(data, scale)}
    </svg>`;
}

/** An XmR chart; what it shows is said in words beside it, and in figures in a table. */
export function chart(data: ChartData): Html {
  return safe`<div class="chart-scroll" role="region" aria-label="${`Chart: ${data.name}`}" tabindex="0">
    ${svg({ ...data, frame: WHOLE })}
  </div>\n`;
}

/** The same small, for where the trend is one thing among others; what it shows is said in words beside it. */
export function smallChart(data: ChartData): Html {
  return svg({ ...data, frame: SMALL });
}
