import type { Pack, RunSummary } from '@markercheck/core';
import { XMLBuilder } from 'fast-xml-parser';

interface TestCase {
  readonly '@name': string;
  readonly '@classname': string;
  readonly failure?: { readonly '@message': string; readonly '@type': string };
  readonly skipped?: { readonly '@message': string };
}

/** A rule as a test: it passes, fails with the number of findings that are not waived, or is skipped because it is not assessed. */
function testCases(summary: RunSummary, pack: Pack): readonly TestCase[] {
  return pack.rules.flatMap((rule): readonly TestCase[] => {
    const of = summary.rules[rule.id];
    if (of === undefined || of.isOff) return [];
    const head = { '@name': rule.id, '@classname': `${pack.id}.tier-${rule.tier}` };
    if (of.state === 'not-assessed') {
      return [
        { ...head, skipped: { '@message': `not assessed: the extract lacks ${of.lacking.join(', ')}` } },
      ];
    }
    const open = of.breached - of.waived;
    if (open === 0) return [head];
    const applies = of.met + of.breached + of.undetermined;
    const message = `${rule.title}: ${open} of ${applies} records; ${of.undetermined} cannot be told, ${of.waived} are waived`;
    return [{ ...head, failure: { '@message': message, '@type': of.severity } }];
  });
}

/** The checks that a build server reads: whether the extract was checked at all comes first. */
export function junitReport(summary: RunSummary, pack: Pack): string {
  const checked: TestCase = {
    '@name': 'CHECKED',
    '@classname': pack.id,
    ...(summary.notChecked === null && summary.complete
      ? {}
      : {
          failure: {
            '@message': summary.notChecked ?? 'not all of the input could be read',
            '@type': 'error',
          },
        }),
  };
  const cases = [checked, ...testCases(summary, pack)];
  // The builder moves to a package of its own with the next major version; until then it is this one.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: true,
  });
  const xml = builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      testsuite: {
        '@name': `markercheck ${pack.id} ${pack.edition} as at ${summary.asAt}`,
        '@tests': cases.length,
        '@failures': cases.filter((test) => test.failure !== undefined).length,
        '@skipped': cases.filter((test) => test.skipped !== undefined).length,
        '@errors': 0,
        testcase: cases,
      },
    },
  });
  return `${xml.trimEnd()}\n`;
}
