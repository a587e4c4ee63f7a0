import { share } from '../../aggregate/checks/extract-check.js';
import { allOf } from '../../history/months.js';
import { ENOUGH_RECORDS, type TrendPeriod } from '../../history/periods.js';
import type { TrendLine } from '../../history/trend.js';
import { count, longDate, percent, threshold } from '../../messages/figures.js';
import { breakWords, countFigure, joinWords, rateFigure, TREND } from '../../messages/trend.js';
import { type Html, safe } from '../html/html.js';
import { caveat, list, paragraph, subheading } from '../html/parts.js';
import { type Column, table } from '../html/table.js';
import { chart, type ChartData } from './chart.js';
import { chartSentences, nameOf, signalsAt } from './words.js';

const { columns } = TREND;

interface Row {
  readonly period: TrendPeriod;
  readonly index: number;
}

function asAtWords({ asAt: [first, last] }: TrendPeriod): string {
  return first === last ? longDate(first) : `${longDate(first)} to ${longDate(last)}`;
}

function limitWords({ rate }: TrendLine, index: number): string {
  const limits = rate.phases.find(({ start, end }) => start <= index && index < end)?.limits;
  if (limits === null || limits === undefined) return 'none';
  return `${rateFigure(limits.mean)} (${rateFigure(limits.low)} to ${rateFigure(limits.high)})`;
}

function columnsOf(line: TrendLine): readonly Column<Row>[] {
  const signal =
    (of: TrendLine['rate']) =>
    ({ index }: Row) =>
      signalsAt(of, index).join('; ');
  const hasSignals = (of: TrendLine['rate']) => of.signals.length > 0;
  const hasOneDay = new Set(line.periods.flatMap(({ asAt }) => asAt)).size === 1;
  return [
    { head: columns.period, cell: ({ period }) => nameOf(period), isRowHead: true },
    ...(hasOneDay
      ? []
      : [{ head: columns.asAt, cell: ({ period }: Row) => asAtWords(period), isNumber: true }]),
    { head: columns.records, cell: ({ period }) => count(allOf(period)), isNumber: true },
    { head: columns.met, cell: ({ period }) => count(period.met), isNumber: true },
    { head: columns.breached, cell: ({ period }) => count(period.breached), isNumber: true },
    { head: columns.untold, cell: ({ period }) => count(period.undetermined), isNumber: true },
    { head: columns.rate, cell: ({ index }) => percent(line.rate.values[index] ?? null), isNumber: true },
    {
      head: columns.range,
      cell: ({ period }) =>
        `${percent(share(period.met, allOf(period)))} to ${percent(share(period.met + period.undetermined, allOf(period)))}`,
      isNumber: true,
    },
    { head: columns.rateLimits, cell: ({ index }) => limitWords(line, index), isNumber: true },
    ...(hasSignals(line.rate) ? [{ head: columns.rateSignal, cell: signal(line.rate) }] : []),
    ...(hasSignals(line.count) ? [{ head: columns.countSignal, cell: signal(line.count) }] : []),
  ];
}

function figureWith(data: ChartData): Html {
  const sentences = chartSentences(data.line, data.periods, data.figure);
  return safe`<figure class="chart">
    ${chart(data)}
    <figcaption id="${data.id}">
      ${sentences.map(paragraph)}
    </figcaption>
  </figure>\n`;
}

/** What each rate may also have been, from its floor to its ceiling; `null` where there is no rate. */
export function floorToCeiling({ periods, rate }: TrendLine): readonly (readonly [number, number] | null)[] {
  return periods.map((period, i) => {
    const all = allOf(period);
    return rate.values[i] === null || all === 0
      ? null
      : [period.met / all, (period.met + period.undetermined) / all];
  });
}

/** Where the runs on the two sides of a line were judged by different rules. */
export function breakSentences({ periods }: TrendLine): readonly string[] {
  return periods.flatMap((period) =>
    period.breaks.length === 0
      ? []
      : [`The line is broken before ${nameOf(period)}: ${breakWords(period.breaks)}.`],
  );
}

/** The two charts of a measure in a force, what they say in words, and their figures. */
export function lineSection(line: TrendLine, id: string): Html {
  const { periods, unit, leftOver, measure, events, rate } = line;
  const withoutRate = rate.values.filter((value) => value === null).length;
  const joined = joinWords(unit, leftOver, withoutRate, ENOUGH_RECORDS);
  const ranges = floorToCeiling(line);
  const shared = { periods, events };
  return safe`${breakSentences(line).map(caveat)}${joined.length === 0 ? null : list(joined)}
    ${subheading(`Rate by ${unit}`)}
    ${figureWith({ ...shared, id: `${id}-rate`, name: `${measure.title}: rate by ${unit}`, line: rate, ranges, bounds: [0, 1], figure: rateFigure, tick: threshold })}
    ${subheading(`Records by ${unit}`)}
    ${figureWith({ ...shared, id: `${id}-records`, name: `${measure.title}: records by ${unit}`, line: line.count, bounds: [0, Infinity], figure: countFigure, tick: countFigure })}
    ${table({
      caption: `${measure.title}: ${TREND.table.toLowerCase()}`,
      columns: columnsOf(line),
      rows: periods.map((period, index) => ({ period, index })),
    })}`;
}
