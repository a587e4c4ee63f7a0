import type { Dialect, Sql } from '../dialect/dialect.js';
import { calendarDate, type Day } from './date.js';

/**
 * Whole years completed on a day, never below 0. A birthday on 29 February is reached on 1 March in
 * other years: 28 February is still before it.
 */
export function ageOn(bornOn: Day, day: Day): number {
  const birth = calendarDate(bornOn);
  const today = calendarDate(day);
  const birthdayIsAhead = today.month < birth.month || (today.month === birth.month && today.day < birth.day);
  return Math.max(0, today.year - birth.year - (birthdayIsAhead ? 1 : 0));
}

/** The SQL reading of {@link ageOn}: both days are columns. */
export function ageSql(bornOn: Sql, day: Sql, sql: Dialect): Sql {
  const ahead = `CASE WHEN ${sql.monthAndDay(day)} < ${sql.monthAndDay(bornOn)} THEN 1 ELSE 0 END`;
  return `CASE WHEN ${day} < ${bornOn} THEN 0 ELSE ${sql.year(day)} - ${sql.year(bornOn)} - ${ahead} END`;
}
