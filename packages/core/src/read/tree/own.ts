/** From so many characters on, the engine makes no copy of what is cut from a text, but keeps the whole text for it. */
const KEPT = 13;

/** A text of its own: what is kept of a record must not keep all that was read with it. */
export function own(text: string): string {
  return text.length < KEPT ? text : ` ${text}`.slice(1);
}
