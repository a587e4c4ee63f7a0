import type { RunFacts } from './aggregate/summarise.js';
import type { Policy } from './model/policy.js';
import { jsonDigest } from './rules/json-digest.js';
import { VERSION } from './version.js';

/** The share of records with a readable code below which an extract counts as not checked. */
const MIN_ASSESSED = 0.95;

/** What a summary says where a program checked records of its own: no files, no profile, no baseline. */
export function runFactsOf(asAt: string, policy: Policy | undefined): RunFacts {
  return {
    tool: { name: '@markercheck/core', version: VERSION },
    profile: { name: 'canonical', digest: jsonDigest({ name: 'canonical' }), blank: 'not-set' },
    policyDigest: policy === undefined ? null : jsonDigest(policy),
    asAt,
    inputs: [],
    complete: true,
    baseline: null,
    waivers: null,
    adoption: null,
    workList: null,
    pseudonyms: null,
    minAssessed: MIN_ASSESSED,
  };
}
