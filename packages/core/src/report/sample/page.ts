import { sha256, utf8ToBytes } from '../../vendor/hashes.js';
import { type Html, safe, trusted } from '../html/html.js';
import { base64 } from '../html/style.js';
import { LAYOUT_STYLE } from '../html/style-layout.js';

interface PageHead {
  readonly title: string;
  /** Rules beside those that all pages have. */
  readonly style: string;
  /** The one script that may run. @default none */
  readonly script?: string;
}

const digest = (text: string): string => `'sha256-${base64(sha256(utf8ToBytes(text)))}'`;

/** On one line: the Nu checker loses the digest of a style sheet of several. */
const oneLine = (style: string): string => style.replace(/\s+/g, ' ').trim();

/**
 * The start of a page that loads nothing: its style sheet, and its script if it has one, are named by their
 * digests, so that no value can bring another.
 */
export function pageStart({ title, style, script }: PageHead): Html {
  const sheet = oneLine(`${LAYOUT_STYLE}${style}`);
  const scripts = script === undefined ? '' : ` script-src ${digest(script)};`;
  const policy = `default-src 'none'; style-src ${digest(sheet)};${scripts} base-uri 'none'; form-action 'none'`;
  return safe`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(sheet)}</style>
</head>\n`;
}
