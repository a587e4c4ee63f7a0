import {
  baselineCsv,
  createSampler,
  createWorkList,
  findingsCsv,
  findingsNdjson,
  inputCsv,
  type InputNotice,
  type LocatedFinding,
  type Pack,
  renderBoard,
  renderBrief,
  renderReport,
  type RunSummary,
  type Undetermined,
  undeterminedCsv,
  workListCsv,
  type WorkListReport,
} from '@markercheck/core';
import type { RunFile } from '../protocol.js';
import { createBlobFile, createBlobLines } from './blob-file.js';

/** The files of a run while it goes on: the same bytes as the command line writes, without the workbook. */
export interface Outputs {
  readonly finding: (located: LocatedFinding) => void;
  readonly undetermined: (undetermined: Undetermined) => void;
  readonly notice: (notice: InputNotice) => void;
  readonly workListReport: () => WorkListReport;
  readonly finish: (summary: RunSummary) => { readonly report: string; readonly files: readonly RunFile[] };
}

function whole(name: string, about: string, text: string): RunFile {
  const file = createBlobFile(name, about);
  file.write(text);
  return file.end();
}

export function openOutputs(pack: Pack, asAt: string): Outputs {
  const findings = createBlobLines(findingsCsv, 'every finding, one a row');
  const holes = createBlobLines(undeterminedCsv, 'what cannot be told, and which fields are lacking');
  const notices = createBlobLines(inputCsv, 'what could not be read');
  const ndjson = createBlobLines(findingsNdjson, 'the findings with every clause, for programs');
  const baseline = createBlobLines(baselineCsv, 'what a later run compares with');
  const sampler = createSampler();
  const workList = createWorkList(pack, { asAt });
  return {
    finding: (located) => {
      const { finding, place, status, since } = located;
      findings.line(located);
      ndjson.line(located);
      const { fingerprint, rule, force, crimeReference } = finding;
      baseline.line({ fingerprint, rule, force, crimeReference, since, dormantSince: '', lost: [] });
      workList.add(located);
      sampler.add(finding, { file: place.file, row: place.row, status, since });
    },
    undetermined: (undetermined) => holes.line(undetermined),
    notice: (notice) => notices.line(notice),
    workListReport: () => workList.report(),
    finish: (summary) => {
      const list = createBlobLines(workListCsv, 'what officers work from, in the order of work');
      for (const { rows } of workList.parts()) for (const row of rows) list.line(row);
      const report = [...renderReport({ summary, pack, samples: sampler.samples() })].join('');
      return {
        report,
        files: [
          findings.end(),
          list.end(),
          whole('summary.json', 'all counts and rates', `${JSON.stringify(summary, null, 2)}\n`),
          whole('report.html', 'the report below, as a page of its own', report),
          holes.end(),
          notices.end(),
          whole(
            'board.html',
            'a page without records and small numbers',
            [...renderBoard({ summary, pack })].join(''),
          ),
          whole('brief.txt', 'the run in a few lines', renderBrief({ summary, pack, alerts: [] })),
          ndjson.end(),
          baseline.end(),
        ],
      };
    },
  };
}
