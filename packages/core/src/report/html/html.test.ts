import { describe, expect, it } from 'vitest';
import { type HtmlValue, markup, prose, safe, trusted } from './html.js';

describe('safe', () => {
  it.each<[what: string, value: HtmlValue, text: string]>([
    ['text', '<b>', '<p>&lt;b&gt;</p>'],
    ['markup', safe`<b>${'<'}</b>`, '<p><b>&lt;</b></p>'],
    ['nothing', null, '<p></p>'],
    ['a list of both', ['<', safe`<br>`, [null, '>']], '<p>&lt;<br>&gt;</p>'],
    ['a constant', trusted('<hr>'), '<p><hr></p>'],
  ])('writes %s', (_, value, text) => {
    expect(markup(safe`<p>${value}</p>`)).toBe(text);
  });

  it('leaves out the indentation of its source, not that of a value', () => {
    const page = safe`<ul>
        <li>${'a\n    b'}</li>
      </ul>\n`;
    expect(markup(page)).toBe('<ul>\n<li>a␊    b</li>\n</ul>\n');
  });
});

describe('prose', () => {
  it('sets code in backticks, and escapes it', () => {
    expect(markup(prose('needs `"blank": "<unknown>"` & more'))).toBe(
      'needs <code>&quot;blank&quot;: &quot;&lt;unknown&gt;&quot;</code> &amp; more',
    );
  });
});
