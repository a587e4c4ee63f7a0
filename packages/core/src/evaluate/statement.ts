import type { Condition } from '../conditions/condition.js';
import type { RecordFacts } from '../facts/record-facts.js';
import type { ConditionData, Rule } from '../model/rule.js';
import { not as negate, type Truth } from '../model/truth.js';

/** A clause of a rule as it is said: its words, and its parts where it joins several. */
export interface Statement {
  /** The clause as it reads when it holds; of a clause with parts, what it says about them. */
  readonly words: string;
  readonly parts: readonly Statement[];
  /** The rules that a clause about precedence names. */
  readonly rules: readonly string[];
  readonly decide: (record: RecordFacts) => Truth;
}

/** The clause when it holds, and when it does not. */
type BothWays = readonly [words: string, negated: string];

/** How clauses of several parts are said: as they stand, and turned. */
const JOINED: Readonly<Record<string, BothWays>> = {
  all: ['all of these hold', 'not all of these hold'],
  any: ['at least one of these holds', 'none of these holds'],
};

interface Reading {
  readonly data: ConditionData | undefined;
  readonly condition: Condition;
  readonly where: Rule['where'];
}

function ofReading({ data, condition, where }: Reading, turned: boolean): Statement {
  const [operator = '', args] = Object.entries(data ?? {})[0] ?? [];
  const decide: Statement['decide'] = (record) =>
    turned ? negate(condition.decide(record)) : condition.decide(record);
  const [part] = condition.parts;
  const inner = (of: Condition, ofData: unknown, isTurned = false): Statement =>
    ofReading({ condition: of, data: ofData as ConditionData, where }, isTurned);

  if (operator === 'where') return ofReading({ condition, data: where?.[args as string], where }, turned);
  if (operator === 'not' && part !== undefined) return { ...inner(part, args, !turned), decide };
  if (operator === 'sure' && part !== undefined) {
    const plain = inner(part, args);
    const words = (): string => {
      if (!turned) return `it is certain that ${plain.words}`;
      return plain.parts.length > 0
        ? `it is not certain that ${plain.words}`
        : `${inner(part, args, true).words}, or this cannot be told`;
    };
    return { ...plain, words: words(), decide };
  }
  const choices = operator === 'any' ? (args as readonly ConditionData[]) : [];
  const [first, second] = condition.parts;
  // "Not this, or that" is how a rule file writes "where this, that".
  if (!turned && choices.length === 2 && choices[0]?.['not'] !== undefined && first && second) {
    const given = inner(first, choices[0], true);
    return { ...given, words: `where ${given.words}, ${inner(second, choices[1]).words}`, decide };
  }
  const joined = JOINED[operator];
  if (joined !== undefined) {
    const words = joined[turned ? 1 : 0];
    const parts = condition.parts.map((of, index) => inner(of, (args as readonly unknown[])[index]));
    // "All of these, of which all of these" is one list.
    const flat = parts.flatMap((of) => (of.words === joined[0] ? of.parts : [of]));
    return { words, parts: flat, rules: [], decide };
  }
  const rules = operator === 'breached' ? ([args].flat() as readonly string[]) : [];
  return { words: turned ? condition.negated : condition.words, parts: [], rules, decide };
}

/** Says a compiled condition; `data` is what it was compiled from, if it stands in the rule's file. */
export function statementOf(
  condition: Condition,
  data: ConditionData | undefined,
  where: Rule['where'],
): Statement {
  return ofReading({ condition, data, where }, false);
}
