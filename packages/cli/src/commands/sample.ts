import type { CommandModule } from 'yargs';
import type { ExitCode } from '../exit.js';
import { sampleDrawCommand } from './sample-draw.js';
import { sampleScoreCommand } from './sample-score.js';

export const sampleCommand = (done: (exit: ExitCode) => void): CommandModule => ({
  command: 'sample',
  describe: 'dip-sample a run, and score the review',
  builder: (yargs) =>
    yargs
      .command(sampleDrawCommand(done))
      .command(sampleScoreCommand(done))
      .example('$0 sample draw markercheck-run extract.csv', 'records for a dip sample')
      .demandCommand(1, 'Name what to do: draw or score'),
  handler: () => undefined,
});
