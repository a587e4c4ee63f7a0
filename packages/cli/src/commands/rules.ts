import type { CommandModule } from 'yargs';
import type { ExitCode } from '../exit.js';
import { rulesAdoptCommand } from './adopt.js';
import { rulesListCommand } from './rules-list.js';
import { rulesShowCommand } from './rules-show.js';
import { rulesTestCommand } from './rules-test.js';

export const rulesCommand = (done: (exit: ExitCode) => void): CommandModule => ({
  command: 'rules',
  describe: 'what is checked, and why',
  builder: (yargs) =>
    yargs
      .command(rulesListCommand(done))
      .command(rulesShowCommand(done))
      .command(rulesTestCommand(done))
      .command(rulesAdoptCommand(done))
      .example('$0 rules list', 'every rule, in the order of work')
      .demandCommand(1, 'Name what to do with the rules: list, show, test or adopt'),
  handler: () => undefined,
});
