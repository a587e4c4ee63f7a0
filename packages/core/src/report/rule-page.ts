import { silencers } from '../evaluate/explain-record.js';
import { type Statement, statementsOf } from '../evaluate/statement.js';
import type { Source } from '../model/pack.js';
import type { Needs, Rule, RuleState, Severity } from '../model/rule.js';
import type { CompiledPack, CompiledRule } from '../rules/compile.js';
import { sourcesOf, type Standing, standingOf } from './rule-sources.js';

/** A clause in words. */
export interface SaidClause {
  readonly words: string;
  readonly parts: readonly SaidClause[];
  /** The rules that the clause names. */
  readonly rules: readonly string[];
}

/** A rule as people read it; `rule` holds what needs no working out. */
export interface RulePage {
  readonly rule: Rule;
  readonly state: RuleState;
  /** The highest severity that a finding can have under the policy. */
  readonly severity: Severity;
  /** The clauses that make a record one that the rule concerns. */
  readonly concerns: readonly SaidClause[];
  /** What the rule asks of such a record. */
  readonly asks: SaidClause;
  /** The columns it needs, one choice or column each. */
  readonly needs: readonly string[];
  /** Whether the rule's sources say so, in a word and in a sentence. */
  readonly standing: Standing;
  /** None where no source was found for what the rule looks for. */
  readonly sources: readonly Source[];
  /** Rules that keep this one silent where they are breached. */
  readonly silencedBy: readonly string[];
  /** Rules that stay silent where this one is breached. */
  readonly silences: readonly string[];
  /** The measures it counts in, itself or through another measure. */
  readonly measures: readonly { readonly id: string; readonly title: string }[];
}

function said({ words, parts, rules }: Statement): SaidClause {
  return { words, parts: parts.map(said), rules };
}

/** The columns of a rule's needs, as choices: `CSA`, `victimAge, or victimBornOn with offenceFrom`. */
export function needsWords(needs: Needs): readonly string[] {
  return needs.map((need) => {
    if (typeof need === 'string') return need;
    return need.map((choice) => (typeof choice === 'string' ? choice : choice.join(' with '))).join(', or ');
  });
}

function measuresOf(rule: Rule, { pack }: CompiledPack): RulePage['measures'] {
  const direct = pack.measures.filter((measure) => measure.rules?.includes(rule.id) === true);
  const ids = new Set(direct.map(({ id }) => id));
  const made = pack.measures.filter((measure) => measure.of?.some((id) => ids.has(id)) === true);
  return [...direct, ...made].map(({ id, title }) => ({ id, title }));
}

function pageOf(of: CompiledRule, compiled: CompiledPack): RulePage {
  const { rule, state, severity } = of;
  const sources = sourcesOf(rule, compiled.pack);
  const { when, require } = statementsOf(of);
  return {
    rule,
    state,
    severity,
    concerns: when.map(said),
    asks: said(require),
    needs: needsWords(rule.needs),
    standing: standingOf(rule, sources),
    sources,
    silencedBy: silencers(rule),
    silences: compiled.pack.rules.filter((other) => silencers(other).includes(rule.id)).map(({ id }) => id),
    measures: measuresOf(rule, compiled),
  };
}

/** A page for each rule of a pack, in the order of their ids. */
export function rulePages(compiled: CompiledPack): readonly RulePage[] {
  return compiled.rules.map((rule) => pageOf(rule, compiled));
}
