import type { CommandModule } from 'yargs';
import { EXIT, type ExitCode } from '../exit.js';
import { type CommandHelp, manualPage } from '../messages/manual.js';

/** The commands that a help lists; those of `markercheck rules` begin with `rules`. */
function listed(help: string, path: readonly string[]): readonly (readonly string[])[] {
  const names = [...help.matchAll(/^ {2}markercheck ((?:[a-z-]+ ?)+)/gm)].map(([, name = '']) =>
    name.trim().split(' '),
  );
  return names.filter((name) => name.length === path.length + 1 && path.every((part, i) => name[i] === part));
}

async function helpsBelow(
  path: readonly string[],
  helpOf: (path: readonly string[]) => Promise<string>,
): Promise<readonly CommandHelp[]> {
  const help = await helpOf(path);
  const [, commands = ''] = help.split('\nCommands:\n');
  const below: CommandHelp[] = [];
  for (const name of listed(commands.split('\n\n')[0] ?? '', path)) {
    below.push(...(await helpsBelow(name, helpOf)));
  }
  return [{ name: ['markercheck', ...path].join(' '), help }, ...below];
}

async function run(): Promise<ExitCode> {
  // The manual is made of the program that it is a command of.
  const { helpOf } = await import('../program.js');
  process.stdout.write(manualPage(await helpsBelow([], helpOf)));
  return EXIT.clean;
}

export const manCommand = (done: (exit: ExitCode) => void): CommandModule => ({
  command: 'man',
  describe: 'the manual as one page, for man',
  builder: (yargs) =>
    yargs
      .example('$0 man > markercheck.1', 'write the page')
      .example('$0 man | man -l -', 'read it, where man is'),
  handler: async () => done(await run()),
});
