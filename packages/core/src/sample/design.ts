import { MarkercheckError } from '../model/errors.js';
import { isMarker, type Marker, MARKERS } from '../model/markers.js';
import type { Pack } from '../model/pack.js';
import { sampleSize } from '../statistics/sample-size.js';
import { HIGHEST_SEED } from './random.js';

/** What strata can be made by; `rule` parts findings from passes as `found` does. */
export const STRATIFIERS = ['found', 'rule', 'team', 'class', 'month'] as const;
export type Stratifier = (typeof STRATIFIERS)[number];

export const ALLOCATIONS = ['optimum', 'proportional'] as const;
export type Allocation = (typeof ALLOCATIONS)[number];

export const FRAMES = ['concerned', 'all'] as const;
/** Which records can be drawn: those that the rules are about, or every record that was read. */
export type Frame = (typeof FRAMES)[number];

/** How a sample is to be drawn. Shares are from 0 to 1. */
export interface SampleOptions {
  /** Which draw of all that are possible: the same seed draws the same records. 0 to 4,294,967,295. */
  readonly seed: number;
  /** What strata are made by; an empty list is a simple random sample. @default ["found"] */
  readonly by?: readonly Stratifier[];
  /** @default "concerned" */
  readonly frame?: Frame;
  /** The half-width that is wanted for a rate of the whole frame. @default 0.05 */
  readonly margin?: number;
  /** The confidence of that margin, and of every interval in the score. @default 0.95 */
  readonly confidence?: number;
  /** How many records; it goes before `margin`. */
  readonly size?: number;
  /** @default "optimum" */
  readonly allocation?: Allocation;
  /** The fewest records of a stratum, as far as it has them. @default 10 */
  readonly minimum?: number;
  /** The share of records with a finding whose marker is expected to be wrong; for `optimum`. @default 0.8 */
  readonly expectFound?: number;
  /** The share of records without a finding whose marker is expected to be wrong. @default 0.02 */
  readonly expectPassed?: number;
  /** The markers that reviewers are asked about. @default ["CSA", "CSE"] */
  readonly markers?: readonly Marker[];
  /** Rules that reviewers are asked about on every record that they concern. @default none */
  readonly rules?: readonly string[];
  /** Whether the form keeps from reviewers what the rules and the extract say. @default false */
  readonly blind?: boolean;
  /** The share of the sample that a second reviewer sees too. @default 0 */
  readonly double?: number;
}

/** The same with nothing left open; `size` or `margin` is `null`. */
export type SampleDesign = Required<Omit<SampleOptions, 'margin' | 'size'>> & {
  readonly margin: number | null;
  readonly size: number | null;
};

const DEFAULT_MARGIN = 0.05;
/** From fewer than two records of several no spread can be told. */
const LEAST_MINIMUM = 2;

function faultsOf(design: SampleDesign, pack: Pack): readonly string[] {
  const faults: string[] = [];
  const need = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what);
  };
  const isBetween = (value: number) => value > 0 && value < 1;
  const { seed, margin, size, minimum, confidence, double } = design;
  need(
    Number.isInteger(seed) && seed >= 0 && seed <= HIGHEST_SEED,
    'seed: a whole number from 0 to 4294967295',
  );
  need(margin === null || isBetween(margin), 'margin: a share between 0 and 1, such as 0.05');
  need(isBetween(confidence), 'confidence: a share between 0 and 1, such as 0.95');
  need(size === null || (Number.isSafeInteger(size) && size >= 1), 'size: a whole number of at least 1');
  need(Number.isSafeInteger(minimum) && minimum >= LEAST_MINIMUM, 'minimum: a whole number of at least 2');
  need(isBetween(design.expectFound), 'expectFound: a share between 0 and 1, both excluded');
  need(isBetween(design.expectPassed), 'expectPassed: a share between 0 and 1, both excluded');
  need(double >= 0 && double <= 1, 'double: a share from 0 to 1');
  need(design.markers.length + design.rules.length > 0, 'markers: there is nothing to ask reviewers about');
  for (const name of design.by) need(STRATIFIERS.includes(name), `by: there is no ${JSON.stringify(name)}`);
  for (const name of design.markers) need(isMarker(name), `markers: there is no ${JSON.stringify(name)}`);
  const ids = new Set(pack.rules.map((rule) => rule.id));
  for (const id of design.rules) need(ids.has(id), `rules: the pack has no rule ${JSON.stringify(id)}`);
  return faults;
}

/** Strata in a fixed order, each once; findings and passes are apart already where each rule is. */
function usualBy(by: readonly Stratifier[]): readonly Stratifier[] {
  const known = STRATIFIERS.filter((name) => by.includes(name) && (name !== 'found' || !by.includes('rule')));
  return [...known, ...by.filter((name) => !STRATIFIERS.includes(name))];
}

/** Fills in what is not given. Throws `ARGUMENT_INVALID` with all that is wrong. */
export function resolveDesign(options: SampleOptions, pack: Pack): SampleDesign {
  const { size = null } = options;
  const markers: readonly Marker[] = options.markers ?? ['CSA', 'CSE'];
  const design: SampleDesign = {
    seed: options.seed,
    by: usualBy(options.by ?? ['found']),
    frame: options.frame ?? 'concerned',
    margin: size === null ? (options.margin ?? DEFAULT_MARGIN) : null,
    confidence: options.confidence ?? 0.95,
    size,
    allocation: options.allocation ?? 'optimum',
    minimum: options.minimum ?? 10,
    expectFound: options.expectFound ?? 0.8,
    expectPassed: options.expectPassed ?? 0.02,
    markers: [
      ...MARKERS.filter((name) => markers.includes(name)),
      ...markers.filter((name) => !isMarker(name)),
    ],
    rules: [...new Set(options.rules ?? [])].sort(),
    blind: options.blind ?? false,
    double: options.double ?? 0,
  };
  const faults = faultsOf(design, pack);
  if (faults.length > 0) {
    throw new MarkercheckError('ARGUMENT_INVALID', 'The sample cannot be drawn as asked.', faults);
  }
  return design;
}

/** How many records to draw from a population. */
export function wantedSize({ size, margin, confidence }: SampleDesign, population: number): number {
  if (size !== null || margin === null) return Math.min(size ?? 0, population);
  return population === 0 ? 0 : sampleSize({ population, margin, confidence, rounding: 'up' });
}
