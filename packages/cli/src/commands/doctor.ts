import type { CommandModule } from 'yargs';
import { EXIT, type ExitCode } from '../exit.js';
import { doctorText } from '../messages/doctor.js';
import { examine } from '../run/examine.js';

interface Arguments {
  readonly out: string;
  readonly json: boolean;
}

async function run({ out, json }: Arguments): Promise<ExitCode> {
  const examined = await examine(out);
  process.stdout.write(json ? `${JSON.stringify(examined, null, 2)}\n` : doctorText(examined));
  return examined.some(({ state }) => state === 'stop') ? EXIT.failure : EXIT.clean;
}

export const doctorCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'doctor',
  describe: 'what a run depends on here: versions, today, encodings, folder and disk',
  builder: (yargs) =>
    yargs
      .option('out', {
        type: 'string',
        default: 'markercheck-run',
        describe: 'where a run would be written',
        requiresArg: true,
      })
      .option('json', { type: 'boolean', default: false, describe: 'as JSON, for a report of a fault' })
      .example('$0 doctor --out D:\\runs\\latest', 'whether a run can be written there'),
  handler: async (args) => done(await run(args)),
});
