/** Excel takes no longer text in a cell. */
const LONGEST = 32_767;

// XML 1.0, section 2.2: what a document may hold is all but these.
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** ECMA-376 part 1, 22.9.2.19 (ST_Xstring): such a text stands for a character, so that its first sign is written as one. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function xmlText(text: string): string {
  return text.replace(NOT_XML, '\uFFFD').replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign);
}

/** The text of a cell, as it stands between `<t>` and `</t>`. */
export function cellText(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return xmlText(short.replace(/\r\n?/g, '\n')).replace(ESCAPE_LIKE, '_x005F_');
}

/** `A`, `Z`, `AA`: the name of a column by its position from 0. */
export function columnName(position: number): string {
  const rest = Math.floor(position / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (position % 26));
}
