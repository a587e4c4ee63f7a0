import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { CANONICAL, readManifest, type RunSummary, type SampleManifest } from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { naming } from '../io/naming.js';
import { readJsonFile } from '../io/json-file.js';
import { isRun, recoverRun } from '../io/output-folder.js';
import type { Settings } from './settings.js';

/** Opens the run that a sample is drawn from. */
export function openSampledRun(folder: string): RunSummary {
  recoverRun(folder);
  if (!isRun(folder)) {
    throw new CliError(
      EXIT.usage,
      `${folder} is not a run of markercheck: name the folder that check wrote, then the extracts that it read.`,
    );
  }
  const summary = JSON.parse(readFileSync(path.join(folder, 'summary.json'), 'utf8')) as RunSummary;
  if (summary.notChecked !== null) {
    throw new CliError(
      EXIT.input,
      `${folder} is NOT CHECKED: ${summary.notChecked}. A sample of it would tell nothing; put the extract right first.`,
    );
  }
  return summary;
}

/** Refuses settings that are not those of the run, each with the option that mends it. */
export function requireSameSettings(run: RunSummary, settings: Settings, folder: string): void {
  const { pack, profileName, policyDigest, adoption, asAt } = settings;
  const faults: string[] = [];
  const differs = (isSame: boolean, what: string): void => {
    if (!isSame) faults.push(what);
  };
  differs(
    run.pack.digest === pack.digest,
    `it was made with the pack ${run.pack.id} ${run.pack.edition} of another version of markercheck: check the extract again`,
  );
  differs(
    run.profile.digest === profileName.digest,
    run.profile.name === CANONICAL
      ? 'it was made without a profile: leave out --profile'
      : `it was made with the profile ${run.profile.name}, or with another state of it: name that with --profile`,
  );
  differs(
    run.policy.digest === policyDigest,
    run.policy.digest === null
      ? 'it was made without a policy: leave out --policy'
      : 'it was made with another policy: name that with --policy',
  );
  differs(
    (run.adoption === null) === (adoption === null),
    run.adoption === null
      ? 'it was made without --adoption: leave it out'
      : 'it was made with an adoption sheet: name that with --adoption',
  );
  differs(run.asAt === asAt, `it was made as at ${run.asAt}: leave out --as-at`);
  if (faults.length > 0) {
    throw new CliError(
      EXIT.usage,
      `The sample cannot be drawn from ${folder} with these settings.\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
}

function manifestPath(named: string): string {
  const isFolder = statSync(named, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? path.join(named, 'manifest.json') : named;
}

/** Reads a manifest, named by its file or by the folder that holds it. */
export function openManifest(named: string): SampleManifest {
  const file = manifestPath(named);
  const value = readJsonFile(file, 'The manifest');
  return naming(file, () => readManifest(value));
}
