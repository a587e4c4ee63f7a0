import { allOf } from '../conditions/all.js';
import type { Condition } from '../conditions/condition.js';
import type { Surroundings } from '../facts/record-facts.js';
import { MarkercheckError } from '../model/errors.js';
import { FIELD_NAMES, type FieldName, isFieldName } from '../model/fields.js';
import type { Pack } from '../model/pack.js';
import type { Policy } from '../model/policy.js';
import type { ConditionData, Rule, RuleState, Severity } from '../model/rule.js';
import { indexSynonyms } from '../normalise/local-marker.js';
import { offenceCodeReader } from '../normalise/offence-code.js';
import { indexTerms } from '../normalise/words-in-text.js';
import { compileMeasures, type CompiledMeasure } from './compile-measures.js';
import { newCompiler, type Uses } from './condition-compiler.js';
import { lackingColumns, neededColumns } from './needs.js';
import { dependencyOrder } from './order.js';
import { type Parameters, type ResolvedPolicy, resolvePolicy } from './parameters.js';

export interface CompiledRule {
  readonly rule: Rule;
  /** The rule's position by id: findings of a record come in this order. */
  readonly index: number;
  readonly state: RuleState;
  /** Whether nobody asked for it, by default or by the policy: a rule that is off can lack columns too. */
  readonly isOff: boolean;
  /** The columns it needs and the extract lacks. */
  readonly lacking: readonly string[];
  readonly revision: string;
  /** Whether its outcome is asked for: it is on, or a rule that is on refers to it, and its columns are there. */
  readonly evaluated: boolean;
  /** Whether some measure is made of it. */
  readonly isMeasured: boolean;
  readonly when: readonly Condition[];
  /** The clauses of `when` as one. */
  readonly applies: Condition;
  readonly require: Condition;
  /** The severity that a policy gives whatever the record says. */
  readonly fixedSeverity: Severity | null;
  readonly severityWhen: readonly {
    readonly severity: Severity;
    readonly if: Condition;
    readonly because: string;
  }[];
  /** The highest severity that a finding of this rule can have. */
  readonly severity: Severity;
}

/** A pack made ready for one set of columns and one policy. */
export interface CompiledPack {
  readonly pack: Pack;
  readonly policy: ResolvedPolicy;
  readonly surroundings: Surroundings;
  /** By index, which is by id. */
  readonly rules: readonly CompiledRule[];
  /** The rules to evaluate, each after all that its conditions refer to. */
  readonly order: readonly CompiledRule[];
  readonly measures: readonly CompiledMeasure[];
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITY_RANK[severity] >= SEVERITY_RANK[threshold];
}

function higher(left: Severity, right: Severity): Severity {
  return isAtLeast(left, right) ? left : right;
}

function surroundingsOf(pack: Pack, columns: ReadonlySet<FieldName>): Surroundings {
  return {
    entries: new Map(pack.offences.entries.map((entry) => [entry.code, entry])),
    reading: pack.offences,
    readCode: offenceCodeReader(),
    newborn: new Set(pack.offences.newborn),
    terms: indexTerms(pack.terms),
    synonyms: indexSynonyms(pack.localMarkers),
    columns,
  };
}

/** The days on which a rule is in force, as clauses of its `when`. */
export function effectiveClauses({ from, to }: Rule['effective']): readonly ConditionData[] {
  return [
    ...(from === undefined ? [] : [{ onOrAfter: ['recordedOn', from] }]),
    ...(to === undefined ? [] : [{ onOrAfter: [to, 'recordedOn'] }]),
  ];
}

/**
 * Compiles a pack for an extract's columns under a policy. Rules, conditions and measures are looked
 * at whole before anything is refused.
 * @throws {MarkercheckError} `PACK_INVALID` with every fault and its place; `POLICY_INVALID`.
 */
export function compilePack(
  pack: Pack,
  options: { readonly policy?: Policy; readonly columns?: Iterable<FieldName> } = {},
): CompiledPack {
  const policy = resolvePolicy(pack, options.policy);
  const columns = new Set(options.columns ?? FIELD_NAMES);
  const surroundings = surroundingsOf(pack, columns);
  const faults: string[] = [];
  const base = {
    surroundings,
    fault: (place: string, what: string) => void faults.push(`${place}: ${what}`),
  };
  const sorted = [...pack.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexes = new Map(sorted.map((rule, index) => [rule.id, index]));
  if (indexes.size < sorted.length) faults.push('two rules have the same id');

  const measured = new Set(pack.measures.flatMap((measure) => measure.rules ?? []));
  const uses: Uses[] = [];
  const rules = sorted.map((rule, index) => {
    const where = new Map<string, Condition>();
    const { scope, uses: used } = newCompiler(base, policy.parameters, indexes, where);
    for (const [name, data] of Object.entries(rule.where ?? {})) {
      where.set(name, scope.compile(data, `${rule.id}/where/${name}`));
    }
    for (const column of neededColumns(rule.needs)) {
      if (!isFieldName(column))
        base.fault(`${rule.id}/needs`, `${JSON.stringify(column)} is not the name of a field`);
    }
    for (const source of rule.sources) {
      if (!Object.hasOwn(pack.sources, source))
        base.fault(`${rule.id}/sources`, `the pack has no source ${source}`);
    }
    const when = [...rule.when, ...effectiveClauses(rule.effective)].map((data, i) =>
      scope.compile(data, `${rule.id}/when/${i}`),
    );
    const require = scope.compile(rule.require, `${rule.id}/require`);
    uses.push(used);
    const changes = (rule.severityWhen ?? []).map((change, i) => {
      const ofChange = newCompiler(base, policy.parameters, indexes, where);
      const condition = ofChange.scope.compile(change.if, `${rule.id}/severityWhen/${i}`);
      return {
        severity: change.severity,
        because: change.because,
        if: condition,
        possible: ofChange.uses.unsetParameters.size === 0,
      };
    });
    const setting = policy.rules[rule.id] ?? rule.default;
    const fixedSeverity = setting === 'on' || setting === 'off' ? null : setting;
    const lacking = lackingColumns(rule.needs, columns);
    const isOff = setting === 'off';
    const state: RuleState = lacking.length > 0 ? 'not-assessed' : isOff ? 'off' : 'on';
    const possible = changes.filter((change) => change.possible);
    return {
      rule,
      index,
      state,
      isOff,
      evaluated: false,
      isMeasured: measured.has(rule.id),
      lacking,
      revision: revisionOf(pack, rule, used.parameters, policy.parameters),
      when,
      applies: allOf(when),
      require,
      fixedSeverity,
      severityWhen: fixedSeverity === null ? possible : [],
      severity: fixedSeverity ?? possible.reduce((top, { severity }) => higher(top, severity), rule.severity),
    };
  });

  const references = uses.map((used) => [...used.rules].sort((a, b) => a - b));
  const dependencies = dependencyOrder(references);
  if ('cycle' in dependencies) {
    const names = dependencies.cycle.map((index) => sorted[index]?.id);
    faults.push(`the rules refer to each other in a circle: ${names.join(' → ')}`);
  }
  const wanted = referencedBy(
    references,
    rules.filter((rule) => rule.state === 'on').map((rule) => rule.index),
  );
  // Set, and not copied: copies would each have a shape of their own in the engine's memory, which every record would pay for.
  for (const rule of rules) rule.evaluated = wanted.has(rule.index) && rule.lacking.length === 0;
  const measures = compileMeasures(pack, base, policy.parameters, indexes, rules);
  if (faults.length > 0)
    throw new MarkercheckError('PACK_INVALID', `The pack ${pack.id} cannot be used.`, faults);
  const order = 'order' in dependencies ? dependencies.order : [];
  return {
    pack,
    policy,
    surroundings,
    rules,
    order: order.flatMap((index) => rules[index] ?? []).filter((rule) => rule.evaluated),
    measures,
  };
}

/** The pack's revision of a rule, and the parameters that its conditions read. */
function revisionOf(pack: Pack, rule: Rule, used: ReadonlySet<string>, parameters: Parameters): string {
  const values = [...used].sort().map((name) => `${name}=${parameters[name]}`);
  return [pack.revisions[rule.id] ?? '', ...values].join(' ');
}

/** The rules named and all that they refer to, directly or not. */
function referencedBy(
  references: readonly (readonly number[])[],
  start: readonly number[],
): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [...start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    open.push(...(references[node] ?? []));
  }
  return reached;
}
