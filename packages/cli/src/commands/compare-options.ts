import { type Exchange, findForce, forcesOfRegion } from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';

function halves(option: string, text: string, what: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1)
    throw new CliError(EXIT.usage, `--${option} ${text} cannot be read; write it as ${what}.`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function forceCode(option: string, name: string): string {
  const force = findForce(name);
  if (force === undefined)
    throw new CliError(
      EXIT.usage,
      `--${option}: there is no force ${JSON.stringify(name)}. Give its ONS code, such as E23000037.`,
    );
  return force.code;
}

/** `--rebase FORCE=YYYY-MM`, by the code of the force. */
export function readRebases(given: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const rebases: Record<string, readonly string[]> = {};
  for (const text of given) {
    const [name, month] = halves('rebase', text, 'FORCE=YYYY-MM');
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
      throw new CliError(EXIT.usage, `--rebase ${text}: ${month} is not a month; write it as YYYY-MM.`);
    const code = forceCode('rebase', name);
    rebases[code] = [...(rebases[code] ?? []), month];
  }
  return rebases;
}

/** A change in a month that no file holds would change nothing, and nobody would notice. */
export function checkRebases(
  rebases: Readonly<Record<string, readonly string[]>>,
  files: readonly Exchange[],
): void {
  for (const [code, months] of Object.entries(rebases)) {
    const periods = files.filter(({ force }) => force.code === code).flatMap(({ period }) => period ?? []);
    const strange = months.find((month) => !periods.some(({ from, to }) => from <= month && month <= to));
    if (strange !== undefined)
      throw new CliError(EXIT.usage, `--rebase ${code}=${strange}: no file of that force holds that month.`);
  }
}

/** `--baseline MEASURE=PERCENT`, as a share by measure. */
export function readBaselines(
  given: readonly string[],
  measures: readonly string[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    given.map((text) => {
      const [measure, percent] = halves('baseline', text, 'MEASURE=PERCENT, such as csa-by-title=95');
      const value = Number(percent.replace(/%$/, ''));
      if (!measures.includes(measure))
        throw new CliError(
          EXIT.usage,
          `--baseline: there is no measure ${JSON.stringify(measure)}; there are ${measures.join(', ')}.`,
        );
      if (!(value > 0 && value < 100))
        throw new CliError(EXIT.usage, `--baseline ${text}: a baseline is a percentage between 0 and 100.`);
      return [measure, value / 100];
    }),
  );
}

/** `--expect FORCE`, or a region for all its forces. */
export function readExpected(given: readonly string[]): readonly string[] {
  return given.flatMap((name) => {
    const region = forcesOfRegion(name);
    return region.length > 0 ? region.map(({ code }) => code) : [forceCode('expect', name)];
  });
}
