/** A place that columns are read from: the record itself, or an element, key or attribute within it. */
export interface PathNode {
  /** Its number among all places, the record's being 0. */
  readonly number: number;
  readonly children: ReadonlyMap<string, PathNode>;
  /** Names as the file has them, once they are looked up; `null` is read from nowhere. */
  readonly known: Map<string, PathNode | null>;
  /** The columns that are read here, by their position. */
  readonly here: readonly number[];
  /** The columns that are read somewhere below. */
  readonly below: readonly number[];
}

interface GrowingNode {
  readonly number: number;
  readonly children: Map<string, GrowingNode>;
  readonly known: Map<string, PathNode | null>;
  readonly here: number[];
  readonly below: number[];
}

const newNode = (number: number): GrowingNode => ({
  number,
  children: new Map(),
  known: new Map(),
  here: [],
  below: [],
});

const A_TO_Z = /[A-Z]+/g;

/** A name as it is compared: the case of A to Z makes no difference, as in a CSV header. */
export function bareCase(name: string): string {
  return name.replace(A_TO_Z, (letters) => letters.toLowerCase());
}

/** The names that a path goes through: `Victim/BirthDate` is a child of a child, `@id` an attribute. */
export function segmentsOf(path: string): readonly string[] {
  return path
    .split('/')
    .map((segment) => bareCase(segment.trim()))
    .filter((segment) => segment !== '');
}

/** The paths of all columns as one tree, so that a record is read in one pass. */
export function pathTree(columns: readonly string[]): PathNode {
  const root: GrowingNode = newNode(0);
  let nodes = 1;
  columns.forEach((column, position) => {
    let node = root;
    for (const segment of segmentsOf(column)) {
      node.below.push(position);
      let child = node.children.get(segment);
      if (child === undefined) {
        child = newNode(nodes++);
        node.children.set(segment, child);
      }
      node = child;
    }
    node.here.push(position);
  });
  return root;
}

/** A file has few names and many records; what has more names than this is not worth remembering. */
export const REMEMBERED = 1000;

/** The child of a place by the name that the file has for it. */
export function childOf(node: PathNode, name: string): PathNode | null {
  const known = node.known.get(name);
  if (known !== undefined) return known;
  const child = node.children.get(bareCase(name)) ?? null;
  if (node.known.size < REMEMBERED) node.known.set(name, child);
  return child;
}
