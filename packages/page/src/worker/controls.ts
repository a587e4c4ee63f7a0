import { FIELDS, type FieldDefinition, FORCES, MARKERS } from '@markercheck/core';
import type { Answer, Control, Option } from '../protocol.js';
import { offersIn } from './offers.js';

const set = (label: string, value: unknown): Option => ({ label, answer: { kind: 'set', value } });
const remove = (label: string): Option => ({ label, answer: { kind: 'remove' } satisfies Answer });
const choice = (options: readonly Option[]): Control => ({ kind: 'choice', options });

/** The texts that a question quotes as JSON. */
function quoted(question: string): readonly string[] {
  return [...question.matchAll(/"(?:[^"\\]|\\.)*"/g)].flatMap(([text]) => {
    try {
      return [JSON.parse(text) as string];
    } catch {
      return [];
    }
  });
}

/** How dates are usually written, where the extract shows none. */
export const USUAL_DATES = [
  'DD/MM/YYYY',
  'DD/MM/YYYY HH:mm',
  'DD/MM/YYYY HH:mm:ss',
  'YYYY-MM-DD',
  'YYYY-MM-DD HH:mm:ss',
];

/** What a question about dates offers: a format, or a list of formats. */
function dateFormats(question: string): readonly Option[] {
  if (question.includes('such as')) return USUAL_DATES.map((format) => set(format, format));
  const [, offers = ''] = question.split(/\bwrite /);
  return [...offers.matchAll(/\[[^\]]*\]|"[^"]*"/g)].map(([json]) => {
    const value = JSON.parse(json) as string | readonly string[];
    return set(typeof value === 'string' ? value : value.join(' or '), value);
  });
}

/** How a source is named to a person. */
function sourceWords(source: unknown): string {
  if (typeof source === 'string') return source;
  const { column, date } = source as { readonly column?: string; readonly date?: string | readonly string[] };
  const written = date === undefined ? '' : `, dates written ${[date].flat().join(' or ')}`;
  return `${column ?? JSON.stringify(source)}${written}`;
}

/** A question that offers how a field is read: yes or no, or one of several columns. */
function offered(question: string): Control | null {
  const offers = offersIn(question);
  if (offers === null) return null;
  const [first, ...others] = offers.values;
  if (!offers.rest.startsWith(' if so') && !question.includes(' if so')) {
    return choice([...offers.values.map((value) => set(sourceWords(value), value)), remove('None of them')]);
  }
  const [otherwise] = others;
  return choice([set('Yes', first), otherwise === undefined ? remove('No') : set('No', otherwise)]);
}

function wordsOf(field: string): readonly string[] {
  const definition: FieldDefinition | undefined = FIELDS.find(({ name }) => name === field);
  return definition?.words ?? [];
}

const FORCE: Control = choice([
  ...FORCES.filter(({ territorial }) => territorial).map(({ short, code }) =>
    set(`${short} (${code})`, code),
  ),
  remove('None, or several: leave it out'),
]);

const BLANK: Control = choice([
  set('Not set: the system exports every marker of every crime', 'not-set'),
  set('Unknown: nobody can promise that', 'unknown'),
]);

const OTHER_CODES: Control = choice([
  set('They are no Home Office markers: pass over them', 'ignore'),
  set('They are local markers: keep them', 'local'),
  set('Nobody can say', 'unknown'),
]);

const MERGE: Control = choice([
  set('Rows of one crime, which stand next to each other', 'adjacent'),
  set('Rows of one crime, anywhere (holds all records in memory)', 'anywhere'),
  remove('Each row is a crime of its own'),
]);

function suspectRows(columns: readonly string[]): Control {
  return choice([
    set('Each row is another suspect', 'one-a-row'),
    set('Every row has all of them', 'repeated'),
    ...columns.map((column) => set(`The column ${column} tells them apart`, { key: column })),
  ]);
}

function fieldControl(
  [field = '', part, code]: readonly string[],
  question: string,
  columns: readonly string[],
): Control {
  if (part === 'date') {
    const formats = dateFormats(question);
    return formats.length > 0 ? choice(formats) : { kind: 'text' };
  }
  if (part === 'values' && code !== undefined) {
    return choice([...wordsOf(field).map((word) => set(word, word)), set('not recorded', '')]);
  }
  const proposed = part === undefined ? offered(question) : null;
  if (proposed !== null) return proposed;
  const rivals = quoted(question).filter((name) => columns.includes(name));
  if (part === undefined && question.startsWith('which column') && rivals.length > 0) {
    return choice([...rivals.map((name) => set(name, name)), remove('None of them')]);
  }
  return { kind: 'text' };
}

/** How a question of a proposed profile is asked on the page. What has no closed set of answers is a text. */
export function controlFor(path: readonly string[], question: string, columns: readonly string[]): Control {
  const [top, second, third, fourth] = path;
  if (top === 'fields') return fieldControl(path.slice(1), question, columns);
  if (top === 'constants' && second === 'force') return FORCE;
  if (top === 'rows') return second === 'merge' ? MERGE : suspectRows(columns);
  if (top === 'markers' && second === 'blank') return BLANK;
  if (top === 'markers' && second === 'otherCodes') return OTHER_CODES;
  if (top === 'markers' && second === 'codes' && third !== undefined) {
    const likely = MARKERS.filter((marker) => question.includes(`the marker ${marker}?`));
    const others = MARKERS.filter((marker) => !likely.includes(marker));
    return choice([
      ...likely.map((marker) => set(marker, marker)),
      set('No Home Office marker', null),
      ...others.map((marker) => set(marker, marker)),
    ]);
  }
  if (top === 'markers' && second === 'columns' && fourth === 'set') {
    const [, codes = ''] = question.split(' holds ');
    return { kind: 'codes', codes: quoted(codes.split(': which of them')[0] ?? '') };
  }
  return { kind: 'text' };
}
