import { RecordFacts } from '../facts/record-facts.js';
import { MarkercheckError } from '../model/errors.js';
import { type CrimeRecord, FIELD_NAMES, type FieldName, isFieldName } from '../model/fields.js';
import type { Finding } from '../model/finding.js';
import { BREACHED, OUTCOME_NAMES, UNDETERMINED } from '../model/outcome.js';
import type { Pack } from '../model/pack.js';
import type { Policy } from '../model/policy.js';
import type { Outcome } from '../model/rule.js';
import { parseDate } from '../normalise/date.js';
import { absentColumns, cellsOf } from '../normalise/cells.js';
import { type CompiledPack, compilePack } from '../rules/compile.js';
import { findingOf, lackingOf } from './finding.js';
import { judge } from './judge.js';

export interface CheckerOptions {
  /** The day as at which records are judged, `YYYY-MM-DD`: the library has no clock. */
  readonly asAt: string;
  readonly policy?: Policy;
  /** The columns that the extract has. @default all fields */
  readonly columns?: Iterable<FieldName>;
}

export interface RuleOutcome {
  readonly rule: string;
  readonly outcome: Outcome | 'not-assessed';
  /** The columns that would tell an outcome that is undetermined; those that a rule not assessed lacks. */
  readonly lacking: readonly string[];
}

export interface CheckResult {
  /** The outcome of every rule that is on, by its id. */
  readonly outcomes: Readonly<Record<string, RuleOutcome>>;
  /** One for each breached outcome, in the order of the rules' ids. */
  readonly findings: readonly Finding[];
}

export interface Checker {
  readonly pack: Pack;
  readonly asAt: string;
  /** Judges one record. Throws `ARGUMENT_INVALID` on a name that is no field or a value that is not text. */
  readonly check: (record: CrimeRecord) => CheckResult;
}

function checkColumns(columns: Iterable<string>): readonly FieldName[] {
  return [...columns].map((name) => {
    if (isFieldName(name)) return name;
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      `columns: ${JSON.stringify(name)} is not a field of the record.`,
    );
  });
}

function checkOne(compiled: CompiledPack, facts: RecordFacts, record: CrimeRecord): CheckResult {
  facts.load(cellsOf(record));
  judge(compiled, facts);
  const outcomes: Record<string, RuleOutcome> = {};
  const findings: Finding[] = [];
  for (const rule of compiled.rules) {
    if (rule.isOff) continue;
    const code = facts.outcomes[rule.index] ?? 0;
    const lacking = code === UNDETERMINED ? lackingOf(rule, facts) : rule.lacking;
    outcomes[rule.rule.id] = { rule: rule.rule.id, outcome: OUTCOME_NAMES[code] ?? 'not-assessed', lacking };
    if (code === BREACHED) findings.push(findingOf(rule, facts, compiled.policy.parameters));
  }
  return { outcomes, findings };
}

/**
 * Makes a checker of single records: pure, typed, and the same on every machine.
 * @throws {MarkercheckError} `PACK_INVALID`, `POLICY_INVALID` or `ARGUMENT_INVALID`.
 */
export function createChecker(pack: Pack, options: CheckerOptions): Checker {
  if (parseDate(options.asAt) === null) {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      `asAt: ${JSON.stringify(options.asAt)} is not a date (YYYY-MM-DD).`,
    );
  }
  const columns = checkColumns(options.columns ?? FIELD_NAMES);
  const policy = options.policy ?? {};
  const ready = new Map<string, readonly [CompiledPack, RecordFacts]>();

  function forColumnsWithout(absent: readonly FieldName[]): readonly [CompiledPack, RecordFacts] {
    const key = absent.join();
    let pair = ready.get(key);
    if (pair === undefined) {
      const compiled = compilePack(pack, {
        policy,
        columns: columns.filter((name) => !absent.includes(name)),
      });
      pair = [compiled, new RecordFacts(compiled.surroundings, compiled.rules.length)];
      ready.set(key, pair);
    }
    return pair;
  }

  forColumnsWithout([]);
  return {
    pack,
    asAt: options.asAt,
    check: (record) => checkOne(...forColumnsWithout(absentColumns(record)), record),
  };
}
