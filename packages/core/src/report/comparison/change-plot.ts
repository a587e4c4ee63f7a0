import type { ChangeParts } from '../../compare/decompose-change.js';
import { count } from '../../messages/figures.js';
import { type Html, safe } from '../html/html.js';
import { pct } from './axis.js';
import { addingUp, changeSentence, PART_NAMES, PARTS, signedWhole } from './change-words.js';
import { FULL_COUNTS } from './words.js';

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly shown: number;
  readonly isWhole: boolean;
}

function bars(parts: ChangeParts): readonly Bar[] {
  const shown = addingUp(
    PARTS.map((name) => parts[name]),
    parts.change,
  );
  return [
    ...PARTS.map((name, i) => ({
      name: PART_NAMES[name].name,
      value: parts[name],
      shown: shown[i] ?? 0,
      isWhole: false,
    })),
    { name: 'Change in flagged records', value: parts.change, shown: parts.change, isWhole: true },
  ];
}

/** The parts of a change as bars from zero, to the right for more and to the left for fewer. */
export function changePlot(parts: ChangeParts): Html {
  const rows = bars(parts);
  const most = Math.max(1, ...rows.map(({ value }) => Math.abs(value)));
  const hasFewer = rows.some(({ value }) => value < 0);
  const hasMore = rows.some(({ value }) => value > 0);
  const zero = hasFewer ? (hasMore ? 50 : 97) : 3;
  const room = hasFewer && hasMore ? 47 : 94;
  const about = `${PARTS.map((name) => `${PART_NAMES[name].name}: ${PART_NAMES[name].about}`).join('. ')}.`;
  return safe`<figure class="parts-figure">
    <ul>
      ${rows.map(({ name, value, shown, isWhole }) => {
        const width = (room * Math.abs(value)) / most;
        return safe`<li${isWhole ? safe` class="whole"` : null}>
          <span class="dots-name">${name}</span>
          <svg class="dots-plot" role="img" aria-label="${`${name}: ${signedWhole(shown)} records`}" focusable="false"><rect class="${value < 0 ? 'part-minus' : 'part-plus'}" x="${pct(value < 0 ? zero - width : zero)}" width="${pct(width)}" y="25%" height="50%"/><line class="zero" x1="${pct(zero)}" x2="${pct(zero)}" y1="0" y2="100%"/></svg>
          <span class="dots-rate">${signedWhole(shown)}</span>
        </li>\n`;
      })}
    </ul>
    <figcaption>${changeSentence(parts)} In records, of ${count(parts.before)} before; solid to the right is more, hollow to the left is fewer. ${about} ${FULL_COUNTS}</figcaption>
  </figure>\n`;
}
