import type { TableFile } from '@markercheck/core';
import { InputFault } from '../decompress-fault.js';

const NAMES: Readonly<Record<TableFile, string>> = { parquet: 'Parquet file', duckdb: 'DuckDB database' };

/** What DuckDB says of itself, by what it begins with. Its messages are not shown: they can hold values. */
const FAULTS: readonly (readonly [says: RegExp, what: string])[] = [
  [
    /could not set lock|conflicting lock|used by another process/i,
    'another program has it open for writing; close it there, or copy the table out, and run again',
  ],
  [/version number \d+/i, 'it was written by another version of DuckDB than the one that is here'],
  [/encrypt/i, 'it is encrypted; export it without'],
  [
    /^Permission Error/,
    'what is named reads other files, which is not allowed here; write its result into a table or a Parquet file',
  ],
  [/^Out of Memory Error/i, 'DuckDB needs more memory for it than there is; write the view into a table'],
  [/checksum|magic bytes|TProtocol|enough bytes|too small/i, 'it is damaged or was cut off'],
];

/** A fault of DuckDB in words. */
export function tableFault(error: unknown, kind: TableFile): InputFault {
  const said = error instanceof Error ? error.message : '';
  const kindOfFault = /^([A-Z][A-Za-z ]{1,30} Error)\b/.exec(said)?.[1] ?? 'Error';
  const what = FAULTS.find(([says]) => says.test(said))?.[1];
  return new InputFault(
    what ??
      `DuckDB cannot read this ${NAMES[kind]} (${kindOfFault}); it is damaged, or of a kind that DuckDB does not know`,
  );
}
