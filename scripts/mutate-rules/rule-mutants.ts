import type { Pack } from '../../packages/core/src/model/pack.js';
import type { ConditionData, Rule } from '../../packages/core/src/model/rule.js';
import { conditionMutants, partMutants } from './condition-mutants.js';
import { settingMutants } from './setting-mutants.js';

/** A pack in which one thing of one rule is changed. */
export interface Mutant {
  readonly rule: string;
  /** What was changed and where; no two of a rule have the same. */
  readonly name: string;
  /** Whether the change touches outcomes, or only the severity of findings. */
  readonly about: 'outcome' | 'severity';
  readonly pack: Pack;
}

interface RuleMutant {
  readonly name: string;
  readonly rule: Rule;
}

/** The clauses of `when` with the days of `effective` among them, as they are judged. */
function* whenMutants(rule: Rule): Generator<RuleMutant> {
  const { from, to } = rule.effective;
  const clauses = rule.when.map((data, index) => ({ place: `when/${index}`, data }));
  if (from !== undefined)
    clauses.push({ place: 'effective/from', data: { onOrAfter: ['recordedOn', from] } });
  if (to !== undefined) clauses.push({ place: 'effective/to', data: { onOrAfter: [to, 'recordedOn'] } });
  const parts = clauses.map(({ data }) => data);
  if (parts.length > 1)
    yield { name: 'any for when', rule: { ...rule, effective: {}, when: [{ any: parts }] } };
  for (const mutant of partMutants(parts, (index) => clauses[index]?.place ?? 'when')) {
    yield { name: mutant.name, rule: { ...rule, effective: {}, when: mutant.parts } };
  }
}

function* requireMutants(rule: Rule): Generator<RuleMutant> {
  yield { name: 'drop require', rule: { ...rule, require: { all: [] } } };
  for (const { name, condition } of conditionMutants(rule.require, 'require')) {
    yield { name, rule: { ...rule, require: condition } };
  }
}

function* whereMutants(rule: Rule): Generator<RuleMutant> {
  for (const [part, data] of Object.entries(rule.where ?? {})) {
    for (const { name, condition } of conditionMutants(data, `where/${part}`)) {
      yield { name, rule: { ...rule, where: { ...rule.where, [part]: condition } } };
    }
  }
}

function* severityMutants(rule: Rule): Generator<RuleMutant> {
  const changes = rule.severityWhen ?? [];
  for (const [index, change] of changes.entries()) {
    const place = `severityWhen/${index}`;
    yield { name: `drop ${place}`, rule: { ...rule, severityWhen: changes.toSpliced(index, 1) } };
    for (const { name, condition } of conditionMutants(change.if, place)) {
      yield { name, rule: { ...rule, severityWhen: changes.with(index, { ...change, if: condition }) } };
    }
  }
}

/** What the conditions of a rule are, without the double negations that flipping can leave. */
function meaning(rule: Rule): string {
  const simplify = (_key: string, value: unknown): unknown => {
    let inner = value as ConditionData | null;
    while (typeof inner === 'object' && inner !== null && 'not' in inner) {
      const negated = inner['not'] as ConditionData;
      if (!('not' in negated)) return inner;
      inner = negated['not'] as ConditionData;
    }
    return inner;
  };
  return JSON.stringify([rule.when, rule.effective, rule.where, rule.require, rule.severityWhen], simplify);
}

/** Every mutant of a rule, each once. */
export function* ruleMutants(pack: Pack, rule: Rule): Generator<Mutant> {
  const seen = new Set([meaning(rule)]);
  const families = [
    ['outcome', whenMutants],
    ['outcome', whereMutants],
    ['outcome', requireMutants],
    ['severity', severityMutants],
  ] as const;
  for (const [about, family] of families) {
    for (const mutant of family(rule)) {
      const key = meaning(mutant.rule);
      if (seen.has(key)) continue;
      seen.add(key);
      const rules = pack.rules.map((other) => (other.id === rule.id ? mutant.rule : other));
      yield { rule: rule.id, name: mutant.name, about, pack: { ...pack, rules } };
    }
  }
  for (const { name, pack: changed } of settingMutants(pack, rule)) {
    yield { rule: rule.id, name, about: 'outcome', pack: changed };
  }
}
