import { FIELDS, type FieldDefinition, type FieldName } from '../../model/fields.js';
import { bareName, editDistance } from '../nearest.js';

/** What systems write for a word, and the word. */
const WORDS: Readonly<Record<string, string>> = {
  dt: 'date',
  dte: 'date',
  dttm: 'date',
  datetime: 'date',
  vic: 'victim',
  vict: 'victim',
  aggrieved: 'victim',
  agg: 'victim',
  ip: 'victim',
  inj: 'victim',
  injured: 'victim',
  complainant: 'victim',
  occ: 'occurrence',
  susp: 'suspect',
  offender: 'suspect',
  accused: 'suspect',
  no: 'number',
  num: 'number',
  nbr: 'number',
  ref: 'reference',
  cd: 'code',
  ind: 'flag',
  indicator: 'flag',
  yn: 'flag',
  marker: 'flag',
  flg: 'flag',
  gender: 'sex',
  dob: 'birth',
  born: 'birth',
  birthdate: 'birth',
  cr: 'crime',
  off: 'offence',
  offnce: 'offence',
  eth: 'ethnicity',
  ethnic: 'ethnicity',
  nat: 'nationality',
  rep: 'report',
  rpt: 'report',
  rptd: 'report',
  reported: 'report',
  rec: 'record',
  recd: 'record',
  recorded: 'record',
  comm: 'committed',
  total: 'number',
  count: 'number',
  desc: 'description',
  txt: 'text',
};

/** Words that make no difference to what a column is. */
const EMPTY_WORDS = new Set([
  'of',
  'the',
  'on',
  'at',
  'in',
  'time',
  'is',
  'has',
  'text',
  'id',
  'value',
  'party',
]);

/** Whose it is, or of what step: a column of one is never a field of another. */
const ROLES = new Set([
  'victim',
  'suspect',
  'witness',
  'officer',
  'oic',
  'informant',
  'reporter',
  'caller',
  'arrest',
  'charge',
  'custody',
  'updated',
  'modified',
  'printed',
  'extracted',
  'loaded',
  'export',
  'review',
  'due',
  'supervisor',
  'transferred',
]);

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') && word.length > 3 ? word.slice(0, -1) : word;
}

/** The words of a column's name, each in one form: `Dt_Recorded` and `dateRecorded` are date and recorded. */
export function nameWords(name: string): ReadonlySet<string> {
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  const words = new Set(parts.map((part) => WORDS[part] ?? WORDS[singular(part)] ?? singular(part)));
  const kept = [...words].filter((word) => !EMPTY_WORDS.has(word));
  // A birth has a date; a column that is called by one of them is not called by the other.
  return new Set(kept.includes('birth') ? kept.filter((word) => word !== 'date') : kept);
}

interface KnownName {
  readonly bare: string;
  readonly words: ReadonlySet<string>;
  readonly isDate: boolean;
}

const KNOWN: ReadonlyMap<FieldName, readonly KnownName[]> = new Map(
  FIELDS.map((field: FieldDefinition) => [
    field.name as FieldName,
    [field.name, ...field.usualNames].map((name) => ({
      bare: bareName(name),
      words: nameWords(name),
      isDate: field.type === 'date',
    })),
  ]),
);

function includesAll(all: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
  return [...some].every((word) => all.has(word));
}

function areEqual(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size > 0 && left.size === right.size && includesAll(left, right);
}

function withoutDate(words: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => word !== 'date'));
}

function scoreOf(bare: string, words: ReadonlySet<string>, known: KnownName): number {
  if (bare === known.bare) return 1;
  if ([...words].some((word) => ROLES.has(word) && !known.words.has(word))) return 0;
  if (areEqual(words, known.words)) return 0.95;
  // A date is one whether its name says so or not.
  if (known.isDate && areEqual(withoutDate(words), withoutDate(known.words))) return 0.9;
  const telling = known.isDate ? withoutDate(known.words) : known.words;
  if (telling.size > 0 && known.words.size > 1 && includesAll(words, telling)) {
    return 0.5 + 0.3 * (telling.size / words.size);
  }
  const typos = bare.length >= 9 ? 2 : bare.length >= 6 ? 1 : 0;
  if (Math.abs(bare.length - known.bare.length) > typos) return 0;
  return typos > 0 && editDistance(bare, known.bare) <= typos ? 0.6 : 0;
}

/** From here on a name says of itself what the column is. */
export const CLEAR_NAME = 0.9;

interface ReadName {
  readonly column: string;
  readonly bare: string;
  readonly words: ReadonlySet<string>;
}

/** Names longer than this are no names; their beginning is enough to say so. */
const LONGEST_NAME = 200;

let last: ReadName | null = null;

/** The last name is remembered: every field asks for it in turn. */
function readName(column: string): ReadName {
  if (last?.column !== column) {
    const name = column.slice(0, LONGEST_NAME);
    last = { column, bare: bareName(name), words: nameWords(name) };
  }
  return last;
}

/** How well a column's name fits a field, from 0 (not at all) to 1 (it is one of its names). */
export function nameScore(column: string, field: FieldName): number {
  const { bare, words } = readName(column);
  return Math.max(0, ...(KNOWN.get(field) ?? []).map((known) => scoreOf(bare, words, known)));
}

/** The fields that a column's name may stand for, the likeliest first. */
export function fieldsByName(
  column: string,
): readonly { readonly field: FieldName; readonly score: number }[] {
  return FIELDS.map(({ name }) => ({ field: name, score: nameScore(column, name) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
}
