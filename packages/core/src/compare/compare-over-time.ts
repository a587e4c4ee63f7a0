import { MarkercheckError } from '../model/errors.js';
import { newcombeDifference } from '../statistics/newcombe-difference.js';
import { type Breakdown, byBand, byClass, byStratum, totalOf } from './breakdown.js';
import { ABOUT_INTERVALS, comparedForce } from './compared-force.js';
import { isTold, lessCounts, NONE } from './counts.js';
import { type ChangedStratum, type ChangeParts, decomposeChange } from './decompose-change.js';
import { differenceWords } from './difference-words.js';
import { CAPTION, type Exchange, type ExchangeCounts } from './exchange.js';
import { differs, type Figure, figureOf } from './figure.js';
import type { CompareOptions } from './options.js';
import { type Change, type ChangedPart, type MeasureOverTime, OVER_TIME_SCHEMA, type OverTime } from './over-time.js';
import { differencesOverTime } from './same.js';

type Told = ChangedStratum['before'];

function told(counts: ExchangeCounts): Told | null {
  return isTold(counts) ? { met: counts.met, breached: counts.breached, undetermined: counts.undetermined } : null;
}

/** Strata that are told in both files, and what is left of both totals as one more. */
function strataOf(totals: readonly [ExchangeCounts, ExchangeCounts], tables: readonly [Breakdown, Breakdown]) {
  const [before, after] = tables;
  if (before === null || after === null) return null;
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  const strata = keys.flatMap((key) => {
    const [b, a] = [told(before.get(key) ?? NONE), told(after.get(key) ?? NONE)];
    return b === null || a === null ? [] : [{ key, before: b, after: a }];
  });
  const rest = {
    before: told(lessCounts(totals[0], strata.map((s) => withEligible(s.before)))),
    after: told(lessCounts(totals[1], strata.map((s) => withEligible(s.after)))),
  };
  return rest.before === null || rest.after === null ? null : { strata, rest: { before: rest.before, after: rest.after } };
}

function withEligible(counts: Told): ExchangeCounts {
  return { ...counts, eligible: counts.met + counts.breached + counts.undetermined };
}

interface Side {
  readonly total: ExchangeCounts;
  readonly figure: Figure;
  readonly strata: Breakdown;
  readonly classes: Breakdown;
  readonly bands: Breakdown;
}

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

function split(before: Side, after: Side): Change {
  const totals = [before.total, after.total] as const;
  if (!isTold(before.total) || !isTold(after.total)) return { refused: 'suppressed', parts: null, over: null };
  if (before.total.eligible === 0 && after.total.eligible === 0) return { refused: 'no-data', parts: null, over: null };
  const found = (['strata', 'classes', 'bands'] as const).flatMap((kind) => {
    const of = strataOf(totals, [before[kind], after[kind]]);
    return of === null || of.strata.length === 0 ? [] : [{ kind, ...of }];
  })[0];
  const alone = { before: told(before.total), after: told(after.total) };
  const strata = found === undefined ? [alone] : [...found.strata, found.rest];
  const parts: ChangeParts = decomposeChange(strata as readonly ChangedStratum[]);
  const records = (of: readonly ChangedStratum[]) =>
    of.reduce((sum, stratum) => sum + (withEligible(stratum.before).eligible ?? 0) + (withEligible(stratum.after).eligible ?? 0), 0);
  const all = before.total.eligible + after.total.eligible;
  return {
    refused: null,
    parts,
    over: found === undefined ? null : { kind: found.kind, strata: found.strata.length, share: records(found.strata) / all },
  };
}

function changedParts(before: Breakdown, after: Breakdown, thresholds: readonly [number, number]): readonly ChangedPart[] | null {
  if (before === null || after === null) return null;
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.map((key) => ({
    key,
    earlier: figureOf(before.get(key) ?? null, thresholds[0]),
    later: figureOf(after.get(key) ?? null, thresholds[1]),
  }));
}

function measureOverTime(id: string, files: readonly [Exchange, Exchange], labels: readonly string[], withUnsettled: boolean): MeasureOverTime {
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
    difference: n1 === 0 || n2 === 0 ? null : newcombeDifference(after.figure.met ?? 0, n1, before.figure.met ?? 0, n2),
    differs: differs(after.figure.range, before.figure.range, isExact),
    change: split(before, after),
    classes: changedParts(before.classes, after.classes, thresholds),
    bands: changedParts(before.bands, after.bands, thresholds),
  };
}

/** In order of time; of equal times the order of their content, so that the order of the files does not matter. */
function inTime(left: Exchange, right: Exchange): readonly [Exchange, Exchange] {
  const key = ({ period, asAt }: Exchange): string => `${period?.from ?? ''} ${period?.to ?? ''} ${asAt}`;
  const [a, b] = [key(left), key(right)];
  if (a === b)
    throw new MarkercheckError('TALLIES_DIFFER', 'The two files are of the same months as at the same day: there is no change to look at.');
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
    throw new MarkercheckError('TALLIES_DIFFER', `The files are of two forces: ${left.force.name} and ${right.force.name}.`);
  const files = inTime(left, right);
  const differences = differencesOverTime(files[0], files[1]);
  if (differences.length > 0 && options.allowDifferences !== true)
    throw new MarkercheckError(
      'TALLIES_DIFFER',
      'These files are not alike, so a change between them cannot be told:',
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
      const labels = differences.filter(({ measures }) => measures.includes(id)).map((difference) => difference.id);
      return measureOverTime(id, files, labels, withUnsettled);
    }),
  };
}
