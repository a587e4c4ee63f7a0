import {
  CANONICAL,
  compilePack,
  type Encoding,
  jsonDigest,
  loadPack,
  MarkercheckError,
  type Pack,
  type Policy,
  type Profile,
  readPolicy,
  readProfile,
} from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { readJsonFile } from '../io/json-file.js';

/** What a person can say of how extracts are read and judged, in every command that reads them. */
export interface SettingsArguments {
  readonly profile?: string | undefined;
  readonly policy?: string | undefined;
  readonly asAt?: string | undefined;
  readonly encoding?: Encoding | undefined;
}

/** The same, read and checked. */
export interface Settings {
  readonly pack: Pack;
  readonly policy: Policy;
  readonly policyDigest: string | null;
  readonly profile: Profile | undefined;
  readonly profileName: { readonly name: string; readonly digest: string; readonly blank: string };
  readonly asAt: string;
  readonly encoding: Encoding | undefined;
}

function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Adds the file's name to what is wrong with it. */
function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof MarkercheckError) throw new CliError(EXIT.usage, `${file}: ${error.message}`);
    throw error;
  }
}

/** What an empty marker cell means in a profile, in a word; "by marker" where it differs. */
function blankOf(profile: Profile | undefined): string {
  if (profile === undefined) return 'not-set';
  const { markers } = profile;
  if (markers.layout === 'list') return markers.blank;
  const policies = new Set(Object.values(markers.columns).map((column) => column.blank ?? markers.blank));
  return policies.size === 1 ? String([...policies][0]) : 'by marker';
}

/** Reads the settings; throws a `CliError` that says all that is wrong with a file. */
export function readSettings(args: SettingsArguments): Settings {
  const pack = loadPack();
  const { profile: profileFile, policy: policyFile } = args;
  const profile =
    profileFile === undefined
      ? undefined
      : reading(profileFile, () => readProfile(readJsonFile(profileFile, 'The profile')));
  const policy =
    policyFile === undefined
      ? {}
      : reading(policyFile, () => readPolicy(readJsonFile(policyFile, 'The policy')));
  if (policyFile !== undefined) reading(policyFile, () => compilePack(pack, { policy }));
  return {
    pack,
    policy,
    policyDigest: policyFile === undefined ? null : jsonDigest(policy),
    profile,
    profileName: {
      name: profile?.name ?? CANONICAL,
      digest: jsonDigest(profile ?? { name: CANONICAL }),
      blank: blankOf(profile),
    },
    asAt: args.asAt ?? today(),
    encoding: args.encoding,
  };
}
