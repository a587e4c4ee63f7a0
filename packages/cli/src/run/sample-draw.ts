import {
  compilePack,
  createSampleDraw,
  type InputNotice,
  type Mapping,
  openExtract,
  type RunSummary,
  type SampleDraw,
  type SampleManifest,
  type SampleOptions,
} from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import type { Input } from '../io/input.js';
import { TOOL } from '../version.js';
import { readWithProfile } from './profile-files.js';
import { readInputs } from './read-inputs.js';
import { requireInputsOf, requireRunInputs } from './sample-inputs.js';
import type { Settings } from './settings.js';

export interface DrawRequest {
  /** The folder of the run, as the user named it. */
  readonly folder: string;
  readonly run: RunSummary;
  readonly inputs: readonly Input[];
  readonly settings: Settings;
  readonly options: SampleOptions & { readonly exclude: readonly SampleManifest[] };
  /** Called as bytes come in, with how many there were so far, and with the records of them. */
  readonly progress: (bytes: number, records: number) => void;
}

export interface DrawnSample {
  readonly manifest: SampleManifest;
  readonly fileNotices: readonly InputNotice[];
}

/** The same rules on the same records give the same counts, or it is not the run that it seems. */
function requireSameCounts(run: RunSummary, draw: SampleDraw, folder: string): void {
  const counts = draw.ruleCounts();
  const on = Object.entries(run.rules).filter(([, { state }]) => state === 'on');
  const isSame =
    on.length === counts.size &&
    on.every(([id, { undetermined, met, breached }]) => {
      const of = counts.get(id);
      return of?.undetermined === undetermined && of.met === met && of.breached === breached;
    });
  if (!isSame) {
    throw new CliError(
      EXIT.usage,
      `The rules say something else of the extract now than in ${folder}: the run was made with other settings or by another version. Check the extract again, and draw from that run.`,
    );
  }
}

/** Reads the extracts of a run again, judges each record as the run did, and draws. */
export async function drawFromRun(request: DrawRequest): Promise<DrawnSample> {
  const { run, settings, options, folder } = request;
  const { pack, policy, asAt, profileName, policyDigest } = settings;
  const fileNotices: InputNotice[] = [];
  let draw: SampleDraw | null = null;
  let columns = '';
  let records = 0;

  function openDraw(mapping: Mapping, file: string): void {
    if (!mapping.columns.has('crimeReference')) {
      throw new CliError(
        EXIT.input,
        `${file} has no column for the crime reference, so nobody could look a sampled record up.`,
      );
    }
    const names = [...mapping.columns].sort().join();
    if (draw !== null && names !== columns) {
      throw new CliError(EXIT.usage, `${file} has other columns than the files before it.`);
    }
    columns = names;
    draw ??= createSampleDraw(compilePack(pack, { policy, columns: mapping.columns }), options);
  }

  const notice = (of: InputNotice): void => {
    if (of.row === null) fileNotices.push(of);
  };
  await requireInputsOf(run, request.inputs, folder);
  const readWith = await readWithProfile(settings, notice);
  const read = await readInputs(request.inputs, {
    open: (file) =>
      openExtract(file, readWith.options, {
        notice,
        mapping: (mapping) => openDraw(mapping, file),
        record: (cells, row) => {
          records++;
          draw?.add(cells, row, file);
        },
      }),
    notice,
    progress: (bytes) => request.progress(bytes, records),
  });
  requireRunInputs(run, [...read.inputs, ...readWith.inputs], folder);
  const opened = draw as SampleDraw | null;
  if (opened === null) throw new CliError(EXIT.input, 'The extract holds no record.');
  requireSameCounts(run, opened, folder);
  const manifest = opened.finish({
    asAt,
    tool: TOOL,
    profile: profileName,
    policy: policyDigest,
    complete: run.complete,
    inputs: run.inputs,
  });
  return { manifest, fileNotices };
}
