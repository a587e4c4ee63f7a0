import { canonicalize } from '../vendor/canonicalize.js';
import { bytesToHex, sha256, utf8ToBytes } from '../vendor/hashes.js';

/** The SHA-256 of a value's canonical JSON (RFC 8785), in hex. */
export function jsonDigest(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? '')));
}
