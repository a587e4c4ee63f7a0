import { own } from './own.js';
import { childOf, type PathNode, pathTree } from './paths.js';

/** Makes the cells of one record after the other out of what opens and closes in it. */
export interface RecordBuilder {
  /** The record itself, below which columns are read. */
  readonly root: PathNode;
  readonly start: () => void;
  /** Where it stands; `null` within things that no column is read from. */
  readonly here: () => PathNode | null;
  /** Something opens that is found here. `isItem`: one of several on purpose, such as an item of a list. */
  readonly open: (node: PathNode | null, isItem: boolean) => void;
  readonly text: (text: string) => void;
  readonly attribute: (name: string, value: string) => void;
  readonly close: () => void;
  /** Opens and closes something with a text and nothing else in it. */
  readonly leaf: (node: PathNode | null, text: string, isItem: boolean) => void;
  readonly end: () => BuiltRecord;
  /** Takes the record back: somebody else reads it from its start. */
  readonly abandon: () => void;
  /** The columns that no record had so far. */
  readonly neverSeen: () => readonly string[];
  /** Notes the columns of records that were built elsewhere. */
  readonly sawAllBut: (lacking: readonly string[]) => void;
}

export interface BuiltRecord {
  readonly cells: readonly string[];
  /** Whether it has any of the columns. */
  readonly hasAny: boolean;
  /** A column whose key stands twice in one object, so that nobody can tell which counts. */
  readonly twice: string | null;
}

/** The texts of the columns by their position, those of several places joined; `undefined` was not found. */
type Parts = (string | undefined)[];

interface Frame {
  readonly node: PathNode;
  readonly number: number;
  text: string;
  isFilled: boolean;
  /** What was found for the columns below, each time its parent stood there. */
  parts: Parts | null;
}

/**
 * What the text of a thing is. `mixed`: all text within it, as in XML. `own`: its value alone, as in
 * JSON, where an object has none.
 */
export type Content = 'mixed' | 'own';

/**
 * What stands several times in a record is joined with `;`. Where a thing stands several times and
 * lacks a column, its part is empty: the ages, ethnicities and nationalities of suspects have to stay
 * in step, and one that is missing has to be seen.
 */
export function createRecordBuilder(columns: readonly string[], content: Content): RecordBuilder {
  const root = pathTree(columns);
  const isMixed = content === 'mixed';
  const nothing: Parts = columns.map(() => undefined);
  /** The record, by the number of its frame, that each column was found in first; 0 for none. */
  const seenIn = columns.map(() => 0);
  const open: Frame[] = [];
  /** By its number, the thing in which each place was opened last. */
  const openedIn: number[] = [];
  let frames = 0;
  /** How deep within things that no column is read from. */
  let ignored = 0;
  let record = frameOf(root);
  let top = record;
  let hasAny = false;
  let twice: string | null = null;

  function frameOf(node: PathNode): Frame {
    return { node, number: ++frames, text: '', isFilled: isMixed, parts: null };
  }

  function fill(frame: Frame, text: string): void {
    if (frame.node.here.length > 0) frame.text += text;
    frame.isFilled = true;
  }

  function fillAll(text: string): void {
    for (const frame of open) fill(frame, text);
  }

  function add(frame: Frame, position: number, text: string): void {
    frame.parts ??= nothing.slice();
    const before = frame.parts[position];
    frame.parts[position] = before === undefined ? text : `${before};${text}`;
  }

  function found(frame: Frame, position: number, text: string): void {
    hasAny = true;
    if (seenIn[position] === 0) seenIn[position] = record.number;
    add(frame, position, text);
  }

  function note(node: PathNode): void {
    if (openedIn[node.number] === top.number) twice ??= columns[node.here[0] ?? node.below[0] ?? 0] ?? null;
    openedIn[node.number] = top.number;
  }

  return {
    root,
    start: () => {
      open.length = 0;
      ignored = 0;
      record = frameOf(root);
      top = record;
      hasAny = false;
      twice = null;
    },
    here: () => (ignored > 0 ? null : top.node),
    open: (node, isItem) => {
      if (node === null || ignored > 0) {
        ignored++;
        return;
      }
      if (!isItem) note(node);
      top = frameOf(node);
      open.push(top);
    },
    text: (text) => {
      if (isMixed) fillAll(text);
      else if (ignored === 0) fill(top, text);
    },
    attribute: (name, value) => {
      const node = ignored > 0 ? null : childOf(top.node, `@${name}`);
      for (const position of node?.here ?? []) found(top, position, value);
    },
    close: () => {
      if (ignored > 0) {
        ignored--;
        return;
      }
      const frame = open.pop();
      if (frame === undefined) return;
      top = open.at(-1) ?? record;
      for (const position of frame.node.here) {
        if (frame.isFilled) found(top, position, frame.text);
        else add(top, position, '');
      }
      for (const position of frame.node.below) add(top, position, frame.parts?.[position] ?? '');
    },
    leaf: (node, text, isItem) => {
      if (isMixed && open.length > 0) fillAll(text);
      if (node === null || ignored > 0) return;
      if (!isItem) note(node);
      for (const position of node.here) found(top, position, text);
      for (const position of node.below) add(top, position, '');
    },
    end: () => ({
      cells: (record.parts ?? nothing).map((text) => (text === undefined ? '' : own(text))),
      hasAny,
      twice,
    }),
    abandon: () => {
      for (let i = 0; i < seenIn.length; i++) if (seenIn[i] === record.number) seenIn[i] = 0;
    },
    sawAllBut: (lacking) => {
      columns.forEach((column, i) => {
        if (seenIn[i] === 0 && !lacking.includes(column)) seenIn[i] = record.number;
      });
    },
    neverSeen: () => columns.filter((_, position) => seenIn[position] === 0),
  };
}
