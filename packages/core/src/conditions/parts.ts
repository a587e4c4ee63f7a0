import type { ConditionData } from '../model/rule.js';
import type { Condition, Scope } from './condition.js';

export const PARTS_SCHEMA = { type: 'array', items: { $ref: '#/$defs/condition' }, minItems: 1 };
export const PART_SCHEMA = { $ref: '#/$defs/condition' };

export function compileParts(args: unknown, scope: Scope, place: string): readonly Condition[] {
  return (args as readonly ConditionData[]).map((part, index) => scope.compile(part, `${place}/${index}`));
}

export function compilePart(args: unknown, scope: Scope, place: string): Condition {
  return scope.compile(args as ConditionData, place);
}
