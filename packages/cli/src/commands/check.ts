import { parseDate, type WorkListOptions } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { expandInputs, namedInputs } from '../io/input.js';
import { openOutputFolder, type OutputFolder, recoverRun } from '../io/output-folder.js';
import { createProgress } from '../io/progress.js';
import { hearStops } from '../io/stop.js';
import { previewSummary } from '../messages/preview-summary.js';
import { alertLines } from '../messages/alert-lines.js';
import { checkSummary, noticeLine } from '../messages/check-summary.js';
import { wrap } from '../messages/wrap.js';
import { loadEvents } from '../run/events.js';
import { openHistory } from '../run/history.js';
import { openRunLog, type RunLog } from '../io/run-log.js';
import { openPreview } from '../run/preview.js';
import { openEarlierRun } from '../run/baseline.js';
import { type CheckedExtracts, checkExtracts, type CheckRequest } from '../run/check-extracts.js';
import { loadWaivers } from '../run/waivers.js';
import { exitOf, ratesOver, readMaxRates } from '../run/gates.js';
import { DEFAULT_FORMATS, FORMATS, openOutputs, type OutputOptions } from '../run/outputs.js';
import { MOST_JOBS } from '../run/parallel/jobs.js';
import { readSettings } from '../run/settings.js';
import { readFormats, readPercent } from './arguments.js';
import { type CheckArguments, withCheckOptions } from './check-options.js';
import { readEngine } from './options.js';

/** The run log, opened before anything is read: a run that cannot be logged does not begin. */
function readLog({ log: file, operator, reason }: CheckArguments): RunLog | null {
  if (file === undefined) {
    if (operator === undefined && reason === undefined) return null;
    throw new CliError(EXIT.usage, '--operator and --reason go into the run log: name it with --log.');
  }
  if (operator === undefined || reason === undefined) {
    throw new CliError(EXIT.usage, '--log needs --operator (a role or account, not a name) and --reason.');
  }
  return openRunLog({ file, operator, reason });
}

function readWorkListOptions(args: CheckArguments, asAt: string): WorkListOptions {
  const { 'settling-days': settlingDays, 'worklist-since': since, 'split-by': splitBy } = args;
  if (!Number.isInteger(settlingDays) || settlingDays < 0) {
    throw new CliError(EXIT.usage, '--settling-days is a whole number of days, 0 or more.');
  }
  if (since !== undefined && parseDate(since) === null) {
    throw new CliError(EXIT.usage, `--worklist-since ${since} is not a date; write it as YYYY-MM-DD.`);
  }
  return {
    asAt,
    settlingDays,
    ...(since === undefined ? {} : { since }),
    ...(splitBy === undefined ? {} : { splitBy }),
  };
}

function readJobs(jobs: number | undefined): number | null {
  if (jobs === undefined) return null;
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new CliError(EXIT.usage, `--jobs is a whole number from 1 to ${MOST_JOBS}.`);
}

/** Runs and writes a check; whatever stops it on the way leaves no half-written folder. */
async function writeRun(
  folder: OutputFolder,
  options: OutputOptions,
  request: CheckRequest,
  isQuiet: boolean,
): Promise<CheckedExtracts> {
  const total = request.inputs.reduce((sum, input) => sum + input.size, 0);
  const progress = createProgress(total, isQuiet);
  try {
    const outputs = openOutputs(folder, options);
    const checked = await checkExtracts(request, outputs, progress);
    outputs.finish(checked.summary, {
      trend: request.history?.trend(checked.summary),
      readings: request.settings.adoption?.adoption.readings,
    });
    await hearStops();
    return checked;
  } catch (error) {
    folder.discard();
    throw error;
  } finally {
    progress.done();
  }
}

async function run(args: CheckArguments): Promise<ExitCode> {
  const settings = readSettings({ ...args, asAt: args['as-at'], markersFile: args['markers-file'] });
  const outputs: OutputOptions = {
    formats: readFormats(args.format, FORMATS, DEFAULT_FORMATS),
    pack: settings.pack,
    workList: readWorkListOptions(args, settings.asAt),
  };
  if (args['new-only'] && args.baseline === undefined) {
    throw new CliError(EXIT.usage, '--new-only needs --baseline: without an earlier run nothing is new.');
  }
  if (args.events !== undefined && args.history === undefined) {
    throw new CliError(
      EXIT.usage,
      '--events needs --history: without earlier runs there is no chart to draw on.',
    );
  }
  const events = loadEvents(args.events);
  const gates = readMaxRates(args['max-rate'], new Set(settings.pack.rules.map((rule) => rule.id)));
  recoverRun(args.out);
  const request: CheckRequest = {
    inputs: await expandInputs(namedInputs(args.extract ?? []), readEngine(args)),
    settings,
    minAssessed: readPercent(args['min-assessed'], '--min-assessed'),
    earlier: args.baseline === undefined ? null : openEarlierRun(args.baseline, settings.identity),
    waivers: args.waivers === undefined ? null : loadWaivers(args.waivers, settings.pack, settings.asAt),
    history: args.history === undefined ? null : openHistory(args.history, settings.pack, events),
    checkKeys: args['check-keys'],
    jobs: readJobs(args.jobs),
    preview: args.preview === undefined ? null : openPreview(args.preview, settings),
  };
  const log = readLog(args);
  const folder = openOutputFolder(args.out);
  const { summary, fresh, fileNotices, notices } = await writeRun(folder, outputs, request, args.quiet);
  for (const words of [...alertLines(summary, settings.pack), ...fileNotices.map(noticeLine)]) {
    process.stderr.write(`${words}\n`);
  }
  try {
    folder.commit();
  } catch (error) {
    log?.append(summary, EXIT.failure);
    throw error;
  }
  request.history?.keep(summary);
  if (!args.quiet) {
    process.stdout.write(checkSummary(summary, settings.pack, args.out, notices));
    if (request.preview !== null) process.stdout.write(previewSummary(request.preview, args.out));
  }
  const over = ratesOver(summary, gates);
  for (const words of over) process.stderr.write(`${wrap(words, '  ')}\n`);
  const exit = exitOf(summary, args['new-only'] ? fresh : summary.findings, args['fail-on'], over.length > 0);
  log?.append(summary, exit);
  return exit;
}

export const checkCommand = (done: (exit: ExitCode) => void): CommandModule<object, CheckArguments> => ({
  command: 'check <extract..>',
  describe: 'check extracts, and write a run',
  builder: withCheckOptions,
  handler: async (args) => done(await run(args)),
});
