import { FIELD_NAMES, FIELDS, MARKERS, openQuestions, suggestFromHead } from '@markercheck/core';
import type { Looked } from '../protocol.js';
import { askedAs } from './asking.js';
import { controlFor, USUAL_DATES } from './controls.js';
import { FileFault, readHead } from './read-file.js';

/** So much of an extract is some thousand records: more would tell nothing new. */
const HEAD = 4 * 1024 * 1024;
/** What every canonical extract has. */
const ALWAYS = ['crimereference', 'offencecode'];

function plainName(file: string): string {
  return file.replace(/\.gz$/i, '').replace(/\.[^.]+$/, '');
}

/** Whether the canonical profile reads it: the key, the code and a marker by their names, and the records where it looks for them. */
function isCanonical(columns: readonly string[], profile: Readonly<Record<string, unknown>>): boolean {
  const names = new Set(columns.map((column) => column.toLowerCase()));
  const { records } = profile;
  const isAtRoot = records === undefined || (typeof records === 'string' && /^\/[^/]+\/[^/]+$/.test(records));
  return (
    isAtRoot &&
    ALWAYS.every((name) => names.has(name)) &&
    MARKERS.some((marker) => names.has(marker.toLowerCase()))
  );
}

/** Reads the head of an extract and proposes how to read it. */
export async function look(file: File): Promise<Looked> {
  const { bytes, isWhole } = await readHead(file, HEAD);
  const suggestion = suggestFromHead(file.name, bytes, { name: plainName(file.name), isWhole });
  const notices = suggestion.notices.map(({ problem, done }) => `${problem}; ${done}`);
  if (suggestion.columns.length === 0 || suggestion.rows === 0) {
    throw new FileFault(notices[0] ?? 'it has no records');
  }
  const columns = suggestion.columns.map(({ column }) => column);
  const canonical = isCanonical(columns, suggestion.profile);
  const names = new Set(columns.map((column) => column.toLowerCase()));
  return {
    file: file.name,
    format: suggestion.format,
    encoding: suggestion.encoding,
    rows: suggestion.rows,
    isCanonical: canonical,
    columns: suggestion.columns,
    missing: canonical ? FIELD_NAMES.filter((name) => !names.has(name.toLowerCase())) : suggestion.missing,
    assignable: FIELDS.filter(({ type }) => type !== 'marker').map(({ name, type }) => ({
      field: name,
      date: type === 'date' ? USUAL_DATES : null,
    })),
    notices,
    questions: canonical
      ? []
      : openQuestions(suggestion.profile).map(({ path, question }) => {
          const control = controlFor(path, question, columns);
          return { path, question: askedAs(suggestion.profile, path, question, control), control };
        }),
    profile: suggestion.profile,
  };
}
