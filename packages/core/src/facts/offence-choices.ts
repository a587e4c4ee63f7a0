import type { OffenceEntry } from '../model/pack.js';
import { type Choice, defineFact } from './fact.js';
import {
  classCell,
  codeCell,
  codeEntry,
  mixedCategories,
  offence,
  OFFENCE_COLUMNS,
  offenceLacks,
} from './offence.js';
import type { RecordFacts } from './record-facts.js';

const NONE: Choice = { value: null, certain: true };
const ANY: Choice = { value: null, certain: false };

const CERTAIN = new Map<string, Choice>();

/** The same word is the same object, so that a record costs no allocation. */
function certain(value: string): Choice {
  let choice = CERTAIN.get(value);
  if (choice === undefined) {
    choice = { value, certain: true };
    CERTAIN.set(value, choice);
  }
  return choice;
}

/** A choice that is the entry's where the offence is listed, none outside the list and open where the offence is unknown. */
function ofOffence(
  name: string,
  words: string,
  ofEntry: (entry: OffenceEntry, record: RecordFacts) => Choice,
) {
  return defineFact<'choice'>({
    name,
    kind: 'choice',
    words,
    reads: OFFENCE_COLUMNS,
    lacks: offenceLacks,
    compute: (record) => {
      const of = record.get(offence);
      if (of.status === 'listed') return ofEntry(of.entry, record);
      return of.status === 'outside' ? NONE : ANY;
    },
  });
}

export const category = ofOffence('category', "the offence's category", (entry, record) => {
  const possible = mixedCategories(record, entry);
  return possible === undefined ? certain(entry.category) : { value: null, certain: false, possible };
});

export const group = ofOffence('group', "the offence's group", (entry) => certain(entry.group));

export const listConfidence = ofOffence('listConfidence', "the list's confidence in the entry", (entry) =>
  certain(entry.confidence),
);

/** A code or class that is known is one even where the offence behind it is not: it then proves a match, never a difference. */
function ofText(record: RecordFacts, value: string | null): Choice {
  if (record.get(offence).status !== 'unknown') return value === null ? NONE : certain(value);
  return { value, certain: false };
}

export const code = defineFact<'choice'>({
  name: 'code',
  kind: 'choice',
  words: 'the offence code',
  reads: OFFENCE_COLUMNS,
  lacks: offenceLacks,
  compute: (record) => {
    const of = record.get(offence);
    return ofText(record, of.status === 'listed' ? of.entry.code : of.code);
  },
});

/** The class of a record, from the surest source to the least. */
function classOf(record: RecordFacts): string | null {
  const entry = record.get(codeEntry);
  if (entry?.level === 'subcode' && entry.parent !== null) return entry.parent;
  if (entry?.level === 'class') return entry.code;
  const cls = record.get(classCell);
  if (cls.kind === 'class') return cls.code;
  const read = record.get(codeCell);
  if (read.kind === 'class') return read.code;
  return read.kind === 'subcode' ? String(read.number) : null;
}

export const offenceClass = defineFact<'choice'>({
  name: 'class',
  kind: 'choice',
  words: 'the class of the offence',
  reads: OFFENCE_COLUMNS,
  lacks: offenceLacks,
  compute: (record) => ofText(record, classOf(record)),
});
