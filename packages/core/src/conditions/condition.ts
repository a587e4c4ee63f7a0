import type { ChoiceColumns, Column, SqlRecord } from '../dialect/column.js';
import type { Sql } from '../dialect/dialect.js';
import type { NamedFact } from '../facts/fact.js';
import type { RecordFacts, Surroundings } from '../facts/record-facts.js';
import type { FieldName } from '../model/fields.js';
import type { ConditionData } from '../model/rule.js';
import type { Truth } from '../model/truth.js';

/** A compiled condition: its readings, and its parts for explaining the truth of each. */
export interface Condition {
  readonly decide: (record: RecordFacts) => Truth;
  /** The clause as it reads when it is true; of one with parts, what it says about them. */
  readonly words: string;
  /** The clause as it reads when it is false. */
  readonly negated: string;
  readonly parts: readonly Condition[];
  /** The facts that a condition without parts reads. */
  readonly facts: readonly NamedFact[];
  /** The columns a condition without parts reads beside its facts. */
  readonly reads?: readonly FieldName[];
  /** Whether it looks at what other rules said, beside the record. */
  readonly looksAtRules?: true;
}

/** What a condition may refer to, and where it stands. */
export interface Scope {
  readonly surroundings: Surroundings;
  /** A parameter's value, `null` where it is not set; `undefined` if there is no such parameter. */
  readonly parameter: (name: string) => string | number | null | undefined;
  /** The index of a rule in the order of evaluation; `undefined` if there is no such rule. */
  readonly ruleIndex: (id: string) => number | undefined;
  /** The named parts of the rule. */
  readonly where: ReadonlyMap<string, Condition>;
  readonly compile: (data: ConditionData, place: string) => Condition;
  /** Reports a fault of the pack; all are collected before anything is refused. */
  readonly fault: (place: string, what: string) => void;
}

/** One operator: its arguments as a JSON Schema with help for editors, and its readings. */
export interface Operator {
  readonly name: string;
  readonly help: string;
  /** The schema of the arguments; `#/$defs/…` are those of `rules/schemas/rule.schema.json`. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly compile: (args: unknown, scope: Scope, place: string) => Condition;
}

/** Stands in for a condition that could not be compiled, so that the rest of the pack is still looked at. */
export const BROKEN: Condition = {
  decide: () => 1,
  words: 'a condition that cannot be read',
  negated: 'a condition that cannot be read',
  parts: [],
  facts: [],
};

/** What an operator's SQL reading may refer to: the twin of {@link Scope}, for a pack that was found to be in order. */
export interface SqlScope extends SqlRecord {
  readonly parameter: Scope['parameter'];
  /** The column of a fact, which is no choice, by its name. */
  readonly fact: (name: string) => Column;
  /** The columns of a fact that is a choice; `undefined` for any other. */
  readonly choice: (name: string) => ChoiceColumns | undefined;
  /** The column with a rule's outcome; `undefined` where the rule is not assessed. */
  readonly outcome: (id: string) => Column | undefined;
  /** The column of a named part of the rule. */
  readonly part: (name: string) => Column;
  readonly compile: (data: unknown) => Sql;
}

/** The SQL reading of an operator: its arguments as a condition, NULL for unknown. */
export type OperatorSql = (args: never, scope: SqlScope) => Sql;
