import type { RunInput, RunSummary } from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { type Input, readInput } from '../io/input.js';
import { STANDARD_INPUT } from '../io/standard-input.js';
import { systemReason } from '../messages/system-errors.js';

type Digest = Pick<RunInput, 'name' | 'sha256'>;

function requireKnown(run: RunSummary, read: readonly Digest[], folder: string): readonly Digest[] {
  const left: Digest[] = [...run.inputs];
  for (const input of read) {
    const at = left.findIndex(({ sha256 }) => sha256 === input.sha256);
    if (at < 0) {
      throw new CliError(
        EXIT.usage,
        run.inputs.some(({ name }) => name === input.name)
          ? `${input.name} is not the file that ${folder} was made from: its SHA-256 is another. It was changed or replaced; check it again, or name the file as it was.`
          : `${input.name} is not one of the files that ${folder} was made from: no SHA-256 of the run is that of this file.`,
      );
    }
    left.splice(at, 1);
  }
  return left;
}

/** The digests of the inputs as they lie there; standard input can be read once only, and is left out. */
async function digestsOf(inputs: readonly Input[]): Promise<readonly Digest[]> {
  const digests: Digest[] = [];
  for (const input of inputs) {
    if (input.path === STANDARD_INPUT) continue;
    try {
      const { sha256 } = await readInput(input, () => undefined);
      digests.push({ name: input.name, sha256 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      throw new CliError(EXIT.input, `${input.name} cannot be read: ${systemReason(error)}.`);
    }
  }
  return digests;
}

/** Refuses a file that is not of the run before any record of it is read: its columns would be blamed instead. */
export async function requireInputsOf(
  run: RunSummary,
  inputs: readonly Input[],
  folder: string,
): Promise<void> {
  requireKnown(run, await digestsOf(inputs), folder);
}

/**
 * What was read must be what the run read, all of it, byte by byte: the sample's counts would else be of
 * another population. The order counts too, because the seed draws by it.
 */
export function requireRunInputs(run: RunSummary, read: readonly Digest[], folder: string): void {
  const left = requireKnown(run, read, folder);
  if (left.length > 0) {
    const names = left.map(({ name }) => name).join(', ');
    throw new CliError(EXIT.usage, `${folder} was also made from ${names}: name all its extracts.`);
  }
  if (read.some(({ sha256 }, i) => sha256 !== run.inputs[i]?.sha256)) {
    const names = run.inputs.map(({ name }) => name).join(', ');
    throw new CliError(
      EXIT.usage,
      `Name the extracts in the order of the run, so that the same seed draws the same records: ${names}.`,
    );
  }
}
