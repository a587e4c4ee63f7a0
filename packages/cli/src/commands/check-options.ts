import { SEVERITIES } from '@markercheck/core';
import type { Argv } from 'yargs';
import { FORMATS } from '../run/outputs.js';
import { type EngineArguments, withSettings } from './options.js';

const FAIL_ON = [...SEVERITIES, 'never'] as const;

/** What `check` is asked. */
export interface CheckArguments extends EngineArguments {
  readonly extract?: string[] | undefined;
  readonly profile?: string | undefined;
  readonly 'markers-file'?: string | undefined;
  readonly policy?: string | undefined;
  readonly 'as-at'?: string | undefined;
  readonly pseudonyms?: string | undefined;
  readonly baseline?: string | undefined;
  readonly preview?: string | undefined;
  readonly adoption?: string | undefined;
  readonly 'settling-days': number;
  readonly 'worklist-since'?: string | undefined;
  readonly 'split-by'?: 'team' | undefined;
  readonly waivers?: string | undefined;
  readonly 'new-only': boolean;
  readonly 'check-keys': boolean;
  readonly jobs?: number | undefined;
  readonly history?: string | undefined;
  readonly events?: string | undefined;
  readonly log?: string | undefined;
  readonly operator?: string | undefined;
  readonly reason?: string | undefined;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined;
  readonly out: string;
  readonly 'fail-on': (typeof FAIL_ON)[number];
  readonly 'max-rate': string[];
  readonly 'min-assessed': number;
  readonly format?: string | undefined;
  readonly quiet: boolean;
}

/** The options of `check`. */
export function withCheckOptions(yargs: Argv): Argv<CheckArguments> {
  return withSettings(yargs)
    .positional('extract', {
      type: 'string',
      array: true,
      describe: 'extracts of one shape; - is standard input',
    })
    .option('out', {
      type: 'string',
      default: 'markercheck-run',
      describe: 'the folder of the run; an earlier run in it is replaced',
      requiresArg: true,
    })
    .option('baseline', {
      type: 'string',
      describe:
        'the folder of an earlier run: findings are new or persisting, and what is resolved is listed',
      requiresArg: true,
    })
    .option('new-only', {
      type: 'boolean',
      default: false,
      describe: 'with --baseline: only new findings count for the exit code',
    })
    .option('waivers', {
      type: 'string',
      describe: 'reviewed decisions that findings are in order (a CSV)',
      requiresArg: true,
    })
    .option('preview', {
      type: 'string',
      describe:
        'a policy (file) or a pack (folder) that is not adopted yet: what it would change is said and listed',
      requiresArg: true,
    })
    .option('adoption', {
      type: 'string',
      describe: "the registrar's answers to the unconfirmed readings (a CSV); see rules adopt",
      requiresArg: true,
    })
    .option('settling-days', {
      type: 'number',
      default: 0,
      describe: 'keeps records recorded fewer days ago off the work list; they are counted all the same',
      requiresArg: true,
    })
    .option('worklist-since', {
      type: 'string',
      describe: 'keeps records recorded before this day off the work list (YYYY-MM-DD)',
      requiresArg: true,
    })
    .option('split-by', {
      choices: ['team'] as const,
      describe: 'a sheet of the work list for each team',
      requiresArg: true,
    })
    .option('pseudonyms', {
      type: 'string',
      describe: 'a file with a secret key: outputs have keyed digests in place of crime references',
      requiresArg: true,
    })
    .option('history', {
      type: 'string',
      describe: 'a folder that keeps each run: the trend is drawn from it, and a broken feed is an alert',
      requiresArg: true,
    })
    .option('events', {
      type: 'string',
      describe: 'with --history: what happened when (a CSV: date,label,kind), drawn on the trend',
      requiresArg: true,
    })
    .option('log', {
      type: 'string',
      describe: 'the run log that this run is added to; needs --operator and --reason',
      requiresArg: true,
    })
    .option('operator', {
      type: 'string',
      describe: 'for the run log: a role or an account, not a name',
      requiresArg: true,
    })
    .option('reason', {
      type: 'string',
      describe: 'for the run log: why the check is run',
      requiresArg: true,
    })
    .option('jobs', {
      type: 'number',
      describe: 'how many workers read a CSV, XML or NDJSON; by its size if not given; 1 for none',
      requiresArg: true,
    })
    .option('check-keys', {
      type: 'boolean',
      default: false,
      describe:
        'say crime references that repeat anywhere, not only in the next row; memory grows with the records',
    })
    .option('fail-on', {
      choices: FAIL_ON,
      default: 'warning' as const,
      describe: 'the severity of a finding from which the exit code is 1',
      requiresArg: true,
    })
    .option('max-rate', {
      type: 'string',
      array: true,
      default: [] as string[],
      describe:
        'RULE=PCT: exit code 1 if more of the records that the rule judges are breached; may be repeated',
      requiresArg: true,
      nargs: 1,
    })
    .option('min-assessed', {
      type: 'number',
      default: 95,
      describe:
        'the percentage of records with a readable, known offence code below which the run is not a check (exit code 3)',
      requiresArg: true,
    })
    .option('format', {
      type: 'string',
      describe: `what to write, with commas between: ${FORMATS.join(', ')}; all but junit if not given`,
      requiresArg: true,
    })
    .option('quiet', {
      type: 'boolean',
      default: false,
      describe: 'no progress and no summary; errors stay',
    })
    .example('$0 check extract.csv', 'check an extract with canonical column names')
    .example('$0 check extract.csv --profile system.json --out run', 'check an extract by a profile');
}
