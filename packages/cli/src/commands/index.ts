import type { CommandModule } from 'yargs';
import type { ExitCode } from '../exit.js';

type Done = (exit: ExitCode) => void;

/** Every command by its name, loaded when it is asked for: what only prints a version needs neither readers nor reports. */
const COMMANDS = {
  check: async (done: Done) => (await import('./check.js')).checkCommand(done),
  explain: async (done: Done) => (await import('./explain.js')).explainCommand(done),
  profile: async (done: Done) => (await import('./profile.js')).profileCommand(done),
  rules: async (done: Done) => (await import('./rules.js')).rulesCommand(done),
  share: async (done: Done) => (await import('./share.js')).shareCommand(done),
  compare: async (done: Done) => (await import('./compare.js')).compareCommand(done),
  sample: async (done: Done) => (await import('./sample.js')).sampleCommand(done),
  import: async (done: Done) => (await import('./import.js')).importCommand(done),
  sql: async (done: Done) => (await import('./sql.js')).sqlCommand(done),
  waive: async (done: Done) => (await import('./waive.js')).waiveCommand(done),
  trend: async (done: Done) => (await import('./trend.js')).trendCommand(done),
  log: async (done: Done) => (await import('./log.js')).logCommand(done),
  generate: async (done: Done) => (await import('./generate.js')).generateCommand(done),
  page: async (done: Done) => (await import('./page.js')).pageCommand(done),
  'portable-win': async (done: Done) => (await import('./portable-win.js')).portableWinCommand(done),
  doctor: async (done: Done) => (await import('./doctor.js')).doctorCommand(done),
  completion: async (done: Done) => (await import('./completion.js')).completionCommand(done),
  man: async (done: Done) => (await import('./man.js')).manCommand(done),
};

/** The commands that a command line can mean: the one that it names first, none to ask for the version, else all. */
export async function commandsFor(args: readonly string[], done: Done): Promise<readonly CommandModule[]> {
  const [first = ''] = args;
  if (first === '--version') return [];
  const wanted = Object.entries(COMMANDS).filter(([name]) => name === first);
  const loaded = (wanted.length > 0 ? wanted : Object.entries(COMMANDS)).map(([, load]) => load(done));
  return (await Promise.all(loaded)) as readonly CommandModule[];
}
