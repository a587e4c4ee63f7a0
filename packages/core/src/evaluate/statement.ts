import type { Condition } from '../conditions/condition.js';
import type { RecordFacts } from '../facts/record-facts.js';
import type { ConditionData, Rule } from '../model/rule.js';
import { not as negate, type Truth } from '../model/truth.js';
import type { CompiledRule } from '../rules/compile.js';

/** A clause of a rule as it is said: its words, and its parts where it joins several. */
export interface Statement {
  /** The clause as it reads when it holds; of a clause with parts, what it says about them. */
  readonly words: string;
  readonly parts: readonly Statement[];
  /** The rules that a clause about precedence names. */
  readonly rules: readonly string[];
  readonly decide: (record: RecordFacts) => Truth;
}

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
    const sureWords = (): string => {
      if (!turned) return `it is certain that ${plain.words}`;
      return plain.parts.length > 0
        ? `it is not certain that ${plain.words}`
        : `${inner(part, args, true).words}, or this cannot be told`;
    };
    return { ...plain, words: sureWords(), decide };
  }
  const choices = operator === 'any' ? (args as readonly ConditionData[]) : [];
  const [first, second] = condition.parts;
  // "Not this, or that" is how a rule file writes "where this, that".
  if (!turned && choices.length === 2 && choices[0]?.['not'] !== undefined && first && second) {
    const given = inner(first, choices[0], true);
    const then = inner(second, choices[1]);
    if (then.parts.length === 0) return { ...given, words: `where ${given.words}, ${then.words}`, decide };
  }
  const words = turned ? condition.negated : condition.words;
  if (operator === 'all' || operator === 'any') {
    const parts = condition.parts.map((of, index) => inner(of, (args as readonly unknown[])[index]));
    // "All of these, of which all of these" is one list.
    const flat = parts.flatMap((of) => (of.words === condition.words ? of.parts : [of]));
    return { words, parts: flat, rules: [], decide };
  }
  const rules = operator === 'breached' ? ([args].flat() as readonly string[]) : [];
  return { words, parts: [], rules, decide };
}

/** A rule as it is said. */
export interface RuleStatements {
  /** The clauses of its `when`, the days on which it is in force last. */
  readonly when: readonly Statement[];
  readonly require: Statement;
}

/** What is said of a rule is the same for every record, of which there are many. */
const SAID = new WeakMap<CompiledRule, RuleStatements>();

/** The clauses of a compiled rule in words: the same in findings, explanations and on the rule's page. */
export function statementsOf(compiled: CompiledRule): RuleStatements {
  const known = SAID.get(compiled);
  if (known !== undefined) return known;
  const { when, require, rule } = compiled;
  const { where } = rule;
  const said = {
    when: when.map((condition, index) => ofReading({ condition, data: rule.when[index], where }, false)),
    require: ofReading({ condition: require, data: rule.require, where }, false),
  };
  SAID.set(compiled, said);
  return said;
}
