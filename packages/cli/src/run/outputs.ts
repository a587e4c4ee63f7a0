import {
  baselineCsv,
  type BaselineEntry,
  createSampler,
  findingsCsv,
  findingsNdjson,
  type Gone,
  inputCsv,
  type InputNotice,
  type LineFile,
  type LocatedFinding,
  type Pack,
  renderBoard,
  renderBrief,
  renderReport,
  type ReportInput,
  resolvedCsv,
  type RunSummary,
  type Undetermined,
  undeterminedCsv,
  type WorkListOptions,
  type WorkListReport,
} from '@markercheck/core';
import { writing } from '../io/write-fault.js';
import type { OutputFolder } from '../io/output-folder.js';
import { TextWriter } from '../io/text-writer.js';
import type { PreviewChange } from './preview.js';
import { openWorkLists } from './worklists.js';
import { previewCsv } from '../report/preview-csv.js';
import { junitReport } from '../report/junit.js';

export const FORMATS = ['html', 'csv', 'json', 'ndjson', 'xlsx', 'junit'] as const;
export type Format = (typeof FORMATS)[number];
export const DEFAULT_FORMATS: readonly Format[] = ['html', 'csv', 'json', 'ndjson', 'xlsx'];

/** What the report shows beside the summary. */
export type BesideSummary = Pick<ReportInput, 'trend' | 'readings'>;

/** The files of a run while it goes on. */
export interface Outputs {
  readonly finding: (located: LocatedFinding) => void;
  readonly undetermined: (undetermined: Undetermined) => void;
  readonly notice: (notice: InputNotice) => void;
  /** Writes `resolved.csv`; only with a baseline. */
  readonly gone: (findings: Iterable<readonly [BaselineEntry, Gone]>) => void;
  /** Carries a finding that cannot be judged now to the next run. */
  readonly carry: (entry: BaselineEntry) => void;
  /** Writes `preview.csv`; only with a preview. */
  readonly preview: (changes: Iterable<PreviewChange>) => void;
  /** What stands on the work list; `null` without one. */
  readonly workListReport: () => WorkListReport | null;
  /** Writes what is known only at the end, and closes every file. */
  readonly finish: (summary: RunSummary, beside: BesideSummary) => void;
}

function openLines<T>(
  folder: OutputFolder,
  file: LineFile<T>,
  wanted: boolean,
): { line: (item: T) => void; close: () => void } {
  if (!wanted) return { line: () => undefined, close: () => undefined };
  const writer = writing(() => new TextWriter(folder.pathOf(file.name)));
  writing(() => writer.write(file.start()));
  return {
    line: (item) => writing(() => writer.write(file.line(item))),
    close: () => writing(() => writer.close()),
  };
}

function writeWhole(folder: OutputFolder, name: string, pieces: Iterable<string>): void {
  const writer = new TextWriter(folder.pathOf(name));
  for (const piece of pieces) writer.write(piece);
  writer.close();
}

const NOTHING_LOST: readonly string[] = [];

export interface OutputOptions {
  readonly formats: ReadonlySet<Format>;
  readonly pack: Pack;
  readonly workList: WorkListOptions;
}

export function openOutputs(folder: OutputFolder, { formats, pack, workList }: OutputOptions): Outputs {
  const csv = openLines(folder, findingsCsv, formats.has('csv'));
  const holes = openLines(folder, undeterminedCsv, formats.has('csv'));
  const ndjson = openLines(folder, findingsNdjson, formats.has('ndjson'));
  // What could not be read is never left out: a run without it would look whole.
  const notices = openLines(folder, inputCsv, true);
  const carried = openLines(folder, baselineCsv, true);
  const sampler = createSampler();
  const workLists = formats.has('xlsx') ? openWorkLists(folder, pack, workList) : null;
  return {
    finding: (located) => {
      csv.line(located);
      ndjson.line(located);
      const { finding, status, since, place } = located;
      const { fingerprint, rule, force, crimeReference } = finding;
      carried.line({ fingerprint, rule, force, crimeReference, since, dormantSince: '', lost: NOTHING_LOST });
      workLists?.finding(located);
      sampler.add(finding, { file: place.file, row: place.row, status, since });
    },
    carry: (entry) => carried.line(entry),
    undetermined: (undetermined) => holes.line(undetermined),
    notice: (notice) => notices.line(notice),
    gone: (findings) => {
      const resolved = openLines(folder, resolvedCsv, true);
      for (const finding of findings) resolved.line(finding);
      resolved.close();
    },
    preview: (changes) => {
      const preview = openLines(folder, previewCsv, true);
      for (const change of changes) preview.line(change);
      preview.close();
    },
    workListReport: () => workLists?.report() ?? null,
    finish: (summary, beside) => {
      for (const file of [csv, holes, ndjson, notices, carried]) file.close();
      if (formats.has('html')) {
        const report = { summary, pack, samples: sampler.samples(), ...beside };
        writeWhole(folder, 'report.html', renderReport(report));
        writeWhole(folder, 'board.html', renderBoard({ summary, pack }));
        writeWhole(folder, 'brief.txt', [renderBrief({ summary, pack, alerts: summary.alerts ?? [] })]);
      }
      if (formats.has('junit')) writeWhole(folder, 'junit.xml', [junitReport(summary, pack)]);
      workLists?.finish(summary);
      // The summary is what makes the folder a run; it is written last and whatever the formats.
      writeWhole(folder, 'summary.json', [`${JSON.stringify(summary, null, 2)}\n`]);
    },
  };
}
