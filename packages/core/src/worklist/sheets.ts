import { SHEET_NAMES, sheetNote } from '../messages/work-list.js';
import type { WorkListReport } from '../model/work-list.js';
import type { WorkListSheetRow } from './pile.js';
import { createSheetNames } from './sheet-names.js';
import type { WorkListPart } from './work-list.js';

/** Excel's: 2 to the power of 20. */
const ROWS_OF_A_SHEET = 1_048_576;

/** The note and the headings. */
const ROWS_ABOVE = 2;

/** A sheet of a workbook of work lists. */
export interface WorkListSheet {
  readonly name: string;
  /** What stands above the headings. */
  readonly note: string;
  readonly rows: Iterable<WorkListSheetRow>;
  readonly length: number;
}

function nameOf({ kind, team }: WorkListPart): string {
  if (kind === 'review') return SHEET_NAMES.review;
  return team ?? SHEET_NAMES.all;
}

/** Lays lists out on sheets; one that is longer than a sheet goes on on the next. */
export function workListSheets(
  parts: readonly WorkListPart[],
  report: WorkListReport,
  asAt: string,
  rowsOfASheet = ROWS_OF_A_SHEET,
): readonly WorkListSheet[] {
  const room = rowsOfASheet - ROWS_ABOVE;
  const nameFor = createSheetNames([SHEET_NAMES.review, SHEET_NAMES.readMe]);
  return parts.flatMap((part) => {
    const { rows } = part;
    const note = sheetNote(asAt, rows.length, rows.records, report);
    const wanted = nameOf(part) || SHEET_NAMES.noTeam;
    return Array.from({ length: Math.max(1, Math.ceil(rows.length / room)) }, (_, i): WorkListSheet => {
      const [from, to] = [i * room, Math.min(rows.length, (i + 1) * room)];
      const isReview = part.kind === 'review' && i === 0;
      return {
        name: isReview ? SHEET_NAMES.review : nameFor(wanted),
        note: i === 0 ? note : `${note} This sheet goes on from the one before.`,
        rows: rows.slice(from, to),
        length: to - from,
      };
    });
  });
}
