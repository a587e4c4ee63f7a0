import { type Breakdown, byBand, byClass, byStratum, byTime, totalOf } from './breakdown.js';
import type { ForceMeasure, MeasureComparison, Part } from './comparison.js';
import type { Exchange } from './exchange.js';
import { type Figure, figureOf } from './figure.js';
import { baselineOf, funnelOf } from './funnel.js';
import type { CompareOptions } from './options.js';
import { against, together } from './others.js';
import type { BasisDifference } from './same.js';
import { spreadOf } from './spread.js';
import { type StandardisableUnit, standardise } from './standardise.js';
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
  readonly classes: Breakdown;
  readonly bands: Breakdown;
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
    classes: byClass(measure, withUnsettled),
    bands: byBand(measure, withUnsettled),
    strata: byStratum(measure, withUnsettled),
    time: timeFigures(file.period, (unit) => byTime(measure, withUnsettled, unit), threshold),
  };
}

function standardisable({ file, total, classes, bands, strata }: Unit): StandardisableUnit {
  const tables = { 'class and age band': strata, class: classes, 'age band': bands };
  return { code: file.force.code, total, tables };
}

const codeOf = ({ file }: Unit): string => file.force.code;

function differsFrom(unit: Unit, units: readonly Unit[], threshold: number): readonly string[] {
  if (units.length > MOST_PAIRS) return [];
  return units
    .filter((other) => other !== unit && against(unit.total, [other.total], threshold).beyondChance)
    .map(codeOf);
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
  const standard = standardise(units.map(standardisable));
  const shows = timeShows(units.map(({ time }) => time));
  const titles = files.flatMap(({ measures }) => measures[id] ?? []);
  return {
    id,
    title: titles[0]?.title ?? id,
    headline: titles[0]?.headline ?? null,
    differences: differences
      .filter(({ measures }) => measures.includes(id))
      .map((difference) => difference.id),
    together: all,
    baseline,
    overdispersion: funnel.overdispersion,
    timeShows: shows,
    standardisedOver: standard.over,
    forces: units.map((unit): ForceMeasure => {
      const code = codeOf(unit);
      const rest = units.filter((other) => other !== unit).map(({ total }) => total);
      const others = against(unit.total, rest, threshold);
      const classes = partsOf(unit.classes, unit.file.threshold);
      const time = unit.time === null ? null : timeSeries(unit.time, shows, rebase[code] ?? []);
      return {
        code,
        total: unit.total,
        others,
        differsFrom: differsFrom(unit, units, threshold),
        funnel: funnel.places.get(code) ?? null,
        standardised: standard.rates.get(code) ?? { refused: 'no data' },
        classes,
        bands: partsOf(unit.bands, unit.file.threshold),
        strata: partsOf(unit.strata, unit.file.threshold),
        time,
        missingMonths: unit.time?.missing ?? null,
        spread: { classes: spreadOf(classes), time: spreadOf(time?.points ?? null) },
      };
    }),
  };
}
