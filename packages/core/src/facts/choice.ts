import { type ChoiceColumns, inTexts, type SqlRecord } from '../dialect/column.js';
import type { Sql } from '../dialect/dialect.js';
import { FALSE, TRUE, type Truth, UNKNOWN } from '../model/truth.js';
import type { Choice } from './fact.js';

/** Whether a choice is one of the values: an uncertain one still is if each of its possible values is. */
export function isChosen(choice: Choice, values: ReadonlySet<string>): Truth {
  if (choice.value !== null && values.has(choice.value)) return TRUE;
  if (choice.certain) return FALSE;
  if (choice.possible === undefined) return UNKNOWN;
  if (choice.possible.every((value) => values.has(value))) return TRUE;
  return choice.possible.some((value) => values.has(value)) ? UNKNOWN : FALSE;
}

/** The SQL reading of {@link isChosen}: which values a mixed code is open between is the pack's to say. */
export function isChosenSql(
  choice: ChoiceColumns,
  values: readonly string[],
  { get, sql, pack }: Pick<SqlRecord, 'get' | 'sql' | 'pack'>,
): Sql {
  const { mixed } = choice;
  const wanted = new Set(values);
  const ofMixed =
    mixed === undefined
      ? []
      : Object.entries(pack.offences.mixed).flatMap(([code, possible]) => {
          const truth = isChosen({ value: null, certain: false, possible }, wanted);
          const said = truth === TRUE ? sql.always.true : sql.always.false;
          return truth === UNKNOWN ? [] : [[`${get(mixed)} = ${sql.literal(code)}`, said] as const];
        });
  return sql.cases([
    [inTexts(get(choice.value), values, sql), sql.always.true],
    [get(choice.certain), sql.always.false],
    ...ofMixed,
  ]);
}
