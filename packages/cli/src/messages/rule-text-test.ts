import type { Pack } from '@markercheck/core';
import type { RuleTest } from '../commands/rules-test-cases.js';
import { terminalSafe } from './terminal-text.js';
import { count, counted, wrap } from './wrap.js';

const ID_WIDTH = 26;

function ruleLines({ rule, cases, failed }: RuleTest): readonly string[] {
  const passed = failed.length === 0;
  const result = passed
    ? counted(cases, 'case')
    : `${count(failed.length)} of ${counted(cases, 'case')} failed`;
  return [
    `  ${passed ? 'ok    ' : 'FAILED'}  ${rule.padEnd(ID_WIDTH)} ${result}`,
    ...failed.map(({ place, expected, found }) =>
      wrap(`          ${place}: it is ${found}, and the file says ${expected}`, ' '.repeat(12)),
    ),
  ];
}

/** What `rules test` says of a pack that could be used. */
export function ruleTestText(pack: Pack, tests: readonly RuleTest[]): string {
  const cases = tests.reduce((sum, test) => sum + test.cases, 0);
  const failed = tests.reduce((sum, test) => sum + test.failed.length, 0);
  const rules = tests.filter((test) => test.failed.length > 0).length;
  return [
    wrap(`The pack ${terminalSafe(pack.id)} ${terminalSafe(pack.edition)}, with all its rules on`),
    ...tests.flatMap(ruleLines),
    '',
    failed === 0
      ? `${counted(tests.length, 'rule')}, ${counted(cases, 'case')}: all passed.`
      : wrap(
          `${count(failed)} of ${counted(cases, 'case')} failed, in ${count(rules)} of ${counted(tests.length, 'rule')}.`,
        ),
    '',
  ].join('\n');
}
