import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

const LENGTH = 32;

/**
 * Identifies a finding from run to run: rule, force and crime reference. No row number, message or
 * revision of the rule, so that a re-sorted extract or a reworded rule is not "new".
 */
export function fingerprint(rule: string, force: string, crimeReference: string): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([rule, force, crimeReference])))).slice(0, LENGTH);
}
