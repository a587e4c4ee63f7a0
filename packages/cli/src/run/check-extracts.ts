import {
  createCheck,
  type Extract,
  type InputNotice,
  missingColumns,
  type RecordSink,
  type RunSummary,
  type Severity,
  summarise,
} from '@markercheck/core';
import type { Input } from '../io/input.js';
import type { Progress } from '../io/progress.js';
import { TOOL } from '../version.js';
import { canShare } from './parallel/jobs.js';
import { readRanges } from './parallel/read-ranges.js';
import type { EarlierRun } from './baseline.js';
import type { History } from './history.js';
import type { Outputs } from './outputs.js';
import type { Preview } from './preview.js';
import { readWithProfile } from './profile-files.js';
import { readInputs } from './read-inputs.js';
import type { Settings } from './settings.js';
import { openStatuses } from './statuses.js';
import type { LoadedWaivers } from './waivers.js';

export interface CheckRequest {
  readonly inputs: readonly Input[];
  readonly settings: Settings;
  /** The share of records with a readable code below which the run is not a check. */
  readonly minAssessed: number;
  readonly earlier: EarlierRun | null;
  readonly waivers: LoadedWaivers | null;
  /** A pack or policy that is not adopted yet, read beside the real one. */
  readonly preview: Preview | null;
  /** Earlier runs that this one is compared with and joins. */
  readonly history: History | null;
  /** Whether keys that repeat anywhere are said. */
  readonly checkKeys: boolean;
  /** How many workers read a CSV, 1 for none; `null` for as many as its size deserves. */
  readonly jobs: number | null;
}

export interface CheckedExtracts {
  readonly summary: RunSummary;
  /** New findings that are not waived, by severity. */
  readonly fresh: Readonly<Record<Severity, number>>;
  /** What concerns whole files and headers, for the terminal; everything is in `input.csv`. */
  readonly fileNotices: readonly InputNotice[];
  readonly notices: number;
}

/** How many notices about files and headers are kept for the terminal. */
const SHOWN = 20;

/** Checks the inputs, writing as it goes. */
export async function checkExtracts(
  request: CheckRequest,
  outputs: Outputs,
  progress: Progress,
): Promise<CheckedExtracts> {
  const { settings, earlier, waivers, preview } = request;
  const { pack, policy, asAt, identity } = settings;
  const fileNotices: InputNotice[] = [];
  let notices = 0;
  let findings = 0;
  const notice = (of: InputNotice): void => {
    notices++;
    if ((of.row === null || of.row === 1) && fileNotices.length < SHOWN) fileNotices.push(of);
    outputs.notice(of);
  };
  const statuses = await openStatuses(settings, earlier, waivers, () => check.state().compiled);
  const readWith = await readWithProfile(settings, notice);
  const recordSink = (file: string): RecordSink => ({
    finding: (finding, row, isWaived) => {
      findings++;
      preview?.now(finding);
      const { status, since } = statuses.of(finding, isWaived);
      outputs.finding({ finding, status, since, place: { file, row } });
    },
    undetermined: (undetermined) => {
      statuses.undetermined(undetermined);
      outputs.undetermined(undetermined);
    },
    ...(statuses.record === undefined ? {} : { record: statuses.record }),
  });
  const check = createCheck(
    {
      pack,
      policy,
      asAt,
      identity,
      checkKeys: request.checkKeys,
      ...readWith.options,
      ...(waivers === null ? {} : { waivers: waivers.index }),
    },
    { notice, file: recordSink },
  );
  const setup = {
    options: { pack, policy, asAt, tellsRecords: statuses.record !== undefined, ...readWith.options },
    key: settings.key,
    waivers: waivers?.read ?? null,
  };
  const read = await readInputs(request.inputs, {
    open:
      preview === null ? check.open : (name) => both(check.open(name), preview.open(name, readWith.options)),
    notice,
    progress: (bytes, elsewhere) =>
      progress.update(bytes, check.state().assessor.records + elsewhere, findings),
    workers: {
      jobs: canShare(request) ? request.jobs : 1,
      read: ({ path, name }, jobs, extract, update) =>
        readRanges({
          path,
          jobs,
          setup,
          check,
          extract,
          progress: update,
          sink: {
            ...recordSink(name),
            notice: (of) => notice({ file: name, ...of }),
            ...(waivers === null ? {} : { waived: waivers.index.use }),
          },
        }),
    },
  });
  readWith.finish();
  const inputs = [...read.inputs, ...readWith.inputs];
  const complete = read.complete && readWith.complete;
  const { compiled, assessor } = check.state();
  if (assessor.tally.records > 0) {
    // The terminal's summary names the columns that are missing; here they are for whoever mends the export.
    for (const of of missingColumns(compiled.rules))
      outputs.notice({ file: inputs[0]?.name ?? '', row: 1, ...of });
  }
  for (const { row, problem } of waivers?.index.report().malformed ?? []) {
    notice({ file: waivers?.file ?? '', row, column: null, problem, done: 'it does not waive' });
  }
  for (const { row, problem } of settings.adoption?.summary.malformed ?? []) {
    notice({
      file: settings.adoption?.file ?? '',
      row,
      column: null,
      problem,
      done: 'the answer does not count',
    });
  }
  for (const rule of settings.adoption?.overruled ?? []) {
    const problem = `the policy has ${rule} on, and the registrar says that its reading is not so`;
    notice({
      file: settings.adoption?.file ?? '',
      row: null,
      column: null,
      problem,
      done: 'the rule is off',
    });
  }
  const gone = statuses.gone();
  if (gone !== null) outputs.gone(gone);
  for (const entry of statuses.dormant()) outputs.carry(entry);
  if (preview !== null) outputs.preview(preview.changes());
  const counted = summarise(assessor.tally, compiled, {
    tool: TOOL,
    profile: settings.profileName,
    policyDigest: settings.policyDigest,
    asAt,
    inputs,
    complete,
    minAssessed: request.minAssessed,
    markersFile: readWith.markersUse(),
    workList: outputs.workListReport(),
    ...statuses.summary(),
  });
  const { history } = request;
  const summary = history === null ? counted : { ...counted, alerts: history.alerts(counted) };
  return { summary, fresh: statuses.fresh, fileNotices, notices };
}

/** Two readings of the same bytes or rows; what is said of the file is the first one's. */
function both(first: Extract, second: Extract): Extract {
  return {
    write: (bytes) => {
      first.write(bytes);
      second.write(bytes);
    },
    table: (format, columns) => {
      const rows = [first.table(format, columns), second.table(format, columns)];
      return (cells) => {
        for (const row of rows) row(cells);
      };
    },
    end: () => {
      second.end();
      return first.end();
    },
  };
}
