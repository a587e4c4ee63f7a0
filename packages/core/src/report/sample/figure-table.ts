import { percent } from '../../messages/figures.js';
import type { GradedFigure } from '../../sample/score/score.js';
import { type Html, type HtmlValue, safe } from '../html/html.js';
import { figure as quietCount } from '../html/parts.js';
import { type Column, groupedTable, table } from '../html/table.js';
import { smallPicture } from './interval-picture.js';
import { gradeWords, refusalWords, SCORE } from './score-words.js';

/** A rate with the words of its row. */
export interface FigureRow {
  readonly head: HtmlValue;
  readonly figure: GradedFigure;
}

function gradeCell({ grade }: GradedFigure): HtmlValue {
  if (grade === null) return null;
  const { grade: word, also } = gradeWords(grade);
  return safe`<strong>${word}</strong>${also === '' ? null : safe` <span class="about">${also}</span>`}`;
}

function columnsFor(what: string, rows: readonly FigureRow[]): readonly Column<FigureRow>[] {
  const isFigure = (of: GradedFigure) => of.refused === null;
  return [
    { head: what, cell: ({ head }) => head, isRowHead: true },
    {
      head: SCORE.rate,
      cell: ({ figure: of }) => (isFigure(of) ? percent(of.estimate) : ''),
      isNumber: true,
    },
    {
      head: SCORE.interval,
      cell: ({ figure: of }) => (isFigure(of) ? `${percent(of.low)} to ${percent(of.high)}` : ''),
      isNumber: true,
    },
    {
      head: SCORE.picture,
      cell: ({ figure: of }) =>
        isFigure(of)
          ? smallPicture(of)
          : safe`<strong>${SCORE.noFigure}</strong> <span class="about">${refusalWords(of)}</span>`,
    },
    {
      head: SCORE.reviewed,
      cell: ({ figure: of }) => safe`${quietCount(of.yes)} of ${quietCount(of.reviewed)}`,
      isNumber: true,
    },
    { head: SCORE.untold, cell: ({ figure: of }) => quietCount(of.untold), isNumber: true },
    ...(rows.some(({ figure: of }) => of.grade !== null)
      ? [{ head: SCORE.grade, cell: ({ figure: of }: FigureRow) => gradeCell(of) }]
      : []),
  ];
}

export function figureTable(caption: string, what: string, rows: readonly FigureRow[]): Html {
  return table({ caption, columns: columnsFor(what, rows), rows });
}

export function groupedFigureTable(
  caption: string,
  what: string,
  groups: readonly { readonly head: string; readonly rows: readonly FigureRow[] }[],
): Html {
  return groupedTable({
    caption,
    columns: columnsFor(
      what,
      groups.flatMap(({ rows }) => rows),
    ),
    groups,
  });
}
