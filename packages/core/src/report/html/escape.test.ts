import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, escapeHtml, visible } from './escape.js';

const NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#96': '`',
};

function decoded(text: string): string {
  return text.replace(/&([^;]*);/g, (whole, name: string) => NAMES[name] ?? whole);
}

/** Text as it comes and as it is sent to hurt: markup, quotes, controls, halves of characters, bidi. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", '`', '\0', '\x1b', '\r', '\u202e', '\u2028', 'a'),
  }),
);

describe('escapeHtml', () => {
  it('leaves nothing that ends a text or a quoted attribute', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"'`]/);
        expect(escaped.replace(/&(amp|lt|gt|quot|#39|#96);/g, '')).not.toContain('&');
      }),
    );
  });

  it('says the same text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(decoded(escapeHtml(text))).toBe(visible(text));
      }),
    );
  });

  it.each([
    ['</script><img src=x onerror=alert(1)>', '&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;'],
    ['" onmouseover="x', '&quot; onmouseover=&quot;x'],
    ['&amp;', '&amp;amp;'],
    ['Ségolène & Łukasz 👩‍🏫'.normalize(), 'Ségolène &amp; Łukasz 👩⟨U+200D⟩🏫'],
  ])('writes %j', (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
  });
});

describe('visible', () => {
  it('leaves no character that hides, moves or commands', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(visible(text)).not.toMatch(
          /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u,
        );
      }),
    );
  });

  it('changes nothing else, and nothing twice', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(visible(visible(text))).toBe(visible(text));
        const plain = text.replace(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, '');
        expect(visible(plain)).toBe(plain);
      }),
    );
  });

  it.each([
    ['\0\x1b[31m\r\n\t\x7f', '␀␛[31m␍␊␉␡'],
    ['\u0085', '⟨U+0085⟩'],
    ['\u202egnp.exe', '⟨U+202E⟩gnp.exe'],
    ['a\u200bb\ufeff', 'a⟨U+200B⟩b⟨U+FEFF⟩'],
    ['\ud800x', '⟨U+D800⟩x'],
    ['\u{e0041}', '⟨U+E0041⟩'],
  ])('shows %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

describe('clip', () => {
  it('keeps at most so many characters, and none of them halved', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (text, longest) => {
          const all = Array.from(text);
          const clipped = clip(text, longest);
          expect(clipped).toBe(all.length <= longest ? text : `${all.slice(0, longest).join('')}…`);
        },
      ),
    );
  });
});
