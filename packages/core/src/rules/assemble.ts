import { Papa } from '../vendor/papaparse.js';
import { MarkercheckError } from '../model/errors.js';
import type { OffenceEntry, Pack } from '../model/pack.js';
import type { Rule, RuleCases } from '../model/rule.js';
import { jsonDigest } from './json-digest.js';

/** The files of a pack's folder, parsed; the offence list is a CSV's text. */
export interface PackFiles {
  /** `pack.json` */
  readonly pack: Omit<
    Pack,
    'digest' | 'offences' | 'terms' | 'localMarkers' | 'sources' | 'rules' | 'revisions'
  > & {
    readonly offences: Omit<Pack['offences'], 'entries'>;
  };
  /** `lists/offence-codes.csv` */
  readonly offenceCodes: string;
  /** `lists/terms.json` */
  readonly terms: { readonly lists: Pack['terms'] };
  /** `lists/local-markers.json` */
  readonly localMarkers: { readonly kinds: Pack['localMarkers'] };
  /** `lists/sources.json` */
  readonly sources: { readonly sources: Pack['sources'] };
  /** `rules/*.json` */
  readonly rules: readonly (Rule & { readonly cases: RuleCases; readonly $schema?: string })[];
}

const YES_NO: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** Reads the offence list; throws `PACK_INVALID` with every cell that it cannot read. */
export function readOffenceList(csv: string): readonly OffenceEntry[] {
  const [header = [], ...rows] = Papa.parse<string[]>(csv, {
    header: false,
    skipEmptyLines: true,
    delimiter: ',',
  }).data;
  const faults: string[] = [];
  const seen = new Set<string>();
  const entries = rows.map((row, index) => {
    const cell = (column: string): string => row[header.indexOf(column)]?.trim() ?? '';
    const place = (column: string) => `offence-codes.csv row ${index + 2}, ${column}`;
    const fault = (column: string, expected: string) =>
      void faults.push(`${place(column)}: ${JSON.stringify(cell(column))} is not ${expected}`);
    const text = (column: string) => (cell(column) === '' ? null : cell(column));
    const age = (column: string) => {
      if (cell(column) === '') return null;
      if (!/^\d{1,3}$/.test(cell(column))) fault(column, 'an age or empty');
      return Number(cell(column));
    };
    const yesNo = (column: string) => YES_NO[cell(column)] ?? (fault(column, 'yes or no'), false);
    const oneOf = <const W extends string>(column: string, words: readonly [W, ...W[]]): W =>
      words.find((word) => word === cell(column)) ?? (fault(column, words.join(' or ')), words[0]);
    if (cell('code') === '' || seen.has(cell('code'))) fault('code', 'a code that stands in no other row');
    seen.add(cell('code'));
    return {
      code: cell('code'),
      level: oneOf('level', ['class', 'subcode']),
      parent: text('parent'),
      label: cell('label'),
      group: cell('group'),
      category: cell('category'),
      victimMin: age('victim_min_age'),
      victimMax: age('victim_max_age'),
      victimSex: text('victim_sex'),
      suspectMin: age('suspect_min_age'),
      suspectMax: age('suspect_max_age'),
      image: yesNo('image_offence'),
      exploitation: yesNo('exploitation_by_definition'),
      adultRelative: yesNo('adult_relative'),
      legacy: yesNo('legacy'),
      container: yesNo('container'),
      lawTo: text('law_to'),
      confidence: oneOf('confidence', ['high', 'medium', 'low']),
    };
  });
  if (faults.length > 0)
    throw new MarkercheckError('PACK_INVALID', 'The offence list cannot be used.', faults);
  return entries;
}

const REVISION_LENGTH = 12;

/** What decides how a rule judges: not its words, severity or cases. */
function revisionOf({ needs, effective, where, when, require }: Rule, listsDigest: string): string {
  return jsonDigest({ needs, effective, where: where ?? null, when, require, listsDigest }).slice(
    0,
    REVISION_LENGTH,
  );
}

/** Puts a pack's files together; its rules' cases stay outside the pack, because they do not change what it finds. */
export function assemblePack(files: PackFiles): {
  readonly pack: Pack;
  readonly cases: Readonly<Record<string, RuleCases>>;
} {
  const { $schema: _, ...head } = files.pack as PackFiles['pack'] & { readonly $schema?: string };
  const sorted = [...files.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lists = {
    offences: { ...head.offences, entries: readOffenceList(files.offenceCodes) },
    terms: files.terms.lists,
    localMarkers: files.localMarkers.kinds,
  };
  const listsDigest = jsonDigest(lists);
  const content = {
    ...head,
    ...lists,
    sources: files.sources.sources,
    rules: sorted.map(({ cases: _cases, $schema: _schema, ...rule }) => rule),
  };
  return {
    pack: {
      ...content,
      digest: jsonDigest(content),
      revisions: Object.fromEntries(sorted.map((rule) => [rule.id, revisionOf(rule, listsDigest)])),
    },
    cases: Object.fromEntries(sorted.map((rule) => [rule.id, rule.cases])),
  };
}
