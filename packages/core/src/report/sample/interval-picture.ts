import { percent } from '../../messages/figures.js';
import type { Share } from '../../sample/score/share.js';
import { type Html, safe } from '../html/html.js';
import { rateWords } from './score-words.js';

const at = (share: number): string => `${(100 * share).toFixed(3)}%`;

function shapes({ estimate, low, high, floor, ceiling }: Share, radius: string): Html | null {
  if (estimate === null || low === null || high === null) return null;
  const [from, to] = [floor ?? estimate, ceiling ?? estimate];
  const band =
    to > from ? safe`<rect class="band" x="${at(from)}" width="${at(to - from)}" height="100%"/>` : null;
  return safe`${[0, 0.25, 0.5, 0.75, 1].map(
    (tick) => safe`<line class="tick" x1="${at(tick)}" x2="${at(tick)}" y1="0" y2="100%"/>`,
  )}${band}<rect class="range" x="${at(low)}" width="${at(Math.max(high - low, 0.002))}" y="35%" height="30%"/><circle class="dot" cx="${at(estimate)}" cy="50%" r="${radius}"/>`;
}

/** The rate on a line from 0 to 100%, beside figures that say the same in a table. */
export function smallPicture(share: Share): Html {
  return safe`<svg class="interval" aria-hidden="true" focusable="false">${shapes(share, '3.5')}</svg>`;
}

/** The same with its own text, and a scale under it. */
export function picture(words: string, share: Share): Html {
  const untold =
    share.untold > 0
      ? `; ${percent(share.floor)} to ${percent(share.ceiling)} with those that cannot be told`
      : '';
  return safe`<figure class="picture">
    <figcaption><strong>${words}</strong> ${rateWords(share)}</figcaption>
    <svg class="interval large" role="img" focusable="false" aria-label="${`Picture: ${words}: ${rateWords(share)}${untold}.`}">${shapes(share, '5')}</svg>
    <p class="scale" aria-hidden="true"><span>0%</span><span>50%</span><span>100%</span></p>
  </figure>\n`;
}
