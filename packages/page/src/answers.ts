import type { Answer } from './protocol.js';

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
  // oxlint-disable-next-line no-dynamic-delete -- the key is one that the profile has
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
