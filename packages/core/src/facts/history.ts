import { allOfSql, type Column, notSql, truthColumn, valueColumn } from '../dialect/column.js';
import type { Extreme } from '../dialect/dialect.js';
import { MARKERS, type Marker } from '../model/markers.js';
import { and, FALSE, not, type Truth, TRUE, truthOf, UNKNOWN } from '../model/truth.js';
import { type Day, parseDate } from '../normalise/date.js';
import { eventPrefix, HISTORY_PATTERN, type MarkerEvent, readHistory } from '../normalise/history.js';
import { parseWholeNumber, wholeNumberSql } from '../normalise/whole-number.js';
import { dateCellSql } from './dates.js';
import { defineFact, ofText, privateFact } from './fact.js';
import { markers, markersSql } from './markers.js';
import type { RecordFacts } from './record-facts.js';

const HIGHEST_OUTCOME = 22;

export const history = privateFact<readonly MarkerEvent[] | null>(ofText('markerHistory', readHistory));

export const closedOn = defineFact<'day'>({
  name: 'closedOn',
  kind: 'day',
  words: 'the day of the outcome',
  reads: ['outcomeOn'],
  compute: ofText('outcomeOn', parseDate),
});

export const closed = defineFact<'truth'>({
  name: 'closed',
  kind: 'truth',
  words: 'the record has an outcome',
  negated: 'the record has no outcome yet',
  reads: ['outcome', 'outcomeOn'],
  compute: (record) => {
    if (record.text('outcomeOn') !== '') return record.get(closedOn) === null ? UNKNOWN : TRUE;
    const text = record.text('outcome');
    if (text === '') return FALSE;
    const outcome = parseWholeNumber(text, HIGHEST_OUTCOME);
    return outcome === null ? UNKNOWN : truthOf(outcome > 0);
  },
});

/** The days of one kind of event; `null` where the history cannot be read. */
function daysOf(record: RecordFacts, marker: Marker, action: MarkerEvent['action']): readonly Day[] | null {
  const events = record.get(history);
  return events === null
    ? null
    : events.filter((event) => event.marker === marker && event.action === action).map((event) => event.on);
}

function happened(record: RecordFacts, marker: Marker, action: MarkerEvent['action']): Truth {
  const days = daysOf(record, marker, action);
  return days === null ? UNKNOWN : truthOf(days.length > 0);
}

/** Removed on or after closure and not set again. */
function lost(record: RecordFacts, marker: Marker): Truth {
  const removals = daysOf(record, marker, 'removed');
  if (removals === null) return UNKNOWN;
  if (removals.length === 0) return FALSE;
  const closure = record.get(closedOn);
  const atClosure = closure === null ? UNKNOWN : truthOf(Math.max(...removals) >= closure);
  return and(atClosure, not(record.get(markers[marker].set)));
}

export const historyFacts = MARKERS.flatMap((marker) => [
  defineFact<'truth'>({
    name: `${marker}.everSet`,
    kind: 'truth',
    words: `the history has a setting of ${marker}`,
    negated: `the history has no setting of ${marker}`,
    reads: ['markerHistory'],
    compute: (record) => happened(record, marker, 'set'),
  }),
  defineFact<'truth'>({
    name: `${marker}.everRemoved`,
    kind: 'truth',
    words: `the history has a removal of ${marker}`,
    negated: `the history has no removal of ${marker}`,
    reads: ['markerHistory'],
    compute: (record) => happened(record, marker, 'removed'),
  }),
  defineFact<'truth'>({
    name: `${marker}.lost`,
    kind: 'truth',
    words: `${marker} was removed on or after the day of the outcome and is not set now`,
    negated: `${marker} was not lost at the outcome`,
    reads: ['markerHistory', 'outcomeOn', marker],
    compute: (record) => lost(record, marker),
  }),
  defineFact<'day'>({
    name: `${marker}.firstSet`,
    kind: 'day',
    words: `the first setting of ${marker}`,
    reads: ['markerHistory'],
    compute: (record) => {
      const days = daysOf(record, marker, 'set');
      return days === null || days.length === 0 ? null : Math.min(...days);
    },
  }),
]);

export const closedOnSql = dateCellSql('closed_on', 'outcomeOn');

export const closedSql = truthColumn('closed', ({ get, text, sql }) => {
  const outcome = wholeNumberSql(text('outcome'), HIGHEST_OUTCOME, sql);
  return sql.cases(
    [
      [`${get(closedOnSql)} IS NOT NULL`, sql.always.true],
      [`${text('outcomeOn')} <> ''`, sql.always.unknown],
      [`${text('outcome')} = ''`, sql.always.false],
    ],
    `${outcome} > 0`,
  );
});

const readableSql = truthColumn('history_readable', ({ text, sql }) =>
  sql.matchesWhole(text('markerHistory'), HISTORY_PATTERN),
);

function dayOfSql(name: string, marker: Marker, action: MarkerEvent['action'], which: Extreme): Column {
  return valueColumn(
    name,
    ({ get, text, sql }) =>
      `CASE WHEN ${get(readableSql)} THEN ${sql.dayOfParts(text('markerHistory'), eventPrefix(marker, action), which)} END`,
  );
}

/** An event happened if it has a day; unknown where the history cannot be read. */
function happenedSql(name: string, day: Column): Column {
  return truthColumn(name, ({ get, sql }) => sql.cases([[get(readableSql), `${get(day)} IS NOT NULL`]]));
}

/** The SQL readings of {@link historyFacts} of one marker. */
export function historySql(marker: Marker) {
  const name = marker.toLowerCase();
  const firstSet = dayOfSql(`${name}_first_set`, marker, 'set', 'min');
  const lastRemoval = dayOfSql(`${name}_last_removal`, marker, 'removed', 'max');
  const everSet = happenedSql(`${name}_ever_set`, firstSet);
  const everRemoved = happenedSql(`${name}_ever_removed`, lastRemoval);
  const isLost = truthColumn(`${name}_lost`, ({ get, sql }) =>
    sql.cases(
      [
        [notSql(get(readableSql)), sql.always.unknown],
        [notSql(get(everRemoved)), sql.always.false],
      ],
      allOfSql([`${get(lastRemoval)} >= ${get(closedOnSql)}`, notSql(get(markersSql[marker].set))]),
    ),
  );
  return { everSet, everRemoved, lost: isLost, firstSet };
}
