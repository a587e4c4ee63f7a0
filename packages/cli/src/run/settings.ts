import {
  compilePack,
  type Encoding,
  type Identity,
  jsonDigest,
  loadPack,
  type Pack,
  parseDate,
  plainIdentity,
  type Policy,
  type Profile,
  profileIdentity,
  pseudonyms,
  readPolicy,
  readProfile,
  SHORTEST_KEY,
} from '@markercheck/core';
import { readFileSync } from 'node:fs';
import { CliError, EXIT } from '../exit.js';
import { type LoadedAdoption, loadAdoption } from './adoption.js';
import { readJsonFile } from '../io/json-file.js';
import { naming } from '../io/naming.js';
import { systemReason } from '../messages/system-errors.js';
import { sha256 } from '../io/sha256.js';
import { findProfileFiles, type ProfileFiles } from './profile-files.js';

/** What a person can say of how extracts are read and judged, in every command that reads them. */
export interface SettingsArguments {
  readonly profile?: string | undefined;
  readonly policy?: string | undefined;
  readonly asAt?: string | undefined;
  readonly encoding?: Encoding | undefined;
  readonly pseudonyms?: string | undefined;
  readonly markersFile?: string | undefined;
  readonly adoption?: string | undefined;
}

/** The same, read and checked. */
export interface Settings {
  readonly pack: Pack;
  readonly policy: Policy;
  readonly policyDigest: string | null;
  readonly adoption: LoadedAdoption | null;
  readonly profile: Profile | undefined;
  readonly profileFiles: ProfileFiles;
  readonly profileName: ReturnType<typeof profileIdentity>;
  readonly asAt: string;
  readonly encoding: Encoding | undefined;
  readonly identity: Identity;
  /** The key of the pseudonyms; `null` where there are none. */
  readonly key: Uint8Array | null;
}

function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The key that pseudonyms are made with: the bytes of a file, without blanks at its ends. */
function readKey(file: string): Uint8Array {
  let key: Buffer;
  try {
    key = Buffer.from(readFileSync(file, 'latin1').trim(), 'latin1');
  } catch (error) {
    throw new CliError(EXIT.usage, `--pseudonyms ${file} cannot be read: ${systemReason(error)}.`);
  }
  if (key.length < SHORTEST_KEY) {
    throw new CliError(
      EXIT.usage,
      `--pseudonyms ${file}: a key has at least ${SHORTEST_KEY} bytes; this one has ${key.length}.`,
    );
  }
  return key;
}

/** A day that was checked before, as a number. */
export function dayNumber(date: string): number {
  const day = parseDate(date);
  if (day === null) throw new CliError(EXIT.usage, `--as-at ${date} is not a date; write it as YYYY-MM-DD.`);
  return day;
}

/** Reads the settings; throws a `CliError` that says all that is wrong with a file. */
export function readSettings(args: SettingsArguments): Settings {
  if (args.asAt !== undefined) dayNumber(args.asAt);
  const pack = loadPack();
  const { profile: profileFile, policy: policyFile } = args;
  const profile =
    profileFile === undefined
      ? undefined
      : naming(profileFile, () => readProfile(readJsonFile(profileFile, 'The profile')));
  const policy =
    policyFile === undefined
      ? {}
      : naming(policyFile, () => readPolicy(readJsonFile(policyFile, 'The policy')));
  if (policyFile !== undefined) naming(policyFile, () => compilePack(pack, { policy }));
  const asAt = args.asAt ?? today();
  const adoption = args.adoption === undefined ? null : loadAdoption(args.adoption, pack, policy, asAt);
  const profileFiles = findProfileFiles(profile, profileFile, args.markersFile);
  const key = args.pseudonyms === undefined ? null : readKey(args.pseudonyms);
  return {
    pack,
    policy: adoption?.policy ?? policy,
    adoption,
    policyDigest: policyFile === undefined ? null : jsonDigest(policy),
    profile,
    profileFiles,
    profileName: profileIdentity(profile, profileFiles.digests),
    asAt,
    encoding: args.encoding,
    identity: key === null ? plainIdentity(sha256) : pseudonyms(key),
    key,
  };
}
