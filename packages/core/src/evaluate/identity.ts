import { bytesToHex, hmac, sha256, utf8ToBytes } from '../vendor/hashes.js';

/** How a record is named in outputs, and a finding from run to run. */
export interface Identity {
  /** Tells runs apart that were made with different keys; `null` for crime references as they are. */
  readonly keyId: string | null;
  readonly reference: (force: string, crimeReference: string) => string;
  readonly fingerprint: (rule: string, force: string, crimeReference: string) => string;
}

/** The SHA-256 of a text's UTF-8, as hex digits. */
export type TextDigest = (text: string) => string;

const LENGTH = 32;

function text(...parts: readonly string[]): Uint8Array {
  return utf8ToBytes(JSON.stringify(parts));
}

/**
 * Crime references as they are. A fingerprint is of rule, force and crime reference: no row number,
 * message or revision of the rule, so that a re-sorted extract or a reworded rule is not "new".
 * `digest` is for those who have a quicker SHA-256 than the one in JavaScript: there is one for each finding.
 */
export function plainIdentity(digest: TextDigest): Identity {
  return {
    keyId: null,
    reference: (_force, crimeReference) => crimeReference,
    fingerprint: (rule, force, crimeReference) =>
      digest(JSON.stringify([rule, force, crimeReference])).slice(0, LENGTH),
  };
}

/** Crime references as they are, with a SHA-256 that runs everywhere. */
export const PLAIN: Identity = plainIdentity((of) => bytesToHex(sha256(utf8ToBytes(of))));

/** The key is too short to keep anybody from trying all references: 16 bytes are the least. */
export const SHORTEST_KEY = 16;

/**
 * Pseudonyms: keyed digests (HMAC-SHA-256) in place of crime references. A plain digest of a
 * reference can be found by trying them all; the key must therefore stay in the force.
 */
export function pseudonyms(key: Uint8Array): Identity {
  const digest = (...parts: readonly string[]) =>
    bytesToHex(hmac(sha256, key, text(...parts))).slice(0, LENGTH);
  return {
    keyId: digest('key').slice(0, 16),
    reference: (force, crimeReference) =>
      crimeReference === '' ? '' : digest('reference', force, crimeReference),
    fingerprint: (rule, force, crimeReference) => digest('finding', rule, force, crimeReference),
  };
}
