import type { RunFacts } from './aggregate/summarise.js';
import type { Profile } from './map/profile.js';
import type { Policy } from './model/policy.js';
import { profileIdentity } from './profile-identity.js';
import { jsonDigest } from './rules/json-digest.js';
import { VERSION } from './version.js';

/** The share of records with a readable code below which an extract counts as not checked. */
const MIN_ASSESSED = 0.95;

/** What decided how records were judged, beside the pack. */
export interface Judged {
  readonly asAt: string;
  readonly policy?: Policy;
  readonly profile?: Profile;
}

/** What a summary says where its caller says no more: no inputs, all read, no baseline, no waivers. */
export function runFactsOf({ asAt, policy, profile }: Judged): RunFacts {
  return {
    tool: { name: '@markercheck/core', version: VERSION },
    profile: profileIdentity(profile),
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
