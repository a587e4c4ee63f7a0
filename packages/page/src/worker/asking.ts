import { type FieldDefinition, FIELDS } from '@markercheck/core';
import type { Control } from '../protocol.js';

/** Questions that are asked in words of the page's own, by where they stand. */
const ASKED: Readonly<Record<string, string>> = {
  'constants/force': 'Which force is it? Comparisons between forces need it.',
  'markers/blank': 'What does an empty marker cell mean? Many systems export only the markers that are set.',
  'rows/merge': 'Several rows have the same crime reference. What are they?',
  'rows/suspects': 'How do the suspects of a crime stand in its rows?',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The column that a place of the profile reads, so that a question says what it is about. */
function columnAt(profile: unknown, path: readonly string[]): string | null {
  const [top, second, third] = path;
  const of = (value: unknown, key: string | undefined): unknown =>
    typeof value === 'object' && value !== null && key !== undefined
      ? (value as Readonly<Record<string, unknown>>)[key]
      : undefined;
  const source =
    top === 'fields'
      ? of(of(profile, top), second)
      : second === 'columns'
        ? of(of(of(profile, top), second), third)
        : of(profile, top);
  const column = of(source, 'column');
  return typeof column === 'string' ? column : null;
}

function meaningOf(field = ''): string {
  const definition: FieldDefinition | undefined = FIELDS.find(({ name }) => name === field);
  return definition?.meaning ?? field;
}

/** A question in the words of the page: those of the profile tell what to write into JSON, and a form has buttons for that. */
export function askedAs(
  profile: unknown,
  path: readonly string[],
  question: string,
  control: Control,
): string {
  const own = ASKED[path.slice(0, 2).join('/')];
  if (own !== undefined) return own;
  const column = columnAt(profile, path);
  const about = column === null ? '' : `Column ${column}: `;
  if (control.kind === 'text') return `${about}${capital(question)}${/[.?]$/.test(question) ? '' : '.'}`;
  if (path.includes('date')) {
    const [what = ''] = question.split(/[:.;] (?:then )?write |, then write /);
    return `${about}${capital(what)}. How are its dates written?`;
  }
  const [short = ''] = question.split('?');
  if (/^which (of the columns|column)/.test(question)) return `${meaningOf(path[1])} Which column is it?`;
  return `${about}${about === '' ? capital(short) : short}?`;
}
