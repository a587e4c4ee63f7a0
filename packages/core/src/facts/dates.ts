import { type Column, valueColumn } from '../dialect/column.js';
import type { FieldName } from '../model/fields.js';
import { dateSql, type Day, parseDate } from '../normalise/date.js';
import { defineFact, ofText, privateFact } from './fact.js';

function dateCell(field: FieldName, words: string) {
  return defineFact<'day'>({
    name: field,
    kind: 'day',
    words,
    reads: [field],
    compute: ofText(field, parseDate),
  });
}

export const recordedOn = dateCell('recordedOn', 'the day of recording');
export const reportedOn = dateCell('reportedOn', 'the day of the report');

interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

const fromCell = ofText('offenceFrom', parseDate);
const toCell = ofText('offenceTo', parseDate);

/** An empty last day is the first; a period that ends before it begins is no period. */
export const offencePeriod = privateFact((record): Period => {
  const from = fromCell(record);
  const to = record.text('offenceTo') === '' ? from : toCell(record);
  return from !== null && to !== null && to < from ? { from: null, to: null } : { from, to };
});

export const offenceFrom = defineFact<'day'>({
  name: 'offenceFrom',
  kind: 'day',
  words: 'the first day of the offence',
  reads: ['offenceFrom', 'offenceTo'],
  lacks: (record) => (record.text('offenceFrom') === '' ? ['offenceFrom'] : ['offenceFrom', 'offenceTo']),
  compute: (record) => record.get(offencePeriod).from,
});

export const offenceTo = defineFact<'day'>({
  name: 'offenceTo',
  kind: 'day',
  words: 'the last day of the offence',
  reads: ['offenceFrom', 'offenceTo'],
  lacks: (record) => (record.text('offenceTo') === '' ? ['offenceFrom'] : ['offenceFrom', 'offenceTo']),
  compute: (record) => record.get(offencePeriod).to,
});

/** The SQL reading of a cell with a date. */
export function dateCellSql(name: string, field: FieldName): Column {
  return valueColumn(name, ({ text, sql }) => dateSql(text(field), sql));
}

export const recordedOnSql = dateCellSql('recorded_on', 'recordedOn');
export const reportedOnSql = dateCellSql('reported_on', 'reportedOn');

const fromCellSql = dateCellSql('offence_from_cell', 'offenceFrom');
const toCellSql = dateCellSql('offence_to_cell', 'offenceTo');
const lastDaySql = valueColumn(
  'offence_last_day',
  ({ get, text }) =>
    `CASE WHEN ${text('offenceTo')} = '' THEN ${get(fromCellSql)} ELSE ${get(toCellSql)} END`,
);

function boundOfPeriodSql(name: string, bound: Column): Column {
  return valueColumn(
    name,
    ({ get }) => `CASE WHEN ${get(lastDaySql)} < ${get(fromCellSql)} THEN NULL ELSE ${get(bound)} END`,
  );
}

export const offenceFromSql = boundOfPeriodSql('offence_from', fromCellSql);
export const offenceToSql = boundOfPeriodSql('offence_to', lastDaySql);
