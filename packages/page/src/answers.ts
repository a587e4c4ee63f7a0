import type { Answer, Assignable } from './protocol.js';

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** The value at a path, or what stands nearest above it. */
function at(profile: Json, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), profile);
}

/** Removes a place, and every object around it that is then empty. */
function removeAt(profile: Json, path: readonly string[]): void {
  const parent = at(profile, path.slice(0, -1));
  const key = path.at(-1);
  if (!isObject(parent) || key === undefined) return;
  Reflect.deleteProperty(parent, key);
  if (path.length > 1 && Object.keys(parent).length === 0) removeAt(profile, path.slice(0, -1));
}

function answerAt(profile: Json, path: readonly string[], answer: Answer): void {
  if (answer.kind === 'remove') {
    // Without merging there is no saying how suspects stand in the rows.
    removeAt(profile, path[0] === 'rows' ? ['rows'] : path);
    return;
  }
  if (answer.kind === 'codes') {
    const column = at(profile, path.slice(0, -2));
    if (!isObject(column)) return;
    column['set'] = [...answer.set];
    column['notSet'] = [...(column['notSet'] as string[]), ...answer.notSet];
    return;
  }
  const parent = at(profile, path.slice(0, -1));
  const key = path.at(-1);
  if (isObject(parent) && key !== undefined) parent[key] = answer.value;
}

export interface Answered {
  readonly path: readonly string[];
  readonly answer: Answer;
}

/** The proposed profile with the answers that were given, in its place; the proposal itself stays as it is. */
export function withAnswers(proposal: unknown, answers: readonly Answered[]): unknown {
  const profile = structuredClone(proposal) as Json;
  for (const { path, answer } of answers) answerAt(profile, path, answer);
  return profile;
}

/** What a person says that a column is: a field, with how its dates are written; `null` is none. */
export interface Reassigned {
  readonly column: string;
  readonly to: Assignable | null;
}

function reads(source: unknown, column: string): boolean {
  if (!isObject(source)) return source === column;
  return (
    source['column'] === column || (Array.isArray(source['columns']) && source['columns'].includes(column))
  );
}

function forget(sources: unknown, column: string): void {
  if (!isObject(sources)) return;
  for (const [name, source] of Object.entries(sources)) {
    if (reads(source, column)) Reflect.deleteProperty(sources, name);
  }
}

/** The profile with columns that are read as something else, or not at all. */
export function withColumns(profile: unknown, reassigned: readonly Reassigned[]): unknown {
  const changed = structuredClone(profile) as Json;
  const { fields, markers } = changed;
  if (!isObject(fields)) return changed;
  for (const { column } of reassigned) {
    forget(fields, column);
    if (isObject(markers)) forget(markers['columns'], column);
  }
  for (const { column, to } of reassigned) {
    if (to !== null) fields[to.field] = to.date === null ? column : { column, date: [...to.date] };
  }
  return changed;
}
