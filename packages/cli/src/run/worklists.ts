import {
  createWorkList,
  type LocatedFinding,
  type Pack,
  readMeLines,
  type RunSummary,
  SHEET_NAMES,
  WORK_LIST_CAPTION,
  WORK_LIST_COLUMNS,
  workListCsv,
  type WorkListOptions,
  type WorkListReport,
  type WorkListSheet,
  workListSheets,
} from '@markercheck/core';
import { ByteWriter } from '../io/byte-writer.js';
import type { OutputFolder } from '../io/output-folder.js';
import { TextWriter } from '../io/text-writer.js';
import type { Sheet, SheetRow } from '../io/xlsx/sheet.js';
import type { Style } from '../io/xlsx/styles.js';
import { writeXlsx } from '../io/xlsx/write-xlsx.js';

/** The work lists of a run: `worklist.xlsx`, and the same as `worklist.csv`. */
export interface WorkLists {
  readonly finding: (located: LocatedFinding) => void;
  /** What stands on the lists so far and what is left off, for the summary. */
  readonly report: () => WorkListReport;
  /** Writes both files; `notes` say more of the run on the sheet that explains the lists. */
  readonly finish: (summary: RunSummary, notes?: readonly string[]) => void;
}

/** The columns that stay in sight: the order of work and the crime reference. */
const FROZEN_COLUMNS = 2;

const NUMBERS = new Set(['daysOpen', 'row']);

function styleOf(name: string): Style {
  if (NUMBERS.has(name)) return 'number';
  return name === 'date' ? 'date' : 'text';
}

const STYLES = WORK_LIST_COLUMNS.map(({ name }) => styleOf(name));
const FIRST_STYLES = STYLES.map((style) => `${style}First` as Style);

function* listRows({ note, rows }: WorkListSheet): Iterable<SheetRow> {
  yield { cells: [note], styles: ['note'] };
  yield { cells: WORK_LIST_COLUMNS.map(({ title }) => title), styles: ['heading'] };
  for (const { row, startsRecord } of rows) {
    yield {
      cells: WORK_LIST_COLUMNS.map(({ cell }) => cell(row)),
      styles: startsRecord ? FIRST_STYLES : STYLES,
    };
  }
}

function listSheet(sheet: WorkListSheet): Sheet {
  return {
    name: sheet.name,
    columns: WORK_LIST_COLUMNS.map(({ width, repeats }, i) => ({
      width,
      repeats,
      style: STYLES[i] ?? 'text',
    })),
    headings: 2,
    frozenColumns: FROZEN_COLUMNS,
    length: sheet.length + 2,
    rows: listRows(sheet),
    footer: WORK_LIST_CAPTION,
  };
}

function readMeSheet(report: WorkListReport, summary: RunSummary, notes: readonly string[]): Sheet {
  const lines = readMeLines(report, summary, notes);
  return {
    name: SHEET_NAMES.readMe,
    columns: [{ width: 32 }, { width: 110 }],
    headings: null,
    length: lines.length,
    rows: lines.map((cells) => ({ cells, styles: ['label', 'text'] })),
    footer: WORK_LIST_CAPTION,
  };
}

/** Keeps what officers are to work on; it grows with the findings that are listed. */
export function openWorkLists(folder: OutputFolder, pack: Pack, options: WorkListOptions): WorkLists {
  const list = createWorkList(pack, options);
  return {
    finding: (located) => list.add(located),
    report: () => list.report(),
    finish: (summary, notes = []) => {
      const report = list.report();
      const parts = list.parts();
      const csv = new TextWriter(folder.pathOf(workListCsv.name));
      csv.write(workListCsv.start());
      for (const { rows } of parts) for (const row of rows) csv.write(workListCsv.line(row));
      csv.close();

      const sheets = workListSheets(parts, report, options.asAt).map(listSheet);
      const xlsx = new ByteWriter(folder.pathOf('worklist.xlsx'));
      try {
        writeXlsx([...sheets, readMeSheet(report, summary, notes)], (bytes) => xlsx.write(bytes));
      } catch (error) {
        xlsx.abandon();
        throw error;
      }
      xlsx.close();
    },
  };
}
