import type { ForceMeasure, MeasureComparison } from '../../compare/comparison.js';
import { forceWords } from '../../compare/difference-words.js';
import { limitsAt } from '../../compare/funnel.js';
import { count, counted, percent } from '../../messages/figures.js';
import { type Html, safe, trusted } from '../html/html.js';
import { paragraph } from '../html/parts.js';
import { type Axis, countAxis, pct, shareAxis } from './axis.js';
import { baselineWords, percentTick } from './dot-plot.js';
import { rangeWords } from './figure-words.js';
import { FULL_COUNTS, ZONE_WORDS } from './words.js';

/** The bottom and the left are for the axes. */
const BOTTOM = 88;
const CURVE_POINTS = 60;
/** Labels nearer than this, in percent of the height, are moved apart. */
const LINE_HEIGHT = 6;
const MOST_LABELS = 12;

interface Point {
  readonly name: string;
  readonly n: number;
  readonly low: number;
  readonly high: number;
  readonly isTold: boolean;
  readonly words: string;
}

function pointsOf(forces: readonly ForceMeasure[]): readonly Point[] {
  return forces.flatMap(({ code, total, funnel }): readonly Point[] => {
    const { met, breached, eligible, rateRange } = total;
    const n = met === null || breached === null ? eligible : met + breached;
    if (rateRange === null || n === null || n === 0 || (funnel === null && total.few === null)) return [];
    const words = funnel === null ? 'its counts are suppressed' : ZONE_WORDS[funnel.zone];
    return [
      {
        name: forceWords(code),
        n,
        low: rateRange.low,
        high: rateRange.high,
        isTold: total.rate !== null,
        words,
      },
    ];
  });
}

const yOf = (axis: Axis, share: number): number => (BOTTOM * (100 - axis.at(share))) / 100;

function curves(
  { baseline, overdispersion }: MeasureComparison,
  p0: number,
  x: Axis,
  y: Axis,
  most: number,
): Html {
  const sizes = Array.from({ length: CURVE_POINTS }, (_, i) =>
    Math.max(1, Math.round(1 + (most - 1) * (i / (CURVE_POINTS - 1)) ** 2)),
  );
  const curve = (confidence: number, side: 'low' | 'high', name: string): Html => {
    const isDrawn = (share: number): boolean => share >= (y.ticks[0] ?? 0) && share <= (y.ticks.at(-1) ?? 1);
    const points = [...new Set(sizes)].map((n) => ({
      n,
      share: limitsAt(p0, n, overdispersion, confidence)[side],
    }));
    // A limit outside the drawing, or cut off at 0 or 1, is not drawn along its edge.
    const path = points.map(({ n, share }, i) => {
      const before = points[i - 1];
      if (!isDrawn(share) || share === 0 || share === 1) return '';
      const isStart =
        before === undefined || !isDrawn(before.share) || before.share === 0 || before.share === 1;
      return `${isStart ? 'M' : 'L'}${x.at(n).toFixed(2)} ${yOf(y, share).toFixed(2)}`;
    });
    return safe`<path class="${name}" d="${trusted(path.join(''))}"/>`;
  };
  const line = yOf(y, p0).toFixed(2);
  return safe`<svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" focusable="false">
    <path class="${baseline.stated ? 'baseline stated' : 'baseline'}" d="${trusted(`M${x.at(0).toFixed(2)} ${line}H${x.at(most).toFixed(2)}`)}"/>${curve(0.95, 'low', 'limit95')}${curve(0.95, 'high', 'limit95')}${curve(0.998, 'low', 'limit998')}${curve(0.998, 'high', 'limit998')}
  </svg>`;
}

function axes(x: Axis, y: Axis): Html {
  return safe`${y.ticks.map((tick) => {
    const at = pct(yOf(y, tick));
    return safe`<line class="grid" x1="${pct(x.at(0))}" x2="100%" y1="${at}" y2="${at}"/><text class="end" x="${pct(x.at(0) - 1)}" y="${at}" dy=".35em">${percentTick(tick)}</text>`;
  })}${x.ticks.map((tick, i) => safe`<text class="${i === x.ticks.length - 1 ? 'end' : 'middle'}" x="${pct(x.at(tick))}" y="${pct(BOTTOM)}" dy="1.5em">${count(tick)}</text>`)}`;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A letter's share of the width: on a narrow screen, where it is largest. */
const LETTER = 1.75;

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The place of a mark: a dot, or the bar of what is bounded. */
function boxOf({ n, low, high }: Point, x: Axis, y: Axis): Box {
  const at = x.at(n);
  return { left: at - 1, right: at + 1, top: yOf(y, high) - 1, bottom: yOf(y, low) + 1 };
}

type Side = 'left' | 'right';

/** Where the name of a mark would stand; `null` where it would leave the drawing. */
function labelBox(at: number, side: Side, name: string, middle: number): Box | null {
  const width = 2 + name.length * LETTER;
  const [left, right] = side === 'right' ? [at, at + width] : [at - width, at];
  if (left < 0 || right > 100) return null;
  return { left, right, top: middle - LINE_HEIGHT / 2, bottom: middle + LINE_HEIGHT / 2 };
}

/** The nearest free place beside a mark or below it. */
function placeFor(
  point: Point,
  at: number,
  from: number,
  taken: readonly Box[],
): { readonly side: Side; readonly middle: number; readonly box: Box | null } {
  for (let middle = from; middle < BOTTOM; middle += 1) {
    for (const side of at > 60 ? (['left', 'right'] as const) : (['right', 'left'] as const)) {
      const box = labelBox(at, side, point.name, middle);
      if (box !== null && !taken.some((other) => touches(other, box))) return { side, middle, box };
    }
  }
  return { side: at > 60 ? 'left' : 'right', middle: from, box: null };
}

/** Names beside the marks, those of the dots first, moved down where they would touch another name or mark. */
function labels(points: readonly Point[], all: readonly Point[], x: Axis, y: Axis): Html {
  const placed: Box[] = [];
  const sorted = [...points].sort(
    (a, b) => Number(b.isTold) - Number(a.isTold) || yOf(y, a.low) - yOf(y, b.low) || a.n - b.n,
  );
  return safe`${sorted.map((point) => {
    const [at, from] = [x.at(point.n), yOf(y, point.low)];
    const boxes = all.filter((other) => other !== point).map((other) => boxOf(other, x, y));
    const { side, middle, box } = placeFor(point, at, from, [...placed, ...boxes]);
    if (box !== null) placed.push(box);
    const beside = pct(at + (side === 'right' ? 1.2 : -1.2));
    const leader =
      middle === from
        ? null
        : safe`<line class="leader" x1="${pct(at)}" x2="${beside}" y1="${pct(from)}" y2="${pct(middle)}"/>`;
    const isLeft = side === 'left';
    return safe`${leader}<text class="${isLeft ? 'point-name end' : 'point-name'}" x="${pct(at)}" dx="${isLeft ? '-10' : '10'}" y="${pct(middle)}" dy=".35em">${point.name}</text>`;
  })}`;
}

function marks(points: readonly Point[], x: Axis, y: Axis): Html {
  return safe`${points.map(({ n, low, high, isTold }) => {
    const cx = pct(x.at(n));
    return isTold
      ? safe`<circle class="dot" cx="${cx}" cy="${pct(yOf(y, high))}" r="5"/>`
      : safe`<line class="bound" x1="${cx}" x2="${cx}" y1="${pct(yOf(y, low))}" y2="${pct(yOf(y, high))}"/>`;
  })}`;
}

function widened({ overdispersion: over }: MeasureComparison): string {
  if (over.adjusted)
    return `The limits are widened for the ordinary spread between ${counted(over.units, 'force')} (dispersion ${over.phi.toFixed(1)}, tau² ${over.tau2.toFixed(4)}).`;
  return `The limits are those of chance alone: overdispersion is adjusted for only from 20 units on, and here ${count(over.units)} can be told.`;
}

/** The funnel of a measure: rate by number of judged records, with the limits about a baseline. */
export function funnelPlot(measure: MeasureComparison): Html {
  const p0 = measure.baseline.rate;
  const points = pointsOf(measure.forces);
  const within = measure.baseline.within;
  if (p0 === null && within !== null)
    return paragraph(
      `No funnel: the rate of all forces together is known only to be from ${rangeWords(within)}. State a baseline with --baseline to draw one.`,
    );
  if (p0 === null || points.length === 0) return paragraph('No funnel: there is no rate that can be told.');
  if (p0 <= 0 || p0 >= 1)
    return paragraph(`No funnel: about a baseline of ${percent(p0)} there is no room for chance.`);
  const most = Math.max(...points.map(({ n }) => n));
  const x = countAxis(most, 9);
  const last = x.ticks.at(-1) ?? most;
  const smallest = Math.min(...points.map(({ n }) => n));
  const limits = limitsAt(p0, Math.max(1, Math.round(smallest)), measure.overdispersion, 0.998);
  const y = shareAxis([p0, limits.low, limits.high, ...points.flatMap(({ low, high }) => [low, high])]);
  const said = points.map(({ name, words }) => `${name} ${words}`).join('; ');
  return safe`<figure class="funnel">
    <svg class="plot" role="img" aria-label="${`Funnel plot about ${baselineWords(measure.baseline)}. ${said}.`}" focusable="false">
      ${axes(x, y)}${curves(measure, p0, x, y, last)}${labels(points.length <= MOST_LABELS ? points : outside(points), points, x, y)}${marks(points, x, y)}
    </svg>
    <figcaption>Across: records that can be judged. Up: the rate. Straight line: ${baselineWords(measure.baseline)}. Dashed: 95% limits; solid curves: 99.8% limits. Bars: all that is told where counts are suppressed. ${widened(measure)} ${FULL_COUNTS}</figcaption>
  </figure>\n`;
}

const outside = (points: readonly Point[]): readonly Point[] =>
  points.filter(({ words }) => words !== ZONE_WORDS.within);
