import type { WorkListRow } from '../model/work-list.js';
import { csvFile } from '../report/records/csv-text.js';
import type { LineFile } from '../report/records/line-file.js';
import { WORK_LIST_COLUMNS } from './columns.js';

/** All lists in one file, the lines for review last. */
export const workListCsv: LineFile<WorkListRow> = csvFile('worklist.csv', WORK_LIST_COLUMNS);
