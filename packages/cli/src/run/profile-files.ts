import {
  type ExtractOptions,
  type FileLayout,
  type InputNotice,
  MarkercheckError,
  markersFileUse,
  type MarkersFileUse,
  type MarkersTable,
  openMarkersFile,
  type Profile,
  readTable,
  type RunInput,
  type Table,
  unmatchedMarkers,
} from '@markercheck/core';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { CliError, EXIT } from '../exit.js';
import { readInput } from '../io/input.js';
import { systemReason } from '../messages/system-errors.js';
import type { Settings } from './settings.js';

/** The files that a profile names beside the extract. */
export interface ProfileFiles {
  readonly lookups: ReadonlyMap<string, Table>;
  /** The digest of each lookup: it is a part of what the profile says. */
  readonly digests: Readonly<Record<string, string>>;
  /** Where the second file of markers is; it is read with the extract, because it is as large. */
  readonly markers: { readonly path: string; readonly layout: FileLayout } | null;
}

/** A lookup is a small table that a person keeps. */
const LARGEST_LOOKUP = 8 * 1024 * 1024;

/** The path of a file that a profile names: beside the profile, also where a link would lead elsewhere. */
function besideProfile(profileFile: string, named: string, exit: CliError['exit']): string {
  const folder = path.dirname(profileFile);
  const file = path.join(folder, named);
  const say = (what: string) =>
    new CliError(exit, `${profileFile} names ${JSON.stringify(named)}, which ${what}.`);
  let real: string;
  try {
    real = realpathSync(file);
  } catch (error) {
    throw say(`cannot be read: ${systemReason(error)}`);
  }
  const within = path.relative(realpathSync(folder), real);
  if (within.startsWith('..') || path.isAbsolute(within)) {
    throw say("is a link that leaves the profile's folder; put the file itself there");
  }
  if (!statSync(real).isFile()) throw say('is not a file');
  return file;
}

function readLookup(profileFile: string, named: string): { table: Table; digest: string } {
  const file = besideProfile(profileFile, named, EXIT.usage);
  if (statSync(file).size > LARGEST_LOOKUP) {
    throw new CliError(
      EXIT.usage,
      `${named} is no lookup table: it is larger than ${LARGEST_LOOKUP / 1024 / 1024} MB.`,
    );
  }
  const bytes = readFileSync(file);
  try {
    return { table: readTable(named, bytes), digest: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    if (error instanceof MarkercheckError) throw new CliError(EXIT.usage, error.message);
    throw error;
  }
}

/** Finds the files that a profile names, and reads the small ones. `markersFile` stands in for the one it names. */
export function findProfileFiles(
  profile: Profile | undefined,
  profileFile: string | undefined,
  markersFile: string | undefined,
): ProfileFiles {
  const lookups = new Map<string, Table>();
  const digests: Record<string, string> = {};
  const layout = profile?.markers;
  if (markersFile !== undefined && layout?.layout !== 'file') {
    throw new CliError(
      EXIT.usage,
      '--markers-file needs a profile whose markers have the layout "file"; this one reads the markers from the extract.',
    );
  }
  if (profile === undefined || profileFile === undefined) return { lookups, digests, markers: null };
  for (const source of Object.values(profile.fields)) {
    const named = typeof source === 'string' ? undefined : source.lookup;
    if (named === undefined || lookups.has(named)) continue;
    const { table, digest } = readLookup(profileFile, named);
    lookups.set(named, table);
    digests[named] = digest;
  }
  if (layout?.layout !== 'file') return { lookups, digests, markers: null };
  const markers = markersFile ?? besideProfile(profileFile, layout.file, EXIT.input);
  return { lookups, digests, markers: { path: markers, layout } };
}

/** How extracts are read, with all that the profile names. */
export interface ReadWith {
  readonly options: ExtractOptions;
  /** The second file of markers, as an input of the run. */
  readonly inputs: readonly RunInput[];
  readonly complete: boolean;
  readonly markers: MarkersTable | null;
  /** How many of its crimes the extracts read so far had; `null` without a markers file. */
  readonly markersUse: () => MarkersFileUse | null;
  /** Says after the last extract which markers belong to no record of it. */
  readonly finish: () => void;
}

async function readMarkers(
  { path: file, layout }: NonNullable<ProfileFiles['markers']>,
  blanks: readonly string[],
  notice: (notice: InputNotice) => void,
): Promise<{ table: MarkersTable; input: RunInput }> {
  const name = path.basename(file);
  const opened = openMarkersFile(name, layout, blanks, notice);
  try {
    const { bytes, sha256 } = await readInput({ path: file, name, size: 0 }, opened.write);
    const table = opened.end();
    const { encoding, format, rows, unreadable } = table;
    return { table, input: { name, bytes, sha256, encoding, format, records: rows, unreadable } };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new CliError(EXIT.input, `The markers file ${file} cannot be read: ${systemReason(error)}.`);
  }
}

/** Reads what the profile names beside the extract, so that extracts can be read. */
export async function readWithProfile(
  { profile, encoding, profileFiles }: Settings,
  notice: (notice: InputNotice) => void,
): Promise<ReadWith> {
  const { lookups, markers } = profileFiles;
  const read = markers === null ? null : await readMarkers(markers, profile?.blanks ?? [], notice);
  return {
    options: {
      ...(profile === undefined ? {} : { profile }),
      ...(encoding === undefined ? {} : { encoding }),
      tables: { lookups, ...(read === null ? {} : { markers: read.table }) },
    },
    inputs: read === null ? [] : [read.input],
    complete: read?.table.complete ?? true,
    markers: read?.table ?? null,
    markersUse: () => (read === null ? null : markersFileUse(read.table)),
    finish: () => {
      const said = read === null ? null : unmatchedMarkers(read.table, markers?.layout.key ?? '');
      if (said !== null) notice(said);
    },
  };
}
