import type { CommandModule } from 'yargs';
import { EXIT, type ExitCode } from '../exit.js';
import { ruleTestText } from '../messages/rule-text-test.js';
import { testRules } from './rules-test-cases.js';
import { testedPack } from './rules-test-pack.js';

interface Arguments {
  readonly folder?: string | undefined;
}

function run({ folder }: Arguments): ExitCode {
  const tested = testedPack(folder);
  const results = testRules(tested);
  process.stdout.write(ruleTestText(tested.pack, results));
  return results.some(({ failed }) => failed.length > 0) ? EXIT.usage : EXIT.clean;
}

export const rulesTestCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'test [folder]',
  describe: 'check a pack and run the cases of its rules',
  builder: (yargs) =>
    yargs
      .positional('folder', {
        type: 'string',
        describe: 'the folder of a pack: pack.json, lists/ and rules/; the built-in pack if not given',
      })
      .example('$0 rules test', 'every case of every built-in rule')
      .example('$0 rules test our-pack', 'a pack of your own, before it is used'),
  handler: (args) => done(run(args)),
});
