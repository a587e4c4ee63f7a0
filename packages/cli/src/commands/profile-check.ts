import {
  createProfileFit,
  type Encoding,
  isMisread,
  MarkercheckError,
  type ProfileFit,
} from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { expandInputs, namedInputs } from '../io/input.js';
import { type FitContext, fitText, misfitText } from '../messages/profile-fit.js';
import { engineText } from '../messages/profile-words.js';
import { readWithProfile } from '../run/profile-files.js';
import { readInputs } from '../run/read-inputs.js';
import { readSettings } from '../run/settings.js';
import { type EngineArguments, readEngine, SHARED, withEngine } from './options.js';

interface Arguments extends EngineArguments {
  readonly profile: string;
  readonly extract?: string[] | undefined;
  readonly 'markers-file'?: string | undefined;
  readonly policy?: string | undefined;
  readonly encoding?: Encoding | undefined;
}

/** 0 fits, 1 fits with values that fail, 2 does not fit; what could not be read to its end is 3 as everywhere. */
function exitOf({ columns, unknownCodes, keys }: ProfileFit, { complete, markers }: FitContext): ExitCode {
  if (!complete) return EXIT.input;
  if (columns.some(isMisread) || (markers !== null && markers.unmatched() === markers.keys))
    return EXIT.usage;
  const fails =
    columns.some(({ failed }) => failed > 0) ||
    unknownCodes.length > 0 ||
    keys.empty + keys.repeatedNext + keys.repeatedLater - keys.merged > 0;
  return fails ? EXIT.findings : EXIT.clean;
}

async function run(args: Arguments): Promise<ExitCode> {
  const settings = readSettings({
    profile: args.profile,
    policy: args.policy,
    encoding: args.encoding,
    markersFile: args['markers-file'],
  });
  const { pack, policy, profile } = settings;
  if (profile === undefined) throw new CliError(EXIT.usage, 'Name a profile.');
  const inputs = await expandInputs(namedInputs(args.extract ?? []), readEngine(args));
  const readWith = await readWithProfile(settings, () => undefined);
  const fitting = createProfileFit({ ...readWith.options, pack, policy });
  const notices: string[] = [];
  let complete: boolean;
  try {
    ({ complete } = await readInputs(inputs, {
      open: fitting.open,
      notice: ({ file, problem }) => void notices.push(`${file}: ${problem}`),
      progress: () => undefined,
    }));
  } catch (error) {
    if (!(error instanceof MarkercheckError) || error.code !== 'PROFILE_MISFIT') throw error;
    process.stdout.write(misfitText(error.faults.length > 0 ? error.faults : [error.message], args.profile));
    return EXIT.usage;
  }
  const fit = fitting.result();
  const context = {
    profile,
    profileFile: args.profile,
    names: inputs.map(({ name }) => name),
    extracts: args.extract ?? [],
    engineOptions: engineText(args),
    markersFile: args['markers-file'],
    complete: complete && readWith.complete,
    notices,
    markers: readWith.markers,
  };
  const exit = exitOf(fit, context);
  process.stdout.write(fitText(fit, context, exit));
  return exit;
}

export const profileCheckCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'check <profile> <extract..>',
  describe: 'see how a profile fits an extract: 0 it fits, 1 some values fail, 2 it does not fit',
  builder: (yargs) =>
    withEngine(yargs)
      .positional('profile', { type: 'string', demandOption: true, describe: 'the profile (a JSON file)' })
      .positional('extract', {
        type: 'string',
        array: true,
        describe: 'extracts of one shape; - is standard input',
      })
      .option('markers-file', SHARED.markersFile)
      .option('policy', SHARED.policy)
      .option('encoding', SHARED.encoding)
      .example(
        '$0 profile check profile.json extract.csv',
        'before the first check, and when an export changed',
      ),
  handler: async (args) => done(await run(args)),
});
