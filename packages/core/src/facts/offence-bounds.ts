import { type Column, valueColumn } from '../dialect/column.js';
import type { OffenceEntry } from '../model/pack.js';
import { parseDate } from '../normalise/date.js';
import { defineFact } from './fact.js';
import { entrySql, offence, OFFENCE_COLUMNS, offenceLacks, offenceStatusSql } from './offence.js';

function bound(name: string, words: string, ofEntry: (entry: OffenceEntry) => number | null) {
  return defineFact<'number'>({
    name,
    kind: 'number',
    words,
    reads: OFFENCE_COLUMNS,
    lacks: offenceLacks,
    compute: (record) => {
      const of = record.get(offence);
      return of.status === 'listed' ? ofEntry(of.entry) : null;
    },
  });
}

export const victimMin = bound(
  'victimMin',
  "the offence's lowest age of a victim",
  (entry) => entry.victimMin,
);
export const victimMax = bound(
  'victimMax',
  "the offence's highest age of a victim",
  (entry) => entry.victimMax,
);

/** An offence without a bound for suspects takes every age that can be read. */
export const suspectMin = bound(
  'suspectMin',
  "the offence's lowest age of a suspect",
  (entry) => entry.suspectMin ?? 0,
);
export const suspectMax = bound(
  'suspectMax',
  "the offence's highest age of a suspect",
  (entry) => entry.suspectMax ?? 120,
);

export const listedVictimSex = defineFact<'word'>({
  name: 'listedVictimSex',
  kind: 'word',
  words: 'the sex that the offence sets for the victim',
  reads: OFFENCE_COLUMNS,
  lacks: offenceLacks,
  compute: (record) => {
    const of = record.get(offence);
    return of.status === 'listed' ? of.entry.victimSex : null;
  },
});

export const lawTo = defineFact<'day'>({
  name: 'lawTo',
  kind: 'day',
  words: 'the last day of the law of the offence',
  reads: OFFENCE_COLUMNS,
  lacks: offenceLacks,
  compute: (record) => {
    const of = record.get(offence);
    return of.status === 'listed' && of.entry.lawTo !== null ? parseDate(of.entry.lawTo) : null;
  },
});

export const victimMinSql = entrySql('victim_min');
export const victimMaxSql = entrySql('victim_max');

function suspectBoundSql(name: string, column: string, without: number): Column {
  return valueColumn(
    name,
    ({ get }) =>
      `CASE WHEN ${get(offenceStatusSql)} = 'listed' THEN coalesce(${get(entrySql(column))}, ${without}) END`,
  );
}

export const suspectMinSql = suspectBoundSql('suspect_min', 'suspect_min', 0);
export const suspectMaxSql = suspectBoundSql('suspect_max', 'suspect_max', 120);
export const listedVictimSexSql = entrySql('victim_sex');
export const lawToSql = entrySql('law_to');
