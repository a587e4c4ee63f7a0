import type { CommandModule } from 'yargs';
import { EXIT, type ExitCode } from '../exit.js';
import { COMPLETIONS, type Shell } from '../messages/completions.js';

interface Arguments {
  readonly shell: Shell;
}

function run({ shell }: Arguments): ExitCode {
  process.stdout.write(COMPLETIONS[shell]);
  return EXIT.clean;
}

export const completionCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'completion <shell>',
  describe: 'the script that completes commands and options at the Tab key',
  builder: (yargs) =>
    yargs
      .positional('shell', {
        choices: Object.keys(COMPLETIONS) as Shell[],
        demandOption: true,
        describe: 'the shell that it is for',
      })
      .example('$0 completion bash >> ~/.bashrc', 'from the next bash on')
      .example('$0 completion zsh >> ~/.zshrc', 'from the next zsh on, behind compinit')
      .example('$0 completion powershell >> $PROFILE', 'from the next PowerShell on'),
  handler: (args) => done(run(args)),
});
