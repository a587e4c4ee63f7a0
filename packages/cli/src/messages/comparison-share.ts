import type { Exchange, ExchangeCounts } from '@markercheck/core';
import { count, counted, wrap } from './wrap.js';

/** How many cells of the file's tables are suppressed, of how many. */
function suppressedCells({ measures }: Exchange): { readonly hidden: number; readonly all: number } {
  const cells: ExchangeCounts[] = [];
  for (const { settled, young, undated } of Object.values(measures)) {
    for (const block of [settled, young, undated]) {
      if (block === null) continue;
      cells.push(block.total);
      for (const { classes, bands, strata, quarters } of block.years) {
        cells.push(...(classes ?? []), ...(bands ?? []), ...(strata ?? []));
        for (const quarter of quarters ?? []) cells.push(quarter, ...quarter.months);
      }
    }
  }
  return { hidden: cells.filter(({ met }) => met === null).length, all: cells.length };
}

function leftOutLines({ leftOut, threshold }: Exchange, unlisted: readonly string[]): readonly string[] {
  const others = `what is no force of the list${unlisted.length === 0 ? '' : ` (${unlisted.join(', ')})`}`;
  return leftOut.map(({ force, about }) => {
    const records = about === 0 ? `under ${threshold}` : `about ${count(about)}`;
    return wrap(`Left out: ${records} records of ${force ?? others}. They are counted nowhere.`, '    ');
  });
}

/**
 * What was shared, for the person who sends it.
 * @param unlisted The codes of the run that are no force's; the file itself does not name them.
 */
export function shareSummary(exchange: Exchange, out: string, unlisted: readonly string[]): string {
  const { force, period, asAt, measures, threshold, marking, caption, complete } = exchange;
  const { hidden, all } = suppressedCells(exchange);
  const months =
    period === null ? 'no month' : period.from === period.to ? period.from : `${period.from} to ${period.to}`;
  return `${[
    wrap(
      `${force.name} (${force.code}), recorded ${months}, as at ${asAt}: ${counted(Object.keys(measures).length, 'measure')}.`,
    ),
    wrap(
      `${count(hidden)} of ${count(all)} cells are suppressed, in whole or in part, so that no count from 1 to ${threshold - 1} can be worked out.`,
    ),
    ...(complete
      ? []
      : ['INCOMPLETE: not every row or byte of the extract could be read. The file says so.']),
    ...leftOutLines(exchange, unlisted),
    wrap(`Marked ${marking}. ${caption}`),
    `Written: ${out}`,
  ].join('\n')}\n`;
}
