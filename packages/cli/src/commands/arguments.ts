import { CliError, EXIT } from '../exit.js';

/** A percentage from 0 to 100 as a share. */
export function readPercent(value: number, option: string): number {
  if (!Number.isFinite(value) || value < 0 || value > 100) {
    throw new CliError(EXIT.usage, `${option} is a percentage from 0 to 100.`);
  }
  return value / 100;
}

/** Names with commas between, each of a closed list. */
export function readFormats<const F extends string>(
  text: string | undefined,
  formats: readonly F[],
  ifNotGiven: readonly F[],
): ReadonlySet<F> {
  if (text === undefined) return new Set(ifNotGiven);
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(formats as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new CliError(
      EXIT.usage,
      `--format: there is no ${JSON.stringify(unknown)}; there are ${formats.join(', ')}.`,
    );
  }
  return new Set(names as F[]);
}
