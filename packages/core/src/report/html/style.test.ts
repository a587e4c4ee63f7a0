import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markup } from './html.js';
import { base64, securityPolicy, styleElement } from './style.js';

describe('base64', () => {
  it('is what Node writes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });
});

describe('securityPolicy', () => {
  it('names the style sheet of the page and lets nothing else in', () => {
    const style = /^<style>([^<]*)<\/style>$/.exec(markup(styleElement()))?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(securityPolicy()).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('stands before a style sheet that asks for nothing', () => {
    expect(markup(styleElement())).not.toMatch(/url\((?!#)|@import|expression/);
  });
});
