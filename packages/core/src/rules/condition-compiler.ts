import { BROKEN, type Condition, type Scope } from '../conditions/condition.js';
import { findOperator } from '../conditions/index.js';
import type { ConditionData } from '../model/rule.js';
import type { Parameters } from './parameters.js';

/** What compiling one rule's conditions tells beside the conditions. */
export interface Uses {
  readonly rules: Set<number>;
  readonly unsetParameters: Set<string>;
  readonly parameters: Set<string>;
}

/** What every condition of a pack is compiled with. */
export type Base = Pick<Scope, 'surroundings' | 'fault'>;

export interface Compiler {
  readonly scope: Scope;
  readonly uses: Uses;
}

/** A compiler for the conditions of one rule, or of the measures: it keeps what they use. */
export function newCompiler(
  base: Base,
  parameters: Parameters,
  ruleIndexes: ReadonlyMap<string, number>,
  where: Map<string, Condition>,
): Compiler {
  const uses: Uses = { rules: new Set(), unsetParameters: new Set(), parameters: new Set() };
  const scope: Scope = {
    ...base,
    where,
    parameter: (name) => {
      const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      if (value !== undefined) uses.parameters.add(name);
      if (value === null) uses.unsetParameters.add(name);
      return value;
    },
    ruleIndex: (id) => {
      const index = ruleIndexes.get(id);
      if (index !== undefined) uses.rules.add(index);
      return index;
    },
    compile: (data, place) => compileCondition(data, scope, place),
  };
  return { scope, uses };
}

function compileCondition(data: ConditionData, scope: Scope, place: string): Condition {
  const keys = Object.keys(data);
  const [name] = keys;
  const operator = keys.length === 1 && name !== undefined ? findOperator(name) : undefined;
  if (operator === undefined || name === undefined) {
    scope.fault(
      place,
      `a condition is an object of one key, the name of an operator; this has ${keys.join(', ') || 'none'}`,
    );
    return BROKEN;
  }
  return operator.compile(data[name], scope, `${place}/${name}`);
}
