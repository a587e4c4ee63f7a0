import { SaxesParser } from '../../vendor/saxes.js';
import { columnsBelow, createTreeNotes, type TreeColumns } from './tree-columns.js';

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Breaks off saxes, which goes on after an error. */
class Stop extends Error {}

/**
 * The records of the head of an XML file: the shallowest elements that repeat and hold something. A
 * head that ends within an element tells what stands before.
 */
export function xmlColumns(head: string): TreeColumns | null {
  const notes = createTreeNotes();
  const stack: string[] = [];
  /** Whether the element that is open has neither children nor attributes so far: it is a value, be it empty. */
  let isBare = false;
  const parser = new SaxesParser();
  const stop = (): never => {
    throw new Stop();
  };
  parser.on('error', stop);
  parser.on('doctype', stop);
  parser.on('opentag', ({ name, attributes }) => {
    stack.push(localName(name));
    notes.open(stack);
    isBare = true;
    for (const attribute of Object.keys(attributes)) {
      if (attribute.startsWith('xmlns')) continue;
      notes.value([...stack, `@${localName(attribute)}`]);
      isBare = false;
    }
  });
  parser.on('text', (text) => {
    if (text.trim() !== '' && stack.length > 0) notes.value(stack);
  });
  parser.on('closetag', () => {
    if (isBare) notes.value(stack);
    isBare = false;
    stack.pop();
  });
  try {
    parser.write(head);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  const paths = notes.paths();
  const holding = paths.filter(({ path }) => path.length > 1 && columnsBelow(paths, path).length > 0);
  const repeated = holding.filter(({ count }) => count > 1);
  const [best] = (repeated.length > 0 ? repeated : holding).toSorted(
    (a, b) => a.path.length - b.path.length || b.count - a.count,
  );
  return best === undefined
    ? null
    : { records: `/${best.path.join('/')}`, columns: columnsBelow(paths, best.path) };
}
