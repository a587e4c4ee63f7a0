import { share } from '../../aggregate/checks/extract-check.js';
import { SUPPRESSED, type Shown } from '../../disclosure/suppress-table.js';
import { BOARD, suppressedNote } from '../../messages/board.js';
import { count, percent } from '../../messages/figures.js';
import { type Html, type HtmlValue, safe } from '../html/html.js';
import { type Column, table } from '../html/table.js';
import type { BoardTable } from './tables.js';

interface Row {
  readonly name: HtmlValue;
  readonly counts: readonly Shown[];
  readonly all: Shown;
}

const words = (value: Shown | undefined): HtmlValue =>
  typeof value === 'number' ? count(value) : safe`<span class="quiet">${SUPPRESSED}</span>`;

/** A rate is shown only where every count that it is made of is: a rate and a total give a count away. */
function shareWords(parts: readonly (Shown | undefined)[], of: readonly (Shown | undefined)[]): string {
  if (![...parts, ...of].every((value) => typeof value === 'number')) return SUPPRESSED;
  const sum = (values: readonly (Shown | undefined)[]) =>
    values.reduce<number>((total, value) => total + Number(value), 0);
  return percent(share(sum(parts), sum(of)));
}

function rangeWords([met, breached, untold]: readonly Shown[]): string {
  const all = [met, breached, untold];
  const [floor, ceiling] = [shareWords([met], all), shareWords([met, untold], all)];
  return floor === SUPPRESSED ? SUPPRESSED : `${floor} to ${ceiling}`;
}

function columnsFor(head: string, isJoined: boolean): readonly Column<Row>[] {
  const { columns } = BOARD;
  const number = (title: string, cell: (row: Row) => HtmlValue): Column<Row> => ({
    head: title,
    cell,
    isNumber: true,
  });
  return [
    { head, cell: ({ name }) => name, isRowHead: true },
    number(columns.met, ({ counts }) => words(counts[0])),
    ...(isJoined
      ? [
          number(columns.rest, ({ counts }) => words(counts[1])),
          number(columns.all, ({ all }) => words(all)),
          number(columns.floor, ({ counts }) => shareWords([counts[0]], counts)),
        ]
      : [
          number(columns.breached, ({ counts }) => words(counts[1])),
          number(columns.untold, ({ counts }) => words(counts[2])),
          number(columns.all, ({ all }) => words(all)),
          number(columns.rate, ({ counts }) => shareWords([counts[0]], [counts[0], counts[1]])),
          number(columns.range, ({ counts }) => rangeWords(counts)),
        ]),
  ];
}

/** A breakdown of a measure, its totals in the last row. */
export function breakdown(
  caption: string,
  head: string,
  { lines, shown, columns }: BoardTable,
  marksSettling: boolean,
): Html {
  const isSettling = marksSettling && lines.some((line) => line.isSettling);
  const rows = lines.map((line, i): Row => ({
    name:
      isSettling && line.isSettling
        ? safe`${line.name} <abbr title="${BOARD.settling}">(s)</abbr>`
        : line.name,
    counts: shown.counts[i] ?? [],
    all: shown.rowTotals[i] ?? SUPPRESSED,
  }));
  const total: Row = {
    name: safe`<strong>${BOARD.total}</strong>`,
    counts: shown.columnTotals,
    all: shown.total,
  };
  return safe`${table({ caption, columns: columnsFor(head, columns === 'joined'), rows: [...rows, total] })}${
    columns === 'joined' ? safe`<p class="quiet">${BOARD.joined}</p>\n` : null
  }${
    shown.suppressed === 0 ? null : safe`<p class="quiet">${suppressedNote(shown.threshold)}</p>\n`
  }${isSettling ? safe`<p class="quiet">(s) ${BOARD.settling}.</p>\n` : null}`;
}
