import { existsSync } from 'node:fs';
import { loadPack, renderTrend, type Trend, trend, trendCsv } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { isOurs, writeFileWhole } from '../io/write-file.js';
import { systemReason } from '../messages/system-errors.js';
import { terminalSafe } from '../messages/terminal-text.js';
import { breakLines, trendSummary } from '../messages/trend-summary.js';
import { wrap } from '../messages/wrap.js';
import { loadEvents } from '../run/events.js';
import { type HistoryFolder, readHistoryFolder } from '../run/history.js';
import { TOOL } from '../version.js';

interface TrendArguments {
  readonly folder?: string | undefined;
  readonly events?: string | undefined;
  readonly from?: string | undefined;
  readonly out: string;
  readonly 'accept-breaks': boolean;
}

/** The page, and the figures beside it under the same name. */
function outputsOf(out: string): { readonly html: string; readonly csv: string } {
  if (!/\.html?$/i.test(out))
    throw new CliError(EXIT.usage, `--out ${out} is no page: name a file that ends in .html.`);
  const csv = out.replace(/\.html?$/i, '.csv');
  if (!isOurs(out, '<meta name="generator" content="markercheck">')) {
    throw new CliError(EXIT.usage, `--out ${out} is a file that markercheck did not write. Name another.`);
  }
  if (!isOurs(csv, 'force,measure,unit,from,')) {
    throw new CliError(
      EXIT.usage,
      `${csv}, where the figures go, is a file that markercheck did not write. Name another --out.`,
    );
  }
  return { html: out, csv };
}

function historyOf(folder: string): HistoryFolder {
  if (!existsSync(folder)) throw new CliError(EXIT.input, `There is no folder ${folder}.`);
  let history: HistoryFolder;
  try {
    history = readHistoryFolder(folder);
  } catch (error) {
    throw new CliError(EXIT.input, `${folder} cannot be read: ${systemReason(error)}.`);
  }
  if (history.entries.length === 0) {
    throw new CliError(EXIT.input, `${folder} holds no run: name the folder that --history of check names.`);
  }
  return history;
}

function run(args: TrendArguments): ExitCode {
  const { folder = '', from } = args;
  if (from !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(from)) {
    throw new CliError(EXIT.usage, `--from ${from} is not a month; write it as YYYY-MM.`);
  }
  const events = loadEvents(args.events);
  const files = outputsOf(args.out);
  const history = historyOf(folder);
  const pack = loadPack();
  const drawn: Trend = trend(history.entries, pack, { events, ...(from === undefined ? {} : { from }) });
  writeFileWhole(files.html, renderTrend({ trend: drawn, pack, tool: TOOL }));
  writeFileWhole(files.csv, trendCsv(drawn));
  for (const name of history.unreadable) {
    process.stderr.write(
      `${wrap(terminalSafe(`${name} of the history cannot be read and is left out.`), '  ')}\n`,
    );
  }
  process.stdout.write(trendSummary(drawn, files));
  if (!drawn.isBroken) return EXIT.clean;
  for (const line of breakLines(drawn, args['accept-breaks']))
    process.stderr.write(`${wrap(terminalSafe(line), '  ')}\n`);
  return args['accept-breaks'] ? EXIT.clean : EXIT.usage;
}

export const trendCommand = (done: (exit: ExitCode) => void): CommandModule<object, TrendArguments> => ({
  command: 'trend <folder>',
  describe: 'draw the runs of a history over time',
  builder: (yargs) =>
    yargs
      .positional('folder', { type: 'string', describe: 'the folder that --history of check names' })
      .option('events', {
        type: 'string',
        describe: 'what happened when (a CSV: date,label,kind), to be drawn on the charts',
        requiresArg: true,
      })
      .option('from', {
        type: 'string',
        describe: 'the first month to draw, YYYY-MM; the last 36 months if not given',
        requiresArg: true,
      })
      .option('out', {
        type: 'string',
        default: 'trend.html',
        describe: 'the page; its figures go beside it as a .csv',
        requiresArg: true,
      })
      .option('accept-breaks', {
        type: 'boolean',
        default: false,
        describe: 'a line that is broken, because runs were judged by different rules, is no exit code 2',
      })
      .example('$0 trend history --events events.csv', 'draw trend.html and trend.csv'),
  handler: (args) => done(run(args)),
});
