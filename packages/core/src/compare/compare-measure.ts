import { type Breakdown, byBand, byClass, byStratum, byTime, totalOf } from './breakdown.js';
import type { ForceMeasure, MeasureComparison, Part } from './comparison.js';
import type { Exchange } from './exchange.js';
import { differs, type Figure, figureOf } from './figure.js';
import { baselineOf, funnelOf } from './funnel.js';
import type { CompareOptions } from './options.js';
import { against, together } from './others.js';
import type { BasisDifference } from './same.js';
import { spreadOf } from './spread.js';
import { standardise } from './standardise.js';
import { type TimeFigures, timeFigures, timeSeries, timeShows } from './time-series.js';

/** Forces are named one by one as differing up to this many; beyond, the funnel says more than a list. */
const MOST_PAIRS = 12;

function partsOf(cells: Breakdown, threshold: number): readonly Part[] | null {
  if (cells === null) return null;
  return [...cells].map(([key, counts]) => ({ key, figure: figureOf(counts, threshold) }));
}

interface Unit {
  readonly file: Exchange;
  readonly total: Figure;
  readonly classes: readonly Part[] | null;
  readonly bands: ForceMeasure['bands'];
  readonly strata: Breakdown;
  readonly time: TimeFigures | null;
}

function unitOf(file: Exchange, id: string, withUnsettled: boolean): Unit {
  const { threshold } = file;
  const measure = file.measures[id];
  const { counts, few } = totalOf(measure, withUnsettled);
  return {
    file,
    total: figureOf(counts, threshold, few),
    classes: partsOf(byClass(measure, withUnsettled), threshold),
    bands: partsOf(byBand(measure, withUnsettled), threshold) as ForceMeasure['bands'],
    strata: byStratum(measure, withUnsettled),
    time: timeFigures(file.period, (unit) => byTime(measure, withUnsettled, unit), threshold),
  };
}

const codeOf = ({ file }: Unit): string => file.force.code;

function differsFrom(unit: Unit, units: readonly Unit[]): readonly string[] {
  if (units.length > MOST_PAIRS) return [];
  return units.flatMap((other) => {
    const way = other === unit ? 'no' : differs(unit.total.range, other.total.range, false);
    return way === 'lower' || way === 'higher' ? [codeOf(other)] : [];
  });
}

/** One measure over all forces. */
export function compareMeasure(
  id: string,
  files: readonly Exchange[],
  differences: readonly BasisDifference[],
  options: CompareOptions,
): MeasureComparison {
  const { withUnsettled = false, baselines = {}, rebase = {} } = options;
  const units = files.map((file) => unitOf(file, id, withUnsettled));
  const threshold = Math.max(...files.map((file) => file.threshold));
  const totals = new Map(units.map((unit) => [codeOf(unit), unit.total]));
  const all = together([...totals.values()], threshold);
  const baseline = baselineOf(all, baselines[id]);
  const funnel = funnelOf(totals, baseline);
  const standard = standardise(units.map((unit) => ({ code: codeOf(unit), total: unit.total, strata: unit.strata })));
  const shows = timeShows(units.map(({ time }) => time));
  const titles = files.flatMap(({ measures }) => measures[id] ?? []);
  return {
    id,
    title: titles[0]?.title ?? id,
    headline: titles[0]?.headline ?? null,
    differences: differences.filter(({ measures }) => measures.includes(id)).map((difference) => difference.id),
    together: all,
    baseline,
    overdispersion: funnel.overdispersion,
    timeShows: shows,
    standardisedOver: standard.over,
    forces: units.map((unit): ForceMeasure => {
      const code = codeOf(unit);
      const rest = units.filter((other) => other !== unit).map(({ total }) => total);
      const others = against(unit.total, rest, threshold);
      const time = unit.time === null ? null : timeSeries(unit.time, shows, rebase[code] ?? []);
      return {
        code,
        total: unit.total,
        others,
        differsFrom: differsFrom(unit, units),
        funnel: funnel.places.get(code) ?? null,
        standardised: standard.rates.get(code) ?? { refused: 'no data' },
        classes: unit.classes,
        bands: unit.bands,
        strata: partsOf(unit.strata, unit.file.threshold),
        time,
        spread: { classes: spreadOf(unit.classes), time: spreadOf(time?.points ?? null) },
      };
    }),
  };
}
