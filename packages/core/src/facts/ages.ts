import { type Column, valueColumn } from '../dialect/column.js';
import type { FieldName } from '../model/fields.js';
import { ageOn, ageSql } from '../normalise/age.js';
import type { Day } from '../normalise/date.js';
import { parseWholeNumber, wholeNumberSql } from '../normalise/whole-number.js';
import { bornOn, bornOnSql } from './born-on.js';
import { offenceFrom, offenceFromSql, offenceTo, offenceToSql, reportedOn, reportedOnSql } from './dates.js';
import { defineFact, type Fact, ofText } from './fact.js';
import type { RecordFacts } from './record-facts.js';

export const HIGHEST_AGE = 120;

export const victimAge = defineFact<'number'>({
  name: 'victimAge',
  kind: 'number',
  words: "the victim's age as recorded",
  reads: ['victimAge'],
  compute: ofText('victimAge', (text) => parseWholeNumber(text, HIGHEST_AGE)),
});

/** The recorded age is never used beside a usable date of birth. */
function ageAt(record: RecordFacts, day: Fact<Day | null>): number | null {
  const born = record.get(bornOn);
  if (born === null) return record.get(victimAge);
  const on = record.get(day);
  return on === null ? null : ageOn(born, on);
}

function ageLacks(record: RecordFacts): readonly FieldName[] {
  if (record.get(bornOn) === null) return ['victimBornOn', 'victimAge'];
  return record.text('offenceFrom') === '' ? ['offenceFrom'] : ['offenceFrom', 'offenceTo'];
}

const AGE_COLUMNS: readonly FieldName[] = ['victimBornOn', 'victimAge', 'offenceFrom', 'offenceTo'];

export const ageFrom = defineFact<'number'>({
  name: 'ageFrom',
  kind: 'number',
  words: "the victim's age on the first day of the offence",
  reads: AGE_COLUMNS,
  lacks: ageLacks,
  compute: (record) => ageAt(record, offenceFrom),
});

export const ageTo = defineFact<'number'>({
  name: 'ageTo',
  kind: 'number',
  words: "the victim's age on the last day of the offence",
  reads: AGE_COLUMNS,
  lacks: ageLacks,
  compute: (record) => ageAt(record, offenceTo),
});

export const ageReported = defineFact<'number'>({
  name: 'ageReported',
  kind: 'number',
  words: "the victim's age on the day of the report",
  reads: ['victimBornOn', 'reportedOn'],
  lacks: (record) => (record.get(bornOn) === null ? ['victimBornOn'] : ['reportedOn']),
  compute: (record) => {
    const born = record.get(bornOn);
    const reported = record.get(reportedOn);
    return born === null || reported === null ? null : ageOn(born, reported);
  },
});

export const victimAgeSql = valueColumn('victim_age', ({ text, sql }) =>
  wholeNumberSql(text('victimAge'), HIGHEST_AGE, sql),
);

function ageAtSql(name: string, day: Column): Column {
  return valueColumn(
    name,
    ({ get, sql }) =>
      `CASE WHEN ${get(bornOnSql)} IS NULL THEN ${get(victimAgeSql)} ELSE ${ageSql(get(bornOnSql), get(day), sql)} END`,
  );
}

export const ageFromSql = ageAtSql('age_from', offenceFromSql);
export const ageToSql = ageAtSql('age_to', offenceToSql);
export const ageReportedSql = valueColumn('age_reported', ({ get, sql }) =>
  ageSql(get(bornOnSql), get(reportedOnSql), sql),
);
