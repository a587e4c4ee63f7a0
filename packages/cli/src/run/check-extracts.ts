import { createCheck, type InputNotice, type RunInput, type RunSummary, summarise } from '@markercheck/core';
import { type Input, readInput } from '../io/input.js';
import type { Progress } from '../io/progress.js';
import { systemReason } from '../messages/system-errors.js';
import { TOOL } from '../version.js';
import type { Outputs } from './outputs.js';
import type { Settings } from './settings.js';

export interface CheckedExtracts {
  readonly summary: RunSummary;
  /** What concerns whole files and headers, for the terminal; everything is in `input.csv`. */
  readonly fileNotices: readonly InputNotice[];
  readonly notices: number;
}

/** How many notices about files and headers are kept for the terminal. */
const SHOWN = 20;

/** Checks the inputs one after another, writing as it goes; a file that cannot be read does not stop the others. */
export async function checkExtracts(
  inputs: readonly Input[],
  settings: Settings,
  minAssessed: number,
  outputs: Outputs,
  progress: Progress,
): Promise<CheckedExtracts> {
  const fileNotices: InputNotice[] = [];
  let notices = 0;
  let findings = 0;
  const notice = (of: InputNotice): void => {
    notices++;
    if ((of.row === null || of.row === 1) && fileNotices.length < SHOWN) fileNotices.push(of);
    outputs.notice(of);
  };
  const { profile, encoding, pack, policy, asAt } = settings;
  const check = createCheck(
    {
      pack,
      policy,
      asAt,
      ...(profile === undefined ? {} : { profile }),
      ...(encoding === undefined ? {} : { encoding }),
    },
    {
      notice,
      file: (file) => ({
        finding: (finding, row) => {
          findings++;
          outputs.finding({ finding, status: '', place: { file, row } });
        },
        undetermined: (undetermined) => outputs.undetermined(undetermined),
      }),
    },
  );
  const read: RunInput[] = [];
  let complete = true;
  let bytesBefore = 0;
  for (const input of inputs) {
    const extract = check.open(input.name);
    let bytes = 0;
    let file = { bytes: 0, sha256: '' };
    let lost = false;
    try {
      file = await readInput(input, (chunk) => {
        extract.write(chunk);
        bytes += chunk.length;
        progress.update(bytesBefore + bytes, check.state().assessor.tally.records, findings);
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      lost = true;
      notice({
        file: input.name,
        row: null,
        column: null,
        problem: `the file cannot be read: ${systemReason(error)}`,
        done: bytes === 0 ? 'nothing of it was checked' : 'what was read before was checked',
      });
    }
    const report = extract.end();
    if (report.damaged > 0) {
      notice({
        file: input.name,
        row: null,
        column: null,
        problem: `${report.damaged} characters are not ${report.encoding}; name the encoding with --encoding`,
        done: 'each was read as the replacement character',
      });
    }
    complete &&= !lost && report.unreadable === 0 && !report.truncated && report.damaged === 0;
    bytesBefore += bytes;
    read.push({
      name: input.name,
      bytes: file.bytes,
      sha256: file.sha256,
      format: report.format,
      encoding: report.encoding,
      records: report.records,
      unreadable: report.unreadable,
    });
  }
  const { compiled, assessor } = check.state();
  // The summary names the columns that are missing; here they are for the work list of the export.
  if (assessor.tally.records > 0) {
    for (const of of missingColumns(compiled.rules))
      outputs.notice({ file: read[0]?.name ?? '', row: 1, ...of });
  }
  const summary = summarise(assessor.tally, compiled, {
    tool: TOOL,
    profile: settings.profileName,
    policyDigest: settings.policyDigest,
    asAt,
    inputs: read,
    complete,
    findings: assessor.findings,
    minAssessed,
  });
  return { summary, fileNotices, notices };
}

/** One notice for each column, or choice of columns, that rules that are on lack. */
function missingColumns(
  rules: readonly { readonly state: string; readonly lacking: readonly string[] }[],
): readonly Pick<InputNotice, 'column' | 'problem' | 'done'>[] {
  const lacking = new Map<string, number>();
  for (const rule of rules) {
    if (rule.state !== 'not-assessed') continue;
    for (const column of rule.lacking) lacking.set(column, (lacking.get(column) ?? 0) + 1);
  }
  return [...lacking].map(([column, count]) => ({
    column,
    problem: 'the extract has no such column',
    done: `${count === 1 ? '1 rule was' : `${count} rules were`} not assessed; export the column`,
  }));
}
