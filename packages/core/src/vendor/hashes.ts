export { hmac } from '@noble/hashes/hmac';
export { sha256 } from '@noble/hashes/sha2';
export { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
