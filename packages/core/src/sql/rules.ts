import type { SqlScope } from '../conditions/condition.js';
import { type Column, notSql, type SqlRecord } from '../dialect/column.js';
import type { Sql } from '../dialect/dialect.js';
import type { ConditionData, Rule, Severity } from '../model/rule.js';
import type { CompiledMeasure } from '../rules/compile-measures.js';
import { type CompiledPack, type CompiledRule, effectiveClauses } from '../rules/compile.js';
import { CHOICES_SQL, FACTS_SQL } from './facts.js';
import { OPERATORS_SQL } from './operators.js';
import { columnName } from './steps.js';

/** The columns of a rule on each record. */
export interface RuleColumns {
  readonly rule: CompiledRule;
  /** `not-applicable`, `undetermined`, `met` or `breached`. */
  readonly outcome: Column;
  /** The severity of its finding where the record can change it. */
  readonly severity: Column | null;
}

export interface PackColumns {
  /** Every rule that is evaluated, in the order of evaluation. */
  readonly rules: readonly RuleColumns[];
  readonly measures: readonly { readonly measure: CompiledMeasure; readonly outcome: Column }[];
}

interface ScopeOf {
  readonly outcomes: ReadonlyMap<string, Column>;
  readonly where: ReadonlyMap<string, Column>;
  readonly compiled: CompiledPack;
}

function scopeOf(record: SqlRecord, { outcomes, where, compiled }: ScopeOf): SqlScope {
  const found = <T>(value: T | undefined, name: string): T => {
    if (value === undefined) throw new Error(`no SQL reading of ${name}`);
    return value;
  };
  const scope: SqlScope = {
    ...record,
    parameter: (name) =>
      Object.hasOwn(compiled.policy.parameters, name) ? compiled.policy.parameters[name] : undefined,
    fact: (name) => found(FACTS_SQL[name], name),
    choice: (name) => CHOICES_SQL[name],
    outcome: (id) => outcomes.get(id),
    part: (name) => found(where.get(name), name),
    compile: (data) => {
      const [name = '', args] = Object.entries(data as ConditionData)[0] ?? [];
      return found(OPERATORS_SQL[name], name)(args as never, scope);
    },
  };
  return scope;
}

function severityOf(compiled: CompiledRule, compile: (data: ConditionData) => Column['of']): Column | null {
  const { rule, fixedSeverity } = compiled;
  if (fixedSeverity !== null || rule.severityWhen === undefined) return null;
  const changes = rule.severityWhen.map((change): readonly [Severity, Column['of']] => [
    change.severity,
    compile(change.if),
  ]);
  return {
    name: `${rule.id} severity`,
    phase: 'measures',
    of: (record) =>
      `CASE ${changes.map(([severity, of]) => `WHEN ${of(record)} THEN '${severity}'`).join(' ')} ELSE '${rule.severity}' END`,
  };
}

function aboutRule({ rule }: CompiledRule): string {
  return `${rule.id}: ${rule.title} (${rule.sources.join(', ')})`;
}

function ruleColumns(
  compiled: CompiledRule,
  outcomes: ReadonlyMap<string, Column>,
  pack: CompiledPack,
): RuleColumns {
  const { rule } = compiled;
  const where = new Map<string, Column>();
  const of = (data: ConditionData) => (record: SqlRecord) =>
    scopeOf(record, { outcomes, where, compiled: pack }).compile(data);
  for (const [name, data] of Object.entries(rule.where ?? {})) {
    where.set(name, { name: `${rule.id} ${name}`, isTruth: true, phase: 'rules', of: of(data) });
  }
  const clauses = [...rule.when, ...effectiveClauses(rule.effective)].map(of);
  const when: Column = {
    name: `${rule.id} when`,
    isTruth: true,
    phase: 'rules',
    about: aboutRule(compiled),
    of: (record) => clauses.map((clause) => clause(record)).join('\n      AND '),
  };
  const require: Column = {
    name: `${rule.id} require`,
    isTruth: true,
    phase: 'rules',
    beside: when,
    of: of(rule.require),
  };
  return { rule: compiled, outcome: outcomeColumn(rule, when, require), severity: severityOf(compiled, of) };
}

function outcomeColumn({ id }: Rule, when: Column, require: Column): Column {
  return {
    name: id,
    phase: 'rules',
    of: ({ get, sql }) => {
      const isUnknown = [when, require].map(({ name }) => `${columnName(name, sql)} IS NULL`);
      const applies = get(when);
      return [
        `CASE WHEN ${notSql(applies)} THEN 'not-applicable'`,
        `WHEN ${isUnknown.join(' OR ')} THEN 'undetermined'`,
        `WHEN ${get(require)} THEN 'met' ELSE 'breached' END`,
      ].join(' ');
    },
  };
}

/** Breached if any is, else undetermined if any is, else met if any is. */
function joinedSql(outcomes: readonly Sql[]): Sql {
  if (outcomes.length === 0) return "'not-applicable'";
  const cases = ['breached', 'undetermined', 'met'].map(
    (of) => `WHEN '${of}' IN (${outcomes.join(', ')}) THEN '${of}'`,
  );
  return `CASE ${cases.join(' ')} ELSE 'not-applicable' END`;
}

/** Every rule and measure of a pack as columns, each computed once from those that it reads. */
export function packColumns(compiled: CompiledPack): PackColumns {
  const outcomes = new Map<string, Column>();
  const rules = compiled.order.map((rule) => {
    const columns = ruleColumns(rule, outcomes, compiled);
    outcomes.set(rule.rule.id, columns.outcome);
    return columns;
  });
  const ofMeasures: Column[] = [];
  const measures = compiled.measures.map((measure) => {
    const of =
      measure.of.length > 0
        ? measure.of.map((i) => ofMeasures[i])
        : measure.rules.map((i) => outcomes.get(compiled.rules[i]?.rule.id ?? ''));
    const parts = of.filter((column) => column !== undefined);
    const { where } = measure.measure;
    const outcome: Column = {
      name: measure.measure.id,
      phase: 'measures',
      about: `${measure.measure.id}: ${measure.measure.title}`,
      of: (record) => {
        const joined = joinedSql(parts.map((column) => record.get(column)));
        if (where === undefined) return joined;
        const concerns = record.sql.surely(
          scopeOf(record, { outcomes, where: new Map(), compiled }).compile(where),
        );
        return `CASE WHEN ${concerns} THEN ${joined} ELSE 'not-applicable' END`;
      },
    };
    ofMeasures.push(outcome);
    return { measure, outcome };
  });
  return { rules, measures };
}
