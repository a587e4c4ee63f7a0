import type { Condition } from '../conditions/condition.js';
import type { RecordFacts } from '../facts/record-facts.js';
import { isMarker, type Marker } from '../model/markers.js';
import type { ConditionData, Rule } from '../model/rule.js';
import { FALSE } from '../model/truth.js';
import type { CompiledRule } from '../rules/compile.js';

/** What a finding says is wrong with a marker: it should be set and is not, or is set and should not be. */
export interface Claim {
  readonly marker: Marker;
  readonly wrong: 'missing' | 'over';
}

const operatorOf = (data: ConditionData): readonly [string, unknown] => Object.entries(data)[0] ?? ['', null];

function setMarker(data: ConditionData): Marker | null {
  const [operator, args] = operatorOf(data);
  return operator === 'set' && isMarker(args) ? args : null;
}

/** The settings of markers that would have met a condition; with a record, only by its parts that are false. */
function wantedBy(
  data: ConditionData,
  condition: Condition,
  where: Rule['where'],
  record: RecordFacts | null,
): readonly Claim[] {
  const [operator, args] = operatorOf(data);
  const marker = setMarker(data);
  if (marker !== null) return [{ marker, wrong: 'missing' }];
  if (operator === 'not') {
    const over = setMarker(args as ConditionData);
    return over === null ? [] : [{ marker: over, wrong: 'over' }];
  }
  if (operator === 'where') {
    const named = where?.[args as string];
    return named === undefined ? [] : wantedBy(named, condition, where, record);
  }
  if (operator !== 'all' && operator !== 'any') return [];
  return (args as readonly ConditionData[]).flatMap((part, index) => {
    const of = condition.parts[index];
    if (of === undefined || (record !== null && of.decide(record) !== FALSE)) return [];
    return wantedBy(part, of, where, record);
  });
}

/**
 * What a rule says of markers, read from its conditions: what it requires to be set, or not; else the marker
 * that it is about, where it speaks only when that is set and doubts that it is right.
 */
function claims({ rule, require }: CompiledRule, record: RecordFacts | null): readonly Claim[] {
  const wanted = wantedBy(rule.require, require, rule.where, record);
  if (wanted.length > 0) return wanted;
  const { marker, dimension } = rule;
  const doubts = dimension === 'consistency' || dimension === 'accuracy';
  if (marker === null || !doubts || !rule.when.some((clause) => setMarker(clause) === marker)) return [];
  return [{ marker, wrong: 'over' }];
}

/** What the finding of a breached rule says of the loaded record's markers; nothing for rules about other things. */
export function findingClaims(rule: CompiledRule, record: RecordFacts): readonly Claim[] {
  return claims(rule, record);
}

/** All that findings of a rule can say of markers. */
export function ruleClaims(rule: CompiledRule): readonly Claim[] {
  return claims(rule, null);
}
