/** Where the records of a file without a header are, and what they hold. */
export interface TreeColumns {
  /** Their path; `undefined` where they stand at the top. */
  readonly records?: string;
  /** Paths within a record, in the order in which they come. */
  readonly columns: readonly string[];
}

/** What stands at one path of a file. */
export interface TreePath {
  readonly path: readonly string[];
  count: number;
  /** Whether a value stands there. */
  hasValue: boolean;
}

/** Deeper or more than these is no extract but an attempt to exhaust us. */
const DEEPEST = 16;
const MOST_PATHS = 2000;

/** Notes the paths of a file as they come. */
export interface TreeNotes {
  readonly open: (path: readonly string[]) => void;
  readonly value: (path: readonly string[]) => void;
  readonly paths: () => readonly TreePath[];
}

export function createTreeNotes(): TreeNotes {
  const found = new Map<string, TreePath>();
  const at = (path: readonly string[]): TreePath | undefined => {
    if (path.length > DEEPEST) return undefined;
    const key = path.join('/');
    let note = found.get(key);
    if (note === undefined && found.size < MOST_PATHS) {
      note = { path: [...path], count: 0, hasValue: false };
      found.set(key, note);
    }
    return note;
  };
  return {
    open: (path) => {
      const note = at(path);
      if (note !== undefined) note.count++;
    },
    value: (path) => {
      const note = at(path);
      if (note !== undefined) note.hasValue = true;
    },
    paths: () => [...found.values()],
  };
}

/** The values below a path, as paths from there. */
export function columnsBelow(notes: readonly TreePath[], path: readonly string[]): readonly string[] {
  return notes
    .filter(
      (note) =>
        note.hasValue && note.path.length > path.length && path.every((name, i) => note.path[i] === name),
    )
    .map((note) => note.path.slice(path.length).join('/'));
}
