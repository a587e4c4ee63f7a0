import { BOARD, boardAtLeast, boardJoined, boardTotal } from '../../messages/board.js';
import { percent } from '../../messages/figures.js';
import { fillHeadline } from '../../messages/report-sentences.js';
import { bar } from '../html/bar.js';
import { type Html, type HtmlValue, safe } from '../html/html.js';
import { paragraph, subheading } from '../html/parts.js';
import { breakdown } from './breakdown.js';
import type { BoardMeasure } from './view.js';

function rates(entries: readonly (readonly [term: string, share: number | null])[]): Html {
  return safe`<dl class="rates">
    ${entries.map(([term, value]) => safe`<div><dt>${term}</dt><dd>${percent(value)}</dd></div>\n`)}
  </dl>\n`;
}

/** What may be said of the headline's counts. */
function headlineOf({ headline, counts, shown }: BoardMeasure, threshold: number): HtmlValue {
  const { met, breached, undetermined, rate, floor, ceiling } = counts;
  const all = met + breached + undetermined;
  const { columns } = BOARD;
  const sentence = (words: string) => safe`<p class="headline-sentence">${words}</p>\n`;
  if (all === 0) return paragraph(BOARD.noRecords);
  switch (shown) {
    case 'apart':
      return [
        sentence(fillHeadline(headline, { met, breached, undetermined, assessed: all })),
        bar({ met, breached, undetermined }),
        rates([
          [columns.floor, floor],
          [columns.rate, rate],
          [columns.ceiling, ceiling],
        ]),
      ];
    case 'joined':
      return [
        sentence(boardJoined(met, breached + undetermined, all)),
        rates([[columns.floor, floor]]),
        paragraph(BOARD.joined),
      ];
    case 'at-least':
      return [sentence(boardAtLeast(all - threshold, threshold, all)), paragraph(BOARD.topped)];
    case 'total':
      return [sentence(boardTotal(all)), paragraph(BOARD.headlineSuppressed)];
    case 'nothing':
      return sentence(BOARD.headlineSuppressed);
  }
}

/** A headline measure with its breakdowns, as far as they can be shown. */
export function measureBody(of: BoardMeasure, threshold: number): Html {
  const { measure, shown, periods, classes, hasOneQuarter, hasOneClass, counts } = of;
  const isBroken = (shown === 'apart' || shown === 'joined') && counts.floor !== null;
  const quarter = `${measure.title}, ${periods?.unit === 'year' ? BOARD.byYear : BOARD.byQuarter}`;
  const byClass = `${measure.title}, ${BOARD.byClass}`;
  const part = (caption: string, isOne: boolean, shownAs: Html | null): Html | null =>
    isOne ? null : (shownAs ?? paragraph(`${caption}: ${BOARD.leftOut}`));
  const byTime = periods === null ? null : breakdown(quarter, BOARD.quarter, periods.table, true);
  const byKind = classes === null ? null : breakdown(byClass, BOARD.class, classes, false);
  return safe`<div class="headline">${subheading(measure.title)}${headlineOf(of, threshold)}</div>
    ${isBroken ? [part(quarter, hasOneQuarter, byTime), part(byClass, hasOneClass, byKind)] : null}`;
}
