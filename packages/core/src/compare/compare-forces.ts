import { MarkercheckError } from '../model/errors.js';
import { ABOUT_INTERVALS, comparedForce } from './compared-force.js';
import { compareMeasure } from './compare-measure.js';
import { compareRules } from './compare-rules.js';
import type { Comparison, NotCompared } from './comparison.js';
import { COMPARISON_SCHEMA } from './comparison.js';
import { CAPTION, type Exchange } from './exchange.js';
import { findForce } from './forces.js';
import type { CompareOptions } from './options.js';
import { differencesBetween } from './same.js';
import { standsOut } from './stands-out.js';
import { differenceWords } from './difference-words.js';
import { notComparedWords } from './not-compared-words.js';

const byName = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);
const sortName = ({ force }: Exchange): string =>
  `${findForce(force.code)?.short ?? force.name} ${force.code}`;

/** Files of police forces with an area; what is left of the others is said, never counted. */
function sorted(files: readonly Exchange[]): {
  readonly kept: readonly Exchange[];
  readonly notCompared: readonly NotCompared[];
} {
  const notCompared = files.flatMap(({ force }): readonly NotCompared[] => {
    const known = findForce(force.code);
    if (known === undefined) return [{ name: `${force.name} (${force.code})`, why: 'unknown-force' }];
    return known.territorial ? [] : [{ name: known.name, why: 'not-territorial' }];
  });
  const kept = files.filter(({ force }) => findForce(force.code)?.territorial === true);
  return { kept: [...kept].sort((a, b) => byName(sortName(a), sortName(b))), notCompared };
}

function refuse(message: string, faults: readonly string[] = []): never {
  throw new MarkercheckError('TALLIES_DIFFER', message, faults);
}

function checkForces(kept: readonly Exchange[], notCompared: readonly NotCompared[]): void {
  const twice = kept.filter((file, i) => kept.findIndex(({ force }) => force.code === file.force.code) !== i);
  if (twice.length > 0)
    refuse(
      'A force is there twice. Compare forces with one file each, or one force with two files of different times.',
      [...new Set(twice.map(({ force }) => `${force.name} (${force.code})`))],
    );
  if (kept.length < 2) {
    refuse('There are not two forces to compare.', notCompared.map(notComparedWords));
  }
}

/**
 * Several forces side by side, from their exchange files. The order of the files does not matter.
 *
 * Two forces are said to differ only where their ranges from floor to ceiling do not overlap. Every figure is a
 * function of what the files tell, so nothing that they suppress can be found in it.
 *
 * @throws {MarkercheckError} `TALLIES_DIFFER` where the files are not alike in what they were judged by and over,
 * naming every difference, unless `allowDifferences`.
 */
export function compareForces(files: readonly Exchange[], options: CompareOptions = {}): Comparison {
  const { kept, notCompared } = sorted(files);
  checkForces(kept, notCompared);
  const differences = differencesBetween(kept);
  if (differences.length > 0 && options.allowDifferences !== true)
    refuse(
      'These files are not alike, so their figures are set side by side only with --allow-differences, and labelled:',
      differences.map((difference) => differenceWords(difference)),
    );
  const [first] = kept;
  if (first === undefined) return refuse('There is nothing to compare.');
  const ids = [...new Set(kept.flatMap(({ measures }) => Object.keys(measures)))];
  const measures = measureOrder(kept, ids).map((id) => compareMeasure(id, kept, differences, options));
  const rules = compareRules(kept, differences);
  const missing = (options.expected ?? []).flatMap((code): readonly NotCompared[] => {
    const force = findForce(code);
    const isThere = kept.some((file) => file.force.code === force?.code);
    return isThere ? [] : [{ name: force?.name ?? code, why: 'no-file' }];
  });
  const left = [...notCompared, ...missing].toSorted((a, b) => byName(a.name + a.why, b.name + b.why));
  return {
    kind: 'markercheck-comparison',
    schema: COMPARISON_SCHEMA,
    caption: CAPTION,
    aboutIntervals: ABOUT_INTERVALS,
    markings: [...new Set(kept.map(({ marking }) => marking))].sort(),
    withUnsettled: options.withUnsettled ?? false,
    pack: first.pack,
    forces: kept.map(comparedForce),
    notCompared: left,
    differences,
    standsOut: standsOut(kept, left, measures, rules),
    measures,
    rules,
  };
}

/** Headlines first, then as the files have them; files of other editions cannot change the order. */
function measureOrder(files: readonly Exchange[], ids: readonly string[]): readonly string[] {
  const isHeadline = (id: string): boolean =>
    files.some(({ measures }) => (measures[id]?.headline ?? null) !== null);
  const place = (id: string): number =>
    Math.min(
      ...files.map(({ measures }) => {
        const at = Object.keys(measures).indexOf(id);
        return at === -1 ? Infinity : at;
      }),
    );
  return [...ids].sort(
    (a, b) => Number(isHeadline(b)) - Number(isHeadline(a)) || place(a) - place(b) || byName(a, b),
  );
}
