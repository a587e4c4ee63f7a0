import { sha256, utf8ToBytes } from '../../vendor/hashes.js';
import { type Html, safe, trusted } from './html.js';
import { LAYOUT_STYLE } from './style-layout.js';
import { PARTS_STYLE } from './style-parts.js';

/** On one line: the Nu checker loses the digest of a style sheet of several. */
const oneLine = (style: string): string => style.replace(/\s+/g, ' ').trim();

const STYLE = oneLine(`${LAYOUT_STYLE}${PARTS_STYLE}`);

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 as RFC 4648 has it: `btoa` is not in every surrounding that the library runs in. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => BASE64[(group >> shift) & 63] ?? '').join('');
    text += left >= 3 ? digits : digits.slice(0, left + 1).padEnd(4, '=');
  }
  return text;
}

const digest = (style: string): string => `'sha256-${base64(sha256(utf8ToBytes(style)))}'`;

/** The digest of the style sheet that every page of ours has, as a content security policy names it. */
export function reportStyleDigest(): string {
  return digest(STYLE);
}

/**
 * Nothing may load or run; the style sheets are named by their digests, so that no value can bring another.
 * `own` are the styles that only this page needs.
 */
export function securityPolicy(own = ''): string {
  const sheets = [...(own === '' ? [] : [oneLine(own)]), STYLE].map(digest).join(' ');
  return `default-src 'none'; style-src ${sheets}; base-uri 'none'; form-action 'none'`;
}

export function styleElement(own = ''): Html {
  const sheet = safe`<style>${trusted(STYLE)}</style>`;
  return own === '' ? sheet : safe`${sheet}\n<style>${trusted(oneLine(own))}</style>`;
}
