import { hash } from 'node:crypto';

/** The SHA-256 of a text's UTF-8 as hex digits: Node's own, ten times as quick as one in JavaScript. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
