import type { Column } from '../dialect/column.js';
import { ageFrom, ageFromSql } from '../facts/ages.js';
import { recordedOn, recordedOnSql } from '../facts/dates.js';
import { offenceClass } from '../facts/offence-choices.js';
import type { RecordFacts } from '../facts/record-facts.js';
import type { AgeBand, CellKey, Maturity } from '../model/cell.js';
import { type Day, isoMonth } from '../normalise/date.js';

export function ageBand(age: number | null): AgeBand {
  if (age === null) return 'unknown';
  if (age < 10) return '0-9';
  if (age < 13) return '10-12';
  if (age < 16) return '13-15';
  return age < 18 ? '16-17' : '18+';
}

export function maturity(recorded: Day | null, asAt: Day): Maturity {
  if (recorded === null) return 'unknown';
  const days = asAt - recorded;
  if (days < 28) return '0-27';
  return days < 91 ? '28-90' : '91+';
}

export function cellOf(record: RecordFacts, asAt: Day): CellKey {
  const recorded = record.get(recordedOn);
  return {
    force: record.text('force'),
    month: recorded === null ? null : isoMonth(recorded),
    offenceClass: record.get(offenceClass).value,
    ageBand: ageBand(record.get(ageFrom)),
    maturity: maturity(recorded, asAt),
  };
}

/** The SQL readings of {@link cellOf}'s parts that are no fact: the month, the age band and the maturity. */
export const cellSql = {
  month: {
    name: 'recorded_month',
    phase: 'measures',
    of: ({ get, sql }) => sql.monthText(get(recordedOnSql)),
  },
  ageBand: {
    name: 'age_band',
    phase: 'measures',
    of: ({ get }) => {
      const age = get(ageFromSql);
      return `CASE WHEN ${age} IS NULL THEN 'unknown' WHEN ${age} < 10 THEN '0-9' WHEN ${age} < 13 THEN '10-12' WHEN ${age} < 16 THEN '13-15' WHEN ${age} < 18 THEN '16-17' ELSE '18+' END`;
    },
  },
  maturity: (asAt: string): Column => ({
    name: 'maturity',
    phase: 'measures',
    of: ({ get, sql }) => {
      const days = sql.daysBetween(get(recordedOnSql), sql.day(asAt));
      return `CASE WHEN ${get(recordedOnSql)} IS NULL THEN 'unknown' WHEN ${days} < 28 THEN '0-27' WHEN ${days} < 91 THEN '28-90' ELSE '91+' END`;
    },
  }),
} as const satisfies Record<string, Column | ((asAt: string) => Column)>;
