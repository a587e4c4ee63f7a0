import { type Adoption, adoptionSheet, adoptionSummary } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { updateFile } from '../io/update-file.js';
import { terminalSafe } from '../messages/terminal-text.js';
import { counted, wrap } from '../messages/wrap.js';
import { readAdoptionFile } from '../run/adoption.js';
import { readSettings } from '../run/settings.js';

interface Arguments {
  readonly out: string;
  readonly from?: string | undefined;
  readonly 'as-at'?: string | undefined;
}

function said(out: string, readings: number, before: Adoption): string {
  const kept = before.readings.length;
  const lost = before.malformed.length;
  return [
    `${out}: ${counted(readings, 'reading')} for the registrar to answer`,
    kept === 0 ? '' : `; ${counted(kept, 'answer')} kept`,
    lost === 0 ? '' : `; ${counted(lost, 'line')} of the earlier sheet not taken over`,
    `. Filled in, it goes with: markercheck check <extract> --adoption ${out}`,
  ].join('');
}

function run(args: Arguments): ExitCode {
  const { pack, asAt } = readSettings({ asAt: args['as-at'] });
  const before: Adoption =
    args.from === undefined
      ? { readings: [], malformed: [] }
      : readAdoptionFile(args.from, '--from', pack, asAt);
  updateFile(args.out, (existing) => {
    if (existing === null) return Buffer.from(adoptionSheet(pack, before), 'utf8');
    throw new CliError(
      EXIT.usage,
      `--out ${args.out} is there already and may hold answers. Name another file; --from ${args.out} takes its answers over.`,
    );
  });
  for (const { row, problem } of before.malformed) {
    process.stderr.write(`${wrap(`${terminalSafe(args.from ?? '')} row ${row}: ${problem}.`, '  ')}\n`);
  }
  const text = said(args.out, adoptionSummary(pack, before).of, before);
  process.stdout.write(`${wrap(terminalSafe(text))}\n`);
  return EXIT.clean;
}

export const rulesAdoptCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'adopt',
  describe: 'write a sheet of every unconfirmed reading, for the force crime registrar to answer',
  builder: (yargs) =>
    yargs
      .option('out', {
        type: 'string',
        demandOption: true,
        describe: 'the sheet to write (a CSV); one that is there is not touched',
        requiresArg: true,
      })
      .option('from', {
        type: 'string',
        describe: 'an earlier sheet: its answers are taken over where the reading is still the same',
        requiresArg: true,
      })
      .option('as-at', {
        type: 'string',
        describe: 'the day to judge by, YYYY-MM-DD; today if not given',
        requiresArg: true,
      })
      .example('$0 rules adopt --out adoption.csv', 'ask the registrar'),
  handler: (args) => done(run(args)),
});
