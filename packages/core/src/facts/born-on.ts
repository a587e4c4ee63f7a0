import { allOfSql, anyOfSql, notSql, truthColumn, valueColumn } from '../dialect/column.js';
import type { FieldName } from '../model/fields.js';
import { FALSE, TRUE, UNKNOWN } from '../model/truth.js';
import { ageOn, ageSql } from '../normalise/age.js';
import { calendarDate, type Day, parseDate } from '../normalise/date.js';
import { isChosen, isChosenSql } from './choice.js';
import {
  dateCellSql,
  offenceFromSql,
  offencePeriod,
  offenceToSql,
  recordedOn,
  recordedOnSql,
  reportedOn,
  reportedOnSql,
} from './dates.js';
import { defineFact, ofText, privateFact } from './fact.js';
import { category, categorySql } from './offence-choices.js';
import type { RecordFacts } from './record-facts.js';

const LAST_IMPLAUSIBLE_YEAR = 1900;
const HIGHEST_AGE = 110;

export const bornOnCell = privateFact<Day | null>(ofText('victimBornOn', parseDate));

/** Whether some date of the record shows that this date of birth is a placeholder or impossible. */
function isImplausible(record: RecordFacts, born: Day): boolean {
  if (calendarDate(born).year <= LAST_IMPLAUSIBLE_YEAR) return true;
  const recorded = record.get(recordedOn);
  if (recorded !== null && recorded < born) return true;
  const { from, to } = record.get(offencePeriod);
  if (to !== null && to < born) return true;
  if (from !== null && ageOn(born, from) > HIGHEST_AGE) return true;
  if (born !== recorded && born !== record.get(reportedOn)) return false;
  // Born on the day of the record: a default of the system, unless the offence is, or may be, one against a newborn.
  return isChosen(record.get(category), record.surroundings.newborn) === FALSE;
}

const implausible = privateFact((record): boolean => {
  const born = record.get(bornOnCell);
  return born !== null && isImplausible(record, born);
});

/** A date of birth that is not plausible is unknown for every rule. */
export const bornOn = defineFact<'day'>({
  name: 'bornOn',
  kind: 'day',
  words: "the victim's date of birth",
  reads: ['victimBornOn'],
  compute: (record) => (record.get(implausible) ? null : record.get(bornOnCell)),
});

const DATES_TO_JUDGE_BY: readonly FieldName[] = ['victimBornOn', 'offenceTo', 'offenceFrom', 'recordedOn'];

export const bornOnPlausible = defineFact<'truth'>({
  name: 'bornOnPlausible',
  kind: 'truth',
  words: "the victim's date of birth is plausible",
  negated: "the victim's date of birth is a placeholder or cannot be true",
  reads: DATES_TO_JUDGE_BY,
  lacks: (record) => (record.get(bornOnCell) === null ? ['victimBornOn'] : ['offenceFrom', 'recordedOn']),
  compute: (record) => {
    if (record.get(bornOnCell) === null) return UNKNOWN;
    if (record.get(implausible)) return FALSE;
    return record.get(offencePeriod).to === null && record.get(recordedOn) === null ? UNKNOWN : TRUE;
  },
});

const bornOnCellSql = dateCellSql('born_on_cell', 'victimBornOn');

/** Two-valued: a clause that lacks a date shows nothing. */
const implausibleSql = truthColumn('born_on_implausible', ({ get, sql, pack }) => {
  const born = get(bornOnCellSql);
  const recorded = get(recordedOnSql);
  const from = get(offenceFromSql);
  const isDefault = anyOfSql([`${born} = ${recorded}`, `${born} = ${get(reportedOnSql)}`]);
  return sql.surely(
    anyOfSql([
      `${sql.year(born)} <= ${LAST_IMPLAUSIBLE_YEAR}`,
      `${recorded} < ${born}`,
      `${get(offenceToSql)} < ${born}`,
      `${ageSql(born, from, sql)} > ${HIGHEST_AGE}`,
      allOfSql([isDefault, notSql(isChosenSql(categorySql, pack.offences.newborn, { get, sql, pack }))]),
    ]),
  );
});

export const bornOnSql = valueColumn(
  'born_on',
  ({ get }) => `CASE WHEN ${get(implausibleSql)} THEN NULL ELSE ${get(bornOnCellSql)} END`,
);

export const bornOnPlausibleSql = truthColumn('born_on_plausible', ({ get, sql }) =>
  sql.cases(
    [
      [`${get(bornOnCellSql)} IS NULL`, sql.always.unknown],
      [get(implausibleSql), sql.always.false],
      [`${get(offenceToSql)} IS NULL AND ${get(recordedOnSql)} IS NULL`, sql.always.unknown],
    ],
    sql.always.true,
  ),
);
