import { ageFrom } from '../facts/ages.js';
import { recordedOn } from '../facts/dates.js';
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
