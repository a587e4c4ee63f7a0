import type { SampleManifest } from '../../packages/core/src/sample/manifest.js';
import { PLANTED, type syntheticMonth } from './month.js';
import { type ScriptedReviewer, shouldAnswer } from './scripted-review.js';

type Month = ReturnType<typeof syntheticMonth>;

/** Of the references, those for which it holds, as a share of those that the rate is of. */
function share(
  references: readonly string[],
  isOf: (of: string) => boolean,
  holds: (of: string) => boolean,
): number {
  const part = references.filter(isOf);
  return part.filter(holds).length / part.length;
}

/**
 * The rates of the whole frame that a review of all of it by this reviewer would give, counted from what was
 * planted and from what the reviewer says, without any part of the tool but the list of the frame.
 */
export function knownRates(census: SampleManifest, { truth, faults }: Month, reviewer: ScriptedReviewer) {
  const references = census.items.map((item) => item.crimeReference);
  const rates = new Map<string, number>();
  const all = () => true;
  for (const marker of ['CSA', 'CSE'] as const) {
    const is = (of: string) => truth.get(of)![marker].is;
    const should = (of: string) => shouldAnswer(reviewer, of, marker, truth) === 'yes';
    const foundWrong = (of: string) => PLANTED[faults.get(of) ?? '']?.[0] === marker;
    const missing = (of: string) => should(of) && !is(of);
    rates.set(
      `${marker} accuracy`,
      share(references, all, (of) => should(of) === is(of)),
    );
    rates.set(`${marker} completeness`, share(references, should, is));
    rates.set(
      `${marker} over-flagging`,
      share(references, is, (of) => !should(of)),
    );
    rates.set(
      `${marker} missed`,
      share(references, (of) => !foundWrong(of), missing),
    );
    rates.set(
      `${marker} reach`,
      share(references, missing, (of) => foundWrong(of) && PLANTED[faults.get(of)!]![1]),
    );
  }
  for (const [rule, [marker, wanted]] of Object.entries(PLANTED)) {
    const isFound = (of: string) => faults.get(of) === rule;
    if (!references.some(isFound)) continue;
    const confirmed = (of: string) => (shouldAnswer(reviewer, of, marker, truth) === 'yes') === wanted;
    rates.set(`${rule} precision`, share(references, isFound, confirmed));
  }
  return rates;
}

/** How a figure is named among the known rates. */
export function rateName(figure: {
  readonly scope: string;
  readonly name: string;
  readonly marker: string | null;
  readonly measure: string;
}): string {
  if (figure.scope === 'all') return `${figure.marker ?? ''} ${figure.measure}`;
  return figure.scope === 'rule' ? `${figure.name} ${figure.measure}` : '';
}
