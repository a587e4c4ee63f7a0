import type { CommandModule } from 'yargs';
import type { ExitCode } from '../exit.js';
import { profileCheckCommand } from './profile-check.js';
import { profileSuggestCommand } from './profile-suggest.js';

export const profileCommand = (done: (exit: ExitCode) => void): CommandModule => ({
  command: 'profile',
  describe: 'propose a profile for an extract, and see how one fits',
  builder: (yargs) =>
    yargs
      .command(profileSuggestCommand(done))
      .command(profileCheckCommand(done))
      .example('$0 profile suggest extract.csv --out profile.json', 'the first step with an unknown export')
      .demandCommand(1, 'Name what to do with a profile: suggest or check'),
  handler: () => undefined,
});
