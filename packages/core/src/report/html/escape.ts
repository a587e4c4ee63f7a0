/** Characters that a reader does not see but that change what is seen: controls, bidi, invisible, no characters. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Unicode has pictures of the C0 controls: ␀ to ␟, and ␡. */
function symbolOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** The text with what cannot be seen made visible, so that no value can reorder, hide or command. */
export function visible(text: string): string {
  return text.replace(HIDDEN, symbolOf);
}

/** The text as it may stand in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');
}

/** A value of the extract, at most `longest` characters of it: one cell cannot fill the page. */
export function clip(text: string, longest = 200): string {
  const characters = Array.from(text.slice(0, 2 * longest + 2));
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`;
}
