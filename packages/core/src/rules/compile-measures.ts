import type { Condition } from '../conditions/condition.js';
import type { Measure, Pack } from '../model/pack.js';
import type { RuleState } from '../model/rule.js';
import { type Base, newCompiler } from './condition-compiler.js';
import type { Parameters } from './parameters.js';

export interface CompiledMeasure {
  readonly measure: Measure;
  readonly where: Condition | null;
  /** The indexes of its rules that are on and assessed. */
  readonly rules: readonly number[];
  /** The indexes of the measures it is made of. */
  readonly of: readonly number[];
}

/** Compiles the pack's measures; faults are reported like those of its rules. */
export function compileMeasures(
  pack: Pack,
  base: Base,
  parameters: Parameters,
  indexes: ReadonlyMap<string, number>,
  rules: readonly { readonly state: RuleState }[],
): readonly CompiledMeasure[] {
  const { scope } = newCompiler(base, parameters, indexes, new Map());
  const ids = pack.measures.map((measure) => measure.id);
  return pack.measures.map((measure, position) => {
    const place = `measures/${measure.id}`;
    const found = (measure.rules ?? []).flatMap((id) => {
      const index = indexes.get(id);
      if (index === undefined) base.fault(place, `there is no rule ${id}`);
      return index ?? [];
    });
    const of = (measure.of ?? []).map((id) => ids.indexOf(id));
    if (of.some((index) => index < 0 || index >= position))
      base.fault(place, 'a measure is made of measures that stand before it');
    return {
      measure,
      where: measure.where === undefined ? null : scope.compile(measure.where, `${place}/where`),
      rules: found.filter((index) => rules[index]?.state === 'on'),
      of,
    };
  });
}
