import { childOf, type PathNode, pathTree } from './paths.js';

/** Makes the cells of one record after the other out of what opens and closes in it. */
export interface RecordBuilder {
  readonly start: () => void;
  /** Something with a name opens. `isItem`: one of several on purpose, such as an item of a list. */
  readonly open: (name: string, isItem: boolean) => void;
  readonly text: (text: string) => void;
  readonly attribute: (name: string, value: string) => void;
  readonly close: () => void;
  readonly end: () => BuiltRecord;
  /** The columns that no record had so far. */
  readonly neverSeen: () => readonly string[];
}

export interface BuiltRecord {
  readonly cells: readonly string[];
  /** Whether it has any of the columns. */
  readonly hasAny: boolean;
  /** A column whose key stands twice in one object, so that nobody can tell which counts. */
  readonly twice: string | null;
}

interface Frame {
  readonly node: PathNode;
  text: string;
  isFilled: boolean;
  /** What was found for the columns below, each time its parent stood there. */
  parts: Map<number, string[]> | null;
  opened: Set<PathNode> | null;
}

/**
 * What the text of a thing is. `mixed`: all text within it, as in XML. `own`: its value alone, as in
 * JSON, where an object has none.
 */
export type Content = 'mixed' | 'own';

const NOTHING: readonly string[] = [''];

/**
 * What stands several times in a record is joined with `;`. Where a thing stands several times and
 * lacks a column, its part is empty: the ages, ethnicities and nationalities of suspects have to stay
 * in step, and one that is missing has to be seen.
 */
export function createRecordBuilder(columns: readonly string[], content: Content): RecordBuilder {
  const root = pathTree(columns);
  const seen = columns.map(() => false);
  const open: Frame[] = [];
  /** How deep within things that no column is read from. */
  let ignored = 0;
  let record = frameOf(root);
  let hasAny = false;
  let twice: string | null = null;

  function frameOf(node: PathNode): Frame {
    return { node, text: '', isFilled: content === 'mixed', parts: null, opened: null };
  }

  function fill(frame: Frame, text: string): void {
    if (frame.node.here.length > 0) frame.text += text;
    frame.isFilled = true;
  }

  const top = () => open.at(-1) ?? record;

  function add(frame: Frame, position: number, parts: readonly string[]): void {
    frame.parts ??= new Map();
    const before = frame.parts.get(position);
    if (before === undefined) frame.parts.set(position, [...parts]);
    else before.push(...parts);
  }

  function found(frame: Frame, position: number, text: string): void {
    hasAny = true;
    seen[position] = true;
    frame.parts ??= new Map();
    const before = frame.parts.get(position);
    if (before === undefined) frame.parts.set(position, [text]);
    else before.push(text);
  }

  function note(frame: Frame, node: PathNode): void {
    frame.opened ??= new Set();
    if (frame.opened.has(node)) twice ??= columns[node.here[0] ?? node.below[0] ?? 0] ?? null;
    frame.opened.add(node);
  }

  return {
    start: () => {
      open.length = 0;
      ignored = 0;
      record = frameOf(root);
      hasAny = false;
      twice = null;
    },
    open: (name, isItem) => {
      const node = ignored > 0 ? null : childOf(top().node, name);
      if (node === null) {
        ignored++;
        return;
      }
      if (!isItem) note(top(), node);
      open.push(frameOf(node));
    },
    text: (text) => {
      if (content === 'mixed') for (const frame of open) fill(frame, text);
      else if (ignored === 0) fill(top(), text);
    },
    attribute: (name, value) => {
      const node = ignored > 0 ? null : childOf(top().node, `@${name}`);
      for (const position of node?.here ?? []) found(top(), position, value);
    },
    close: () => {
      if (ignored > 0) {
        ignored--;
        return;
      }
      const frame = open.pop();
      if (frame === undefined) return;
      const parent = top();
      for (const position of frame.node.here) {
        if (frame.isFilled) found(parent, position, frame.text);
        else add(parent, position, NOTHING);
      }
      for (const position of frame.node.below) add(parent, position, frame.parts?.get(position) ?? NOTHING);
    },
    end: () => ({
      cells: columns.map((_, position) => record.parts?.get(position)?.join(';') ?? ''),
      hasAny,
      twice,
    }),
    neverSeen: () => columns.filter((_, position) => seen[position] === false),
  };
}
