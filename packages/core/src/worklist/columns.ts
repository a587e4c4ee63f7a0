import { COLUMN_WORDS } from '../messages/work-list.js';
import { TIER_WORDS } from '../messages/report-words.js';
import type { WorkListRow } from '../model/work-list.js';

export interface WorkListColumn {
  /** Its name in `worklist.csv`. */
  readonly name: keyof typeof COLUMN_WORDS;
  /** Its heading for people. */
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** Whether few texts stand in it many times. */
  readonly repeats: boolean;
  readonly cell: (row: WorkListRow) => string | number;
}

function column(
  name: WorkListColumn['name'],
  width: number,
  cell: WorkListColumn['cell'],
  repeats = true,
): WorkListColumn {
  return { name, title: COLUMN_WORDS[name][0], width, repeats, cell };
}

const EMPTY = () => '';

/** The columns of a work list; the last three are for those who work on it. */
export const WORK_LIST_COLUMNS: readonly WorkListColumn[] = [
  column('tier', 15, ({ tier }) => `${tier} ${TIER_WORDS[tier].title}`),
  column('crimeReference', 19, (row) => row.crimeReference, false),
  column('team', 16, (row) => row.team),
  column('force', 11, (row) => row.force),
  column('message', 44, (row) => row.message),
  column('action', 44, (row) => row.action),
  column('fails', 26, (row) => row.fails),
  column('rule', 25, (row) => row.rule),
  column('severity', 9, (row) => row.severity),
  column('status', 11, (row) => row.status),
  column('since', 11, (row) => row.since),
  column('daysOpen', 6, (row) => row.daysOpen),
  column('file', 16, (row) => row.file),
  column('row', 8, (row) => row.row),
  column('decision', 22, EMPTY),
  column('byRole', 14, EMPTY),
  column('date', 11, EMPTY),
];
