import { compilePack, createChecker, loadCases, type Pack, rulePages } from '@markercheck/core';
import type { CommandModule } from 'yargs';
import { EXIT, type ExitCode } from '../exit.js';
import { ruleText } from '../messages/rule-text.js';
import { readSettings } from '../run/settings.js';
import { readRuleIds } from './rules-ids.js';

interface Arguments {
  readonly id: string;
  readonly policy?: string | undefined;
}

/** What a finding of the rule says, on the first record that its cases say breaches it. */
function exampleMessage(pack: Pack, id: string): string | null {
  const record = loadCases()[id]?.breached[0];
  if (record === undefined) return null;
  const checker = createChecker(pack, { asAt: '2026-01-01', policy: { rules: { [id]: 'on' } } });
  return checker.check(record).findings.find((finding) => finding.rule === id)?.message ?? null;
}

function run(args: Arguments): ExitCode {
  const { pack, policy } = readSettings({ policy: args.policy });
  const [id] = readRuleIds([args.id], pack);
  const page = rulePages(compilePack(pack, { policy })).find(({ rule }) => rule.id === id);
  if (page === undefined) return EXIT.failure;
  const { id: known, message } = page.rule;
  process.stdout.write(ruleText(page, loadCases()[known], exampleMessage(pack, known) ?? message));
  return EXIT.clean;
}

export const rulesShowCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'show <id>',
  describe: 'one rule in full: what it asks, why, its sources and limits, how to put it right',
  builder: (yargs) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'the id of the rule' })
      .option('policy', {
        type: 'string',
        describe: "the force's changes to the pack (a JSON file)",
        requiresArg: true,
      })
      .example('$0 rules show CSA-BYDEF-MISSING', 'why it is there, when it applies, and what to do'),
  handler: (args) => done(run(args)),
});
