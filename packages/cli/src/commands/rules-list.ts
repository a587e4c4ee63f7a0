import { compilePack, MARKERS, type RulePage, rulePages } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { ruleListCsv, ruleListJson, ruleListText } from '../messages/rule-text-list.js';
import { readSettings } from '../run/settings.js';

const FORMATS = ['text', 'json', 'csv'] as const;
const TIERS = [1, 2, 3, 4] as const;

interface Arguments {
  readonly policy?: string | undefined;
  readonly tier?: number | undefined;
  readonly marker?: (typeof MARKERS)[number] | undefined;
  readonly on: boolean;
  readonly off: boolean;
  readonly format: (typeof FORMATS)[number];
}

function wantedBy({ tier, marker, on, off }: Arguments): (page: RulePage) => boolean {
  return ({ rule, state }) =>
    (tier === undefined || rule.tier === tier) &&
    (marker === undefined || rule.marker === marker) &&
    (!on || state === 'on') &&
    (!off || state === 'off');
}

function run(args: Arguments): ExitCode {
  if (args.on && args.off) throw new CliError(EXIT.usage, 'Name --on or --off, not both.');
  const { pack, policy, policyDigest } = readSettings({ policy: args.policy });
  const pages = rulePages(compilePack(pack, { policy })).filter(wantedBy(args));
  const rules = [...pages].sort((a, b) => a.rule.tier - b.rule.tier);
  const list = { pack, rules, hasPolicy: policyDigest !== null };
  const formats = { text: ruleListText, json: ruleListJson, csv: ruleListCsv };
  process.stdout.write(formats[args.format](list));
  return EXIT.clean;
}

export const rulesListCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'list',
  describe: 'every rule: id, tier, severity, on or off, title',
  builder: (yargs) =>
    yargs
      .option('policy', {
        type: 'string',
        describe: "the force's changes to the pack (a JSON file)",
        requiresArg: true,
      })
      .option('tier', { choices: TIERS, describe: 'only rules of this tier', requiresArg: true })
      .option('marker', { choices: MARKERS, describe: 'only rules about this marker', requiresArg: true })
      .option('on', { type: 'boolean', default: false, describe: 'only rules that are on' })
      .option('off', { type: 'boolean', default: false, describe: 'only rules that are off' })
      .option('format', {
        choices: FORMATS,
        default: 'text' as const,
        describe: 'how to write the list',
        requiresArg: true,
      })
      .example('$0 rules list --tier 1', 'the rules by which a child is not counted')
      .example('$0 rules list --format csv > rules.csv', 'all of them, for a spreadsheet'),
  handler: (args) => done(run(args)),
});
