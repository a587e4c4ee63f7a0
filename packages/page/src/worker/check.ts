import {
  createCheck,
  type InputNotice,
  loadPack,
  missingColumns,
  profileIdentity,
  readProfile,
  type RunInput,
  summarise,
} from '@markercheck/core';
import type { Done, Progress, Request } from '../protocol.js';
import { openOutputs } from './outputs.js';
import { readCompanions } from './profile-tables.js';
import { FileFault, readFile } from './read-file.js';

/** The share of records with a readable code below which the run is not a check, as in the command line. */
const MIN_ASSESSED = 0.95;

export interface CheckSettings {
  readonly request: Extract<Request, { readonly kind: 'check' }>;
  readonly tool: { readonly name: string; readonly version: string };
  readonly tell: (progress: Progress) => void;
}

/** Checks the extracts as the command line does, with the same bytes as result. */
export async function check({ request, tool, tell }: CheckSettings): Promise<Done> {
  const { files, companions, asAt } = request;
  const pack = loadPack();
  const profile = request.profile === null ? undefined : readProfile(request.profile);
  const outputs = openOutputs(pack, asAt);
  let notices = 0;
  let findings = 0;
  let complete = true;
  const notice = (of: InputNotice): void => {
    notices++;
    outputs.notice(of);
  };
  const beside = await readCompanions(profile, companions, notice);
  const running = createCheck(
    { pack, asAt, tables: beside.tables, ...(profile === undefined ? {} : { profile }) },
    {
      notice,
      file: (file) => ({
        finding: (finding, row) => {
          findings++;
          outputs.finding({ finding, status: '', since: asAt, place: { file, row } });
        },
        undetermined: (undetermined) => outputs.undetermined(undetermined),
      }),
    },
  );
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const inputs: RunInput[] = [];
  let before = 0;
  for (const file of files) {
    const fileNotice = (problem: string, done: string) =>
      notice({ file: file.name, row: null, column: null, problem, done });
    const extract = running.open(file.name);
    let taken = 0;
    let digest = { bytes: 0, sha256: '' };
    try {
      digest = await readFile(
        file,
        (chunk) => {
          extract.write(chunk);
          taken += chunk.length;
        },
        (bytes) =>
          tell({ bytes: before + bytes, total, records: running.state().assessor.tally.records, findings }),
      );
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      complete = false;
      const done = taken === 0 ? 'nothing of it was checked' : 'what was read before was checked';
      fileNotice(`the file cannot be read: ${error.message}`, done);
    }
    const { records, unreadable, truncated, damaged, encoding, format } = extract.end();
    if (damaged > 0) {
      const problem = `${damaged} characters are not ${encoding}; name the encoding with --encoding`;
      fileNotice(problem, 'each was read as the replacement character');
    }
    complete &&= unreadable === 0 && !truncated && damaged === 0;
    before += file.size;
    inputs.push({ name: file.name, ...digest, format, encoding, records, unreadable });
  }
  beside.finish();
  inputs.push(...beside.inputs);
  const { compiled, assessor } = running.state();
  if (assessor.tally.records > 0) {
    for (const of of missingColumns(compiled.rules)) {
      outputs.notice({ file: inputs[0]?.name ?? '', row: 1, ...of });
    }
  }
  const summary = summarise(assessor.tally, compiled, {
    tool,
    profile: profileIdentity(profile, beside.digests),
    policyDigest: null,
    asAt,
    inputs,
    complete: complete && beside.complete,
    minAssessed: MIN_ASSESSED,
    markersFile: beside.markersUse(),
    workList: outputs.workListReport(),
    baseline: null,
    waivers: null,
    adoption: null,
    pseudonyms: null,
  });
  return { summary, notices, ...outputs.finish(summary) };
}
