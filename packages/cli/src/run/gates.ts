import { isAtLeast, percentWords, type RunSummary, type Severity } from '@markercheck/core';
import { CliError, EXIT, type ExitCode } from '../exit.js';

export type FailOn = Severity | 'never';

/** The highest share of breached records that a rule may have. */
export interface MaxRate {
  readonly rule: string;
  readonly share: number;
}

/** Reads `--max-rate RULE=PCT`. */
export function readMaxRates(texts: readonly string[], rules: ReadonlySet<string>): readonly MaxRate[] {
  return texts.map((text) => {
    const [rule = '', percent = ''] = text.split('=');
    const value = percent.trim() === '' ? Number.NaN : Number(percent);
    if (!rules.has(rule)) throw new CliError(EXIT.usage, `--max-rate ${text}: the pack has no rule ${rule}.`);
    if (!(value >= 0 && value <= 100)) {
      throw new CliError(EXIT.usage, `--max-rate ${text}: write RULE=PCT, a percentage from 0 to 100.`);
    }
    return { rule, share: value / 100 };
  });
}

/** The gates that the run does not pass, in words; waived findings count, because a waiver never changes a rate. */
export function ratesOver(summary: RunSummary, gates: readonly MaxRate[]): readonly string[] {
  return gates.flatMap(({ rule, share }) => {
    const { breached = 0, met = 0 } = summary.rules[rule] ?? {};
    const judged = breached + met;
    if (judged === 0 || breached / judged <= share) return [];
    return [
      `${rule}: ${percentWords(breached / judged)} of ${judged} records are breached, more than ${percentWords(share)}`,
    ];
  });
}

/** 3 goes before 1; cells that cannot be read never change the exit, lost rows or bytes do. */
export function exitOf(
  summary: RunSummary,
  counted: Readonly<Record<Severity, number>>,
  failOn: FailOn,
  isOverRate: boolean,
): ExitCode {
  if (!summary.complete || summary.notChecked !== null) return EXIT.input;
  if (isOverRate) return EXIT.findings;
  if (failOn === 'never') return EXIT.clean;
  const severities = Object.entries(counted) as [Severity, number][];
  const fails = severities.some(([severity, found]) => found > 0 && isAtLeast(severity, failOn));
  return fails ? EXIT.findings : EXIT.clean;
}
