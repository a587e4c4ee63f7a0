import type { Baseline, ForceMeasure, MeasureComparison } from '../../compare/comparison.js';
import { forceWords } from '../../compare/difference-words.js';
import type { Figure } from '../../compare/figure.js';
import { percent } from '../../messages/figures.js';
import { type Html, safe } from '../html/html.js';
import { paragraph } from '../html/parts.js';
import { type Axis, pct, shareAxis } from './axis.js';
import { floorToCeiling, rangeWords, rateWords } from './figure-words.js';
import { FULL_COUNTS, NOTHING_TO_DRAW } from './words.js';

interface Row {
  readonly name: string;
  readonly figure: Figure;
  readonly isTogether: boolean;
}

function rowsOf({ forces, together }: MeasureComparison): readonly Row[] {
  const own = forces.map(({ code, total }: ForceMeasure) => ({
    name: forceWords(code),
    figure: total,
    isTogether: false,
  }));
  return [...own, { name: 'All together', figure: together, isTogether: true }];
}

function valuesOf(rows: readonly Row[], baseline: Baseline): readonly number[] {
  const own = rows.flatMap(({ figure: { rate, low, high, range } }) => [
    rate,
    low,
    high,
    range?.low ?? null,
    range?.high ?? null,
  ]);
  return [...own, baseline.rate].flatMap((value) => value ?? []);
}

function grid(axis: Axis, baseline: Baseline): Html {
  return safe`${axis.ticks.map((tick) => safe`<line class="grid" x1="${pct(axis.at(tick))}" x2="${pct(axis.at(tick))}" y1="0" y2="100%"/>`)}${
    baseline.rate === null
      ? null
      : safe`<line class="baseline" x1="${pct(axis.at(baseline.rate))}" x2="${pct(axis.at(baseline.rate))}" y1="0" y2="100%"/>`
  }`;
}

function marks({ rate, low, high, range }: Figure, axis: Axis): Html {
  const band =
    range === null || range.low === range.high
      ? null
      : safe`<rect class="${rate === null ? 'range open' : 'range'}" x="${pct(axis.at(range.low))}" width="${pct(Math.max(0.4, axis.at(range.high) - axis.at(range.low)))}" y="20%" height="60%"/>`;
  const line =
    low === null || high === null
      ? null
      : safe`<line class="interval" x1="${pct(axis.at(low))}" x2="${pct(axis.at(high))}" y1="50%" y2="50%"/>`;
  const dot = rate === null ? null : safe`<circle class="dot" cx="${pct(axis.at(rate))}" cy="50%" r="5"/>`;
  return safe`${band}${line}${dot}`;
}

function rowWords({ name, figure }: Row): string {
  const { low, high } = figure;
  const interval = low === null || high === null ? '' : `, 95% range ${percent(low)} to ${percent(high)}`;
  return `${name}: rate ${rateWords(figure)}${interval}; floor to ceiling ${floorToCeiling(figure)}.`;
}

/** One row a force, where there is something to draw: dot and interval of the rate, and the band from floor to ceiling. */
export function dotPlot(measure: MeasureComparison): Html {
  const rows = rowsOf(measure);
  const values = valuesOf(rows, measure.baseline);
  if (values.length === 0) return paragraph(NOTHING_TO_DRAW);
  const axis = shareAxis(values);
  const start = axis.ticks[0] ?? 0;
  return safe`<figure class="dots">
    <ul>
      ${rows.map(
        (row) => safe`<li${row.isTogether ? safe` class="together"` : null}>
          <span class="dots-name">${row.name}</span>
          <svg class="dots-plot" role="img" aria-label="${rowWords(row)}" focusable="false">${grid(axis, measure.baseline)}${marks(row.figure, axis)}</svg>
          <span class="dots-rate">${rateWords(row.figure)}</span>
        </li>\n`,
      )}
      <li class="dots-axis" aria-hidden="true">
        <span class="dots-name"></span>
        <svg class="dots-plot" focusable="false">${axis.ticks.map(
          (tick) =>
            safe`<text class="middle" x="${pct(axis.at(tick))}" y="1.1rem">${percentTick(tick)}</text>`,
        )}</svg>
        <span class="dots-rate"></span>
      </li>
    </ul>
    <figcaption>${legend(measure)}${start > 0 ? ` The scale begins at ${percentTick(start)}, not at 0.` : ''}</figcaption>
  </figure>\n`;
}

export function percentTick(share: number): string {
  return `${String(Math.round(share * 1000) / 10)}%`;
}

function legend({ baseline }: MeasureComparison): string {
  const line = baseline.rate === null ? '' : ` Dashed line: ${baselineWords(baseline)}.`;
  return `Dot and line: the rate and its 95% range. Box: from floor to ceiling; a dashed box without a dot is all that is told where counts are suppressed.${line} ${FULL_COUNTS}`;
}

/** `the baseline, 91.1%: the rate of all forces together` */
export function baselineWords({ rate, stated, within }: Baseline): string {
  if (rate === null) return 'no baseline';
  if (stated) return `the stated baseline, ${percent(rate)}`;
  if (within === null) return `the baseline, ${percent(rate)}: the rate of all forces together`;
  return `the baseline, ${percent(rate)}: the middle of what the rate of all forces together can be, ${rangeWords(within)}`;
}
