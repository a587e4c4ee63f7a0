import { createDecoder } from '../decode/decoder.js';
import { MarkercheckError } from '../model/errors.js';
import { createCsvReader } from '../read/csv/csv-reader.js';

/** A small CSV that a profile reads beside the extract, whole. */
export interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads a lookup table; delimiter and encoding are detected. It is a part of the profile, so that a
 * row nobody can read is a fault of the profile.
 * @throws {MarkercheckError} `PROFILE_INVALID` with every fault and its row.
 */
export function readTable(name: string, bytes: Uint8Array): Table {
  let header: readonly string[] = [];
  const rows: (readonly string[])[] = [];
  const faults: string[] = [];
  const decoder = createDecoder();
  const reader = createCsvReader({
    header: (columns) => (header = columns),
    row: (cells) => rows.push(cells),
    notice: ({ row, problem }) => faults.push(row === null ? problem : `row ${row}: ${problem}`),
  });
  reader.write(decoder.write(bytes));
  reader.write(decoder.end());
  reader.end();
  if (decoder.report().damaged > 0)
    faults.push(`it has characters that are not ${decoder.report().encoding}`);
  if (rows.length === 0 && faults.length === 0) faults.push('it has no rows');
  if (faults.length > 0) throw new MarkercheckError('PROFILE_INVALID', `${name} cannot be used.`, faults);
  return { name, header, rows };
}
