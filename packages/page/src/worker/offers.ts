/** What a question of a proposed profile offers to be written in its place. */
export interface Offers {
  readonly values: readonly unknown[];
  /** What stands behind the offers, such as "if so". */
  readonly rest: string;
}

/** The end of the JSON value that begins at a place of a text; `-1` where none does. */
function endOfJson(text: string, start: number): number {
  let depth = 0;
  let isText = false;
  for (let i = start; i < text.length; i++) {
    const sign = text.charAt(i);
    if (isText && sign === '\\') i++;
    else if (sign === '"') isText = !isText;
    else if (!isText && (sign === '{' || sign === '[')) depth++;
    else if (!isText && (sign === '}' || sign === ']')) depth--;
    if (i === start && !'{["'.includes(sign)) return -1;
    if (depth === 0 && !isText) return i + 1;
  }
  return -1;
}

/** The values that a question proposes after "Write": `Write {…} or {…}, or remove this line if it is none`. */
export function offersIn(question: string): Offers | null {
  const found = /\bWrite (?=[{["])/.exec(question);
  if (found === null) return null;
  let at = found.index + found[0].length;
  const values: unknown[] = [];
  for (;;) {
    const end = endOfJson(question, at);
    if (end < 0) return null;
    values.push(JSON.parse(question.slice(at, end)));
    const [next = ''] = /^(?: or |, else )(?=[{["])/.exec(question.slice(end).replace(/^ if so/, '')) ?? [];
    if (next === '') return { values, rest: question.slice(end) };
    at = question.indexOf(next, end) + next.length;
  }
}
