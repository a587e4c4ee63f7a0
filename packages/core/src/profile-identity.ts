import { CANONICAL, type Profile } from './map/profile.js';
import type { RunSummary } from './model/run.js';
import { jsonDigest } from './rules/json-digest.js';

/** What an empty marker cell means in a profile, in a word; "by marker" where it differs. */
function blankOf(profile: Profile | undefined): string {
  if (profile === undefined) return 'not-set';
  const { markers } = profile;
  if (markers.layout !== 'columns') return markers.blank;
  const policies = new Set(Object.values(markers.columns).map((column) => column.blank ?? markers.blank));
  return policies.size === 1 ? String([...policies][0]) : 'by marker';
}

/** The digest of a profile and of the lookups that it reads. */
function digestOf(profile: Profile | undefined, digests: Readonly<Record<string, string>>): string {
  if (profile === undefined) return jsonDigest({ name: CANONICAL });
  return jsonDigest(Object.keys(digests).length === 0 ? profile : { ...profile, digests });
}

/** What a summary says of the profile; `digests` are those of its lookups. Without a profile it is the canonical one. */
export function profileIdentity(
  profile: Profile | undefined,
  digests: Readonly<Record<string, string>> = {},
): RunSummary['profile'] {
  return {
    name: profile?.name ?? CANONICAL,
    digest: digestOf(profile, digests),
    blank: blankOf(profile),
  };
}
