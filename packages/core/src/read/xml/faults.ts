/** What saxes says, in our words: its own repeat names from the file, and a damaged file has people in its names. */
const FAULTS: readonly (readonly [starts: string, said: string])[] = [
  ['unexpected close tag', 'a closing tag does not belong to the opening one'],
  ['unmatched closing tag', 'a closing tag has no opening one'],
  ['unclosed tag', 'a tag is not closed'],
  ['unclosed', 'something is not closed'],
  ['undefined entity', 'an entity that is not defined'],
  ['disallowed character in entity name', 'an & that is not written as &amp;'],
  ['empty entity name', 'an & that is not written as &amp;'],
  ['malformed character entity', 'a character reference to no character'],
  ['duplicate attribute', 'an attribute stands twice in one tag'],
  [
    'documents may contain only one root',
    'a second root element: the file may be several files, one behind the other',
  ],
  ['document must contain a root element', 'there is no root element'],
  ['text data outside of root node', 'text outside of the root element'],
  ['disallowed character in tag name', 'a < that is not written as &lt;'],
  ['disallowed character', 'a character that XML does not allow there'],
  [
    'an XML declaration must be at the start',
    'an XML declaration that is not at the start: the file may be several files, one behind the other',
  ],
];

/** A fault of well-formedness in words that hold nothing of the file. */
export function xmlFault(error: Error): string {
  const message = error.message.replace(/^\d+:\d+: /, '').toLowerCase();
  return FAULTS.find(([starts]) => message.startsWith(starts.toLowerCase()))?.[1] ?? 'it is not well-formed';
}

/** Whether the tag that was told last is not the one that the file closes. */
export function isWrongTag(error: Error): boolean {
  return error.message.includes('unexpected close tag');
}

export function isOutsideRoot(error: Error): boolean {
  return error.message.includes('text data outside of root node');
}
