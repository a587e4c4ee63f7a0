import { MarkercheckError } from '../model/errors.js';
import { newcombeDifference } from '../statistics/newcombe-difference.js';
import { type Breakdown, byBand, byClass, byStratum, totalOf } from './breakdown.js';
import { ABOUT_INTERVALS, comparedForce } from './compared-force.js';
import { differenceWords } from './difference-words.js';
import { CAPTION, type Exchange } from './exchange.js';
import { differs, type Figure, figureOf } from './figure.js';
import type { CompareOptions } from './options.js';
import { type ChangedPart, type MeasureOverTime, OVER_TIME_SCHEMA, type OverTime } from './over-time.js';
import { differencesOverTime } from './same.js';
import { NO_CHANGE, type Side, splitChange } from './split-change.js';

function sideOf(file: Exchange, id: string, withUnsettled: boolean): Side {
  const measure = file.measures[id];
  const { counts, few } = totalOf(measure, withUnsettled);
  return {
    total: counts,
    figure: figureOf(counts, file.threshold, few),
    strata: byStratum(measure, withUnsettled),
    classes: byClass(measure, withUnsettled),
    bands: byBand(measure, withUnsettled),
  };
}

function changedParts(
  before: Breakdown,
  after: Breakdown,
  thresholds: readonly [number, number],
): readonly ChangedPart[] | null {
  if (before === null || after === null) return null;
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.map((key) => ({
    key,
    earlier: figureOf(before.get(key) ?? null, thresholds[0]),
    later: figureOf(after.get(key) ?? null, thresholds[1]),
  }));
}

function measureOverTime(
  id: string,
  files: readonly [Exchange, Exchange],
  labels: readonly string[],
  withUnsettled: boolean,
): MeasureOverTime {
  const [before, after] = [sideOf(files[0], id, withUnsettled), sideOf(files[1], id, withUnsettled)];
  const thresholds = [files[0].threshold, files[1].threshold] as const;
  const judged = ({ met, breached }: Figure) => (met === null || breached === null ? 0 : met + breached);
  const [n1, n2] = [judged(after.figure), judged(before.figure)];
  const measure = files[1].measures[id] ?? files[0].measures[id];
  const isExact = before.figure.state === 'told' && after.figure.state === 'told';
  return {
    id,
    title: measure?.title ?? id,
    headline: measure?.headline ?? null,
    differences: labels,
    earlier: before.figure,
    later: after.figure,
    difference:
      n1 === 0 || n2 === 0 ? null : newcombeDifference(after.figure.met ?? 0, n1, before.figure.met ?? 0, n2),
    differs: differs(after.figure.range, before.figure.range, isExact),
    change:
      (measure?.headline ?? null) === null
        ? { refused: 'not-of-flags', ...NO_CHANGE }
        : splitChange(before, after),
    classes: changedParts(before.classes, after.classes, thresholds),
    bands: changedParts(before.bands, after.bands, thresholds),
  };
}

/** In order of time; of equal times the order of their content, so that the order of the files does not matter. */
function inTime(left: Exchange, right: Exchange): readonly [Exchange, Exchange] {
  const key = ({ period, asAt }: Exchange): string => `${period?.from ?? ''} ${period?.to ?? ''} ${asAt}`;
  const [a, b] = [key(left), key(right)];
  if (a === b)
    throw new MarkercheckError(
      'TALLIES_DIFFER',
      'The two files are of the same months as at the same day: there is no change to look at.',
    );
  return a < b ? [left, right] : [right, left];
}

/**
 * One force at two times, from two of its exchange files. A change in the number of flagged records is split into what
 * it comes from; see `decomposeChange`.
 *
 * @throws {MarkercheckError} `TALLIES_DIFFER` where the files are of two forces, or are not alike in what they were
 * judged by, naming every difference, unless `allowDifferences`.
 */
export function compareOverTime(left: Exchange, right: Exchange, options: CompareOptions = {}): OverTime {
  if (left.force.code !== right.force.code)
    throw new MarkercheckError(
      'TALLIES_DIFFER',
      `The files are of two forces: ${left.force.name} and ${right.force.name}.`,
    );
  const files = inTime(left, right);
  const differences = differencesOverTime(files[0], files[1]);
  if (differences.length > 0 && options.allowDifferences !== true)
    throw new MarkercheckError(
      'TALLIES_DIFFER',
      'These files are not alike, so a change between them is told only with --allow-differences. Both are to have as many months, one after the other, and the same rules:',
      differences.map(differenceWords),
    );
  const ids = [...new Set(files.flatMap(({ measures }) => Object.keys(measures)))];
  const withUnsettled = options.withUnsettled ?? false;
  return {
    kind: 'markercheck-over-time',
    schema: OVER_TIME_SCHEMA,
    caption: CAPTION,
    aboutIntervals: ABOUT_INTERVALS,
    markings: [...new Set(files.map(({ marking }) => marking))].sort(),
    withUnsettled,
    pack: files[1].pack,
    earlier: comparedForce(files[0]),
    later: comparedForce(files[1]),
    differences,
    measures: ids.map((id) => {
      const labels = differences
        .filter(({ measures }) => measures.includes(id))
        .map((difference) => difference.id);
      return measureOverTime(id, files, labels, withUnsettled);
    }),
  };
}
