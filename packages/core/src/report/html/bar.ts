import { count, percent } from '../../messages/figures.js';
import { safe, type Html } from './html.js';

export interface BarCounts {
  readonly met: number;
  readonly breached: number;
  readonly undetermined: number;
}

export function total({ met, breached, undetermined }: BarCounts): number {
  return met + breached + undetermined;
}

interface Segment {
  readonly kind: 'met' | 'untold' | 'breached';
  readonly words: string;
  readonly value: number;
}

/** In this order the floor is where the first ends, and the ceiling where the second ends. */
function segmentsOf({ met, undetermined, breached }: BarCounts): readonly Segment[] {
  return [
    { kind: 'met', words: 'met', value: met },
    { kind: 'untold', words: 'cannot be told', value: undetermined },
    { kind: 'breached', words: 'breached', value: breached },
  ];
}

/** The patterns of the bars, once a page: solid, dots and stripes, told apart without their colours. */
export function barPatterns(): Html {
  return safe`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="fill-untold" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="untold-ground" width="6" height="6"/>
        <circle class="untold-dot" cx="3" cy="3" r="1.4"/>
      </pattern>
      <pattern id="fill-breached" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="breached-ground" width="8" height="8"/>
        <rect class="breached-line" width="4" height="8"/>
      </pattern>
    </defs>
  </svg>\n`;
}

function rects(counts: BarCounts): readonly Html[] {
  const all = total(counts);
  let start = 0;
  return segmentsOf(counts).flatMap(({ kind, value }) => {
    if (value === 0) return [];
    const width = (100 * value) / all;
    const rect = safe`<rect class="${kind}" x="${start.toFixed(3)}%" width="${width.toFixed(3)}%" height="100%"/>`;
    start += width;
    return [rect];
  });
}

/** A bar with its legend: the counts and shares as text. */
export function bar(counts: BarCounts): Html {
  const all = total(counts);
  const parts = segmentsOf(counts).map((segment) => ({ ...segment, share: percent(segment.value / all) }));
  const summary = parts.map(({ words, value, share }) => `${words} ${count(value)} (${share})`).join(', ');
  return safe`<figure class="bar-figure">
    <svg class="bar" role="img" aria-label="${`Bar: ${summary}.`}" focusable="false">${rects(counts)}</svg>
    <figcaption>
      <ul class="legend">
        ${parts.map(
          ({ kind, words, value, share }) =>
            safe`<li>
              <svg class="swatch" aria-hidden="true" focusable="false">
                <rect class="${kind}" width="100%" height="100%"/>
              </svg>
              <strong>${count(value)}</strong> ${words} <span class="quiet">(${share})</span>
            </li>\n`,
        )}
      </ul>
    </figcaption>
  </figure>\n`;
}

/** A small bar beside figures that say the same in a table. */
export function smallBar(counts: BarCounts): Html | null {
  if (total(counts) === 0) return null;
  return safe`<svg class="bar small" aria-hidden="true" focusable="false">${rects(counts)}</svg>`;
}
