import { allSql } from '../conditions/all.js';
import { anySql } from '../conditions/any.js';
import { atLeastSql } from '../conditions/at-least.js';
import { breachedSql } from '../conditions/breached.js';
import type { OperatorSql } from '../conditions/condition.js';
import { equalsSql } from '../conditions/equals.js';
import { isSql } from '../conditions/is.js';
import { knownSql } from '../conditions/known.js';
import { localSql } from '../conditions/local.js';
import { mentionsSql } from '../conditions/mentions.js';
import { notConditionSql } from '../conditions/not.js';
import { onOrAfterSql } from '../conditions/on-or-after.js';
import { oneOfSql } from '../conditions/one-of.js';
import { recordedSql } from '../conditions/recorded.js';
import { setSql } from '../conditions/set.js';
import { someSuspectAgedOperatorSql } from '../conditions/some-suspect-aged.js';
import { sureSql } from '../conditions/sure.js';
import { underSql } from '../conditions/under.js';
import { whereSql } from '../conditions/where.js';
import { withinDaysSql } from '../conditions/within-days.js';

/** The SQL reading of every operator, by its name; the engine does not need this file. */
export const OPERATORS_SQL: Readonly<Record<string, OperatorSql>> = {
  all: allSql,
  any: anySql,
  not: notConditionSql,
  sure: sureSql,
  breached: breachedSql,
  where: whereSql,
  is: isSql,
  set: setSql,
  oneOf: oneOfSql,
  equals: equalsSql,
  under: underSql,
  atLeast: atLeastSql,
  onOrAfter: onOrAfterSql,
  withinDays: withinDaysSql,
  known: knownSql,
  recorded: recordedSql,
  mentions: mentionsSql,
  local: localSql,
  someSuspectAged: someSuspectAgedOperatorSql,
};
