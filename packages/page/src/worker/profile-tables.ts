import {
  type InputNotice,
  markersFileUse,
  type MarkersTable,
  openMarkersFile,
  type Profile,
  type ProfileTables,
  readTable,
  type RunInput,
  type Table,
  unmatchedMarkers,
} from '@markercheck/core';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { FileFault, readFile } from './read-file.js';

/** What a profile names beside the extract, read. */
export interface CompanionFiles {
  readonly tables: ProfileTables;
  /** The digest of each lookup: it is a part of what the profile says. */
  readonly digests: Readonly<Record<string, string>>;
  /** The second file of markers, as an input of the run. */
  readonly inputs: readonly RunInput[];
  readonly complete: boolean;
  /** How the second file of markers met the extracts read so far; `null` without one. */
  readonly markersUse: () => ReturnType<typeof markersFileUse> | null;
  /** Says after the last extract which markers belong to no record of it. */
  readonly finish: () => void;
}

/** The files that a profile names. */
export function companionsOf(profile: Profile): readonly string[] {
  const lookups = Object.values(profile.fields).flatMap((source) =>
    typeof source === 'string' || source.lookup === undefined ? [] : [source.lookup],
  );
  const { markers } = profile;
  return [...new Set([...lookups, ...(markers.layout === 'file' ? [markers.file] : [])])];
}

/** The chosen file of that name; a profile may name it with its folder, which a browser does not tell. */
function find(files: readonly File[], named: string): File {
  const base = named.split(/[\\/]/).at(-1) ?? named;
  const file = files.find(({ name }) => name === base);
  if (file === undefined) throw new FileFault(`the profile names ${named}: choose that file as well`);
  return file;
}

export async function readCompanions(
  profile: Profile | undefined,
  files: readonly File[],
  notice: (notice: InputNotice) => void,
): Promise<CompanionFiles> {
  const lookups = new Map<string, Table>();
  const digests: Record<string, string> = {};
  const layout = profile?.markers.layout === 'file' ? profile.markers : null;
  for (const named of profile === undefined ? [] : companionsOf(profile)) {
    if (named === layout?.file) continue;
    const bytes = new Uint8Array(await find(files, named).arrayBuffer());
    lookups.set(named, readTable(named, bytes));
    digests[named] = bytesToHex(sha256(bytes));
  }
  if (layout === null) {
    return {
      tables: { lookups },
      digests,
      inputs: [],
      complete: true,
      markersUse: () => null,
      finish: () => undefined,
    };
  }
  const { table, input } = await readMarkers(find(files, layout.file), layout, profile?.blanks ?? [], notice);
  return {
    tables: { lookups, markers: table },
    digests,
    inputs: [input],
    complete: table.complete,
    markersUse: () => markersFileUse(table),
    finish: () => {
      const said = unmatchedMarkers(table, layout.key);
      if (said !== null) notice(said);
    },
  };
}

async function readMarkers(
  file: File,
  layout: Parameters<typeof openMarkersFile>[1],
  blanks: readonly string[],
  notice: (notice: InputNotice) => void,
): Promise<{ readonly table: MarkersTable; readonly input: RunInput }> {
  const opened = openMarkersFile(file.name, layout, blanks, notice);
  const read = await readFile(file, opened.write);
  const table = opened.end();
  const { encoding, format, rows, unreadable } = table;
  return { table, input: { name: file.name, ...read, encoding, format, records: rows, unreadable } };
}
