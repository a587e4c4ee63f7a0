import type { Finding, FindingStatus } from '../model/finding.js';
import { copyOf } from '../normalise/kept.js';

/** Where a finding stands, and how it stands to earlier runs and to the waivers. */
export interface FindingPlace {
  readonly file: string;
  /** The record's number in its file, the header being 1. */
  readonly row: number;
  readonly status: FindingStatus;
  /** The day as at which it was first found, `YYYY-MM-DD`. */
  readonly since: string;
}

/** A finding as the report shows it, with its place. */
export interface SampleFinding extends Sampled, FindingPlace {}

export type Sampled = Pick<
  Finding,
  'rule' | 'severity' | 'crimeReference' | 'force' | 'team' | 'message' | 'fingerprint'
>;

/** Keeps a few findings of each rule, whatever the number that it is shown. */
export interface Sampler {
  /** Takes a finding, or a sample of another sampler. */
  readonly add: (finding: Sampled, at: FindingPlace) => void;
  /** The samples by rule, in the order of their fingerprints. */
  readonly samples: () => Readonly<Record<string, readonly SampleFinding[]>>;
}

const OTHER_KEYS = ['crimeReference', 'force', 'team', 'message', 'severity', 'status', 'since'] as const;

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** By fingerprint, file and row; the rest only so that no two samples that differ are ever equal. */
function compareSamples(left: SampleFinding, right: SampleFinding): number {
  let order = compareText(left.fingerprint, right.fingerprint) || compareText(left.file, right.file);
  order ||= left.row - right.row;
  for (const key of OTHER_KEYS) order ||= compareText(left[key], right[key]);
  return order;
}

/** Where the sample belongs among those kept, by halving. */
function positionOf(kept: readonly SampleFinding[], sample: SampleFinding): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = kept[middle];
    if (other !== undefined && compareSamples(other, sample) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The samples of a report: the smallest fingerprints of each rule. Fingerprints are digests, so that
 * these are a fair choice of the findings, and the same whatever order they come in.
 */
export function createSampler(perRule = 20): Sampler {
  const byRule = new Map<string, SampleFinding[]>();
  return {
    add: (finding, { file, row, status, since }) => {
      const { rule, severity, crimeReference, force, team, message, fingerprint } = finding;
      let kept = byRule.get(rule);
      if (kept === undefined) byRule.set(rule, (kept = []));
      const last = kept.length < perRule ? undefined : kept.at(-1);
      if (kept.length >= perRule && (last === undefined || fingerprint > last.fingerprint)) return;
      const of = { rule, severity, crimeReference, force, team, message, fingerprint };
      const sample = { ...of, file, row, status, since };
      const position = positionOf(kept, sample);
      if (position >= perRule) return;
      kept.splice(position, 0, copyOf(sample));
      if (kept.length > perRule) kept.pop();
    },
    samples: () => Object.fromEntries([...byRule].map(([rule, kept]) => [rule, [...kept]])),
  };
}
