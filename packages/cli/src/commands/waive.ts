import { readFileSync } from 'node:fs';
import { addWaiver, MarkercheckError, type Pack, readWaivers, standingWaivers } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { updateFile } from '../io/update-file.js';
import { systemReason } from '../messages/system-errors.js';
import { terminalSafe } from '../messages/terminal-text.js';
import { waiverList } from '../messages/waiver-list.js';
import { wrap } from '../messages/wrap.js';
import { dayNumber, readSettings } from '../run/settings.js';
import { readRuleIds } from './rules-ids.js';

interface Arguments {
  readonly waivers: string;
  readonly list: boolean;
  readonly rule?: string | undefined;
  readonly record?: string | undefined;
  readonly reason?: string | undefined;
  readonly by?: string | undefined;
  readonly expires?: string | undefined;
  readonly decided?: string | undefined;
  readonly 'as-at'?: string | undefined;
}

const NEEDED = ['rule', 'record', 'reason', 'by', 'expires'] as const;

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CliError(
      EXIT.usage,
      `--waivers ${file} is not UTF-8. Open it in the program that wrote it and save it as “CSV UTF-8”.`,
    );
  }
}

/** Adds the file's name to what is wrong with it. */
function ofFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof MarkercheckError && error.code === 'WAIVERS_INVALID')
      throw new CliError(EXIT.usage, `--waivers ${file}: ${error.message}`);
    throw error;
  }
}

const idsOf = (pack: Pack): ReadonlySet<string> => new Set(pack.rules.map(({ id }) => id));

function list(file: string, pack: Pack, asAt: string): void {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CliError(EXIT.usage, `--waivers ${file} cannot be read: ${systemReason(error)}.`);
  }
  const day = dayNumber(asAt);
  const read = ofFile(file, () => readWaivers(textOf(bytes, file), idsOf(pack), day));
  process.stdout.write(waiverList(file, asAt, standingWaivers(read, day)));
}

function add(args: Arguments, pack: Pack, asAt: string): void {
  const missing = NEEDED.filter((name) => args[name] === undefined);
  if (missing.length > 0) {
    throw new CliError(
      EXIT.usage,
      `A waiver needs ${missing.map((name) => `--${name}`).join(', ')}. To see those there are: markercheck waive --waivers ${args.waivers} --list`,
    );
  }
  const { rule = '', record = '', reason = '', by = '', expires = '', decided = asAt } = args;
  const [id = ''] = readRuleIds([rule], pack);
  let said = '';
  const draft = {
    rule: id,
    crimeReference: record,
    reason,
    decidedBy: by,
    decidedOn: decided,
    expiresOn: expires,
  };
  updateFile(args.waivers, (before) => {
    const csv = before === null ? null : textOf(before, args.waivers);
    const { text, waiver } = ofFile(args.waivers, () => addWaiver(csv, draft, idsOf(pack), dayNumber(asAt)));
    said = `${args.waivers} row ${waiver.row}: ${id} is waived on ${waiver.crimeReference} until ${waiver.expiresOn}. The finding stays in the figures.`;
    return Buffer.concat([before ?? Buffer.alloc(0), Buffer.from(text, 'utf8')]);
  });
  process.stdout.write(`${wrap(terminalSafe(said))}\n`);
}

function run(args: Arguments): ExitCode {
  const { pack, asAt } = readSettings({ asAt: args['as-at'] });
  if (args.list) list(args.waivers, pack, asAt);
  else add(args, pack, asAt);
  return EXIT.clean;
}

export const waiveCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'waive',
  describe: 'record a decision that a finding is in order, or list those there are',
  builder: (yargs) =>
    yargs
      .option('waivers', {
        type: 'string',
        demandOption: true,
        describe: 'the waivers file (a CSV); it is made if there is none',
        requiresArg: true,
      })
      .option('rule', { type: 'string', describe: 'the rule whose finding is in order', requiresArg: true })
      .option('record', {
        type: 'string',
        describe: 'the crime reference, exactly as it stands in the extract',
        requiresArg: true,
      })
      .option('reason', {
        type: 'string',
        describe: 'why the record is in order as it is; no names and nothing personal',
        requiresArg: true,
      })
      .option('by', {
        type: 'string',
        describe:
          'who decided: a role or an account such as "force crime registrar", not the name of a person',
        requiresArg: true,
      })
      .option('expires', {
        type: 'string',
        describe: 'the last day on which it waives, YYYY-MM-DD: then somebody looks again',
        requiresArg: true,
      })
      .option('decided', {
        type: 'string',
        describe: 'the day of the decision, YYYY-MM-DD; the day of --as-at if not given',
        requiresArg: true,
      })
      .option('as-at', {
        type: 'string',
        describe: 'the day to judge by, YYYY-MM-DD; today if not given',
        requiresArg: true,
      })
      .option('list', {
        type: 'boolean',
        default: false,
        describe: 'show the waivers in force, those that end soon or are over, and lines that cannot be read',
      })
      .example(
        '$0 waive --waivers waivers.csv --rule CSE-C71-MISSING --record 23/4567/26 --reason "A decoy, no child" --by "force crime registrar" --expires 2027-04-30',
        'record a decision',
      ),
  handler: (args) => done(run(args)),
});
