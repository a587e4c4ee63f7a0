import type { WorkListRow } from '../model/work-list.js';
import { BYTE_ORDER_MARK, csvLine } from '../report/records/csv-text.js';
import type { LineFile } from '../report/records/files.js';
import { WORK_LIST_COLUMNS } from './columns.js';

/** All lists in one file, the lines for review last. */
export const workListCsv: LineFile<WorkListRow> = {
  name: 'worklist.csv',
  start: () => BYTE_ORDER_MARK + csvLine(WORK_LIST_COLUMNS.map(({ name }) => name)),
  line: (row) => csvLine(WORK_LIST_COLUMNS.map(({ cell }) => cell(row))),
};
