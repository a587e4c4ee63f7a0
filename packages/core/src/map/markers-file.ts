import { createDecoder } from '../decode/decoder.js';
import { MarkercheckError } from '../model/errors.js';
import { type Marker, MARKERS } from '../model/markers.js';
import { trim } from '../normalise/text.js';
import { createCsvReader } from '../read/csv/csv-reader.js';
import type { InputNotice } from '../read/reader.js';
import { blankTest } from './blanks.js';
import { createCodeBook, type CodeCount, createCodeCounter } from './codes.js';
import { columnPosition, missingColumn } from './columns.js';
import type { FileLayout } from './profile.js';

/** What the second file says of one crime. */
export interface MarkersOfCrime {
  readonly isSet: (marker: Marker) => boolean;
  /** Whether it has a code that the profile does not name, so that what is not set is unknown. */
  readonly hasUnknownCode: boolean;
  /** Its local markers, `;` between. */
  readonly local: string;
}

/** The second file of a marker layout `file`, by crime reference; memory grows with this file alone. */
export interface MarkersTable {
  readonly name: string;
  /** What it says of a crime, which then counts as met; `null` if it has no code of this crime. */
  readonly of: (key: string) => MarkersOfCrime | null;
  /** Crime references in it. */
  readonly keys: number;
  /** Those that no record asked for so far. */
  readonly unmatched: () => number;
  /** Codes that the profile does not name, the most frequent first. */
  readonly unknownCodes: readonly CodeCount[];
  /** Rows handed on, rows that could not be read, and whether all of it was read. */
  readonly rows: number;
  readonly unreadable: number;
  readonly complete: boolean;
  readonly encoding: string;
  readonly format: string;
}

/** A markers file on its way from bytes to a table. */
export interface MarkersFile {
  /** Throws `PROFILE_MISFIT` when the header is read and lacks a column of the layout. */
  readonly write: (bytes: Uint8Array) => void;
  readonly end: () => MarkersTable;
}

const UNKNOWN_CODE = 1 << MARKERS.length;
const HAS_CODE = UNKNOWN_CODE << 1;
const MET = HAS_CODE << 1;
const BIT = new Map(MARKERS.map((marker, i) => [marker, 1 << i]));

/** Opens the second file of a profile's markers. Bits and not objects: it may have millions of keys. */
export function openMarkersFile(
  name: string,
  layout: FileLayout,
  blanks: readonly string[],
  notice: (notice: InputNotice) => void,
): MarkersFile {
  const say = (of: Omit<InputNotice, 'file'>) => notice({ file: name, ...of });
  const isBlank = blankTest(blanks);
  const meaningOf = createCodeBook(layout.codes);
  const isStrict = (layout.otherCodes ?? 'unknown') === 'unknown';
  const bits = new Map<string, number>();
  const locals = new Map<string, string>();
  const unknown = createCodeCounter();
  let key = -1;
  let column = -1;

  function takeHeader(header: readonly string[]): void {
    key = columnPosition(header, layout.key);
    column = columnPosition(header, layout.column);
    const misfits = [layout.key, layout.column].filter((wanted) => columnPosition(header, wanted) < 0);
    if (misfits.length > 0) {
      throw new MarkercheckError(
        'PROFILE_MISFIT',
        `The profile does not fit the markers file.`,
        misfits.map((wanted) => `markers: ${missingColumn(name, wanted, header)}`),
      );
    }
  }

  function takeRow(row: readonly string[], number: number): void {
    const crime = trim(row[key] ?? '');
    const code = trim(row[column] ?? '');
    if (isBlank(crime)) {
      const problem = 'the crime reference is empty';
      say({ row: number, column: layout.key, problem, done: 'the marker in this row belongs to no record' });
      return;
    }
    const before = bits.get(crime) ?? 0;
    if (isBlank(code)) {
      bits.set(crime, before);
      return;
    }
    const meaning = meaningOf(code) ?? null;
    const isNamed = meaningOf(code) !== undefined;
    const marks = meaning === null ? 0 : (BIT.get(meaning) ?? 0);
    bits.set(crime, before | HAS_CODE | marks | (isNamed || !isStrict ? 0 : UNKNOWN_CODE));
    if (!isNamed) unknown.add(code);
    if (layout.otherCodes === 'local' && meaning === null) {
      const others = locals.get(crime);
      locals.set(crime, others === undefined ? code : `${others};${code}`);
    } else if (!isNamed && isStrict) {
      say({
        row: number,
        column: layout.column,
        problem: 'a marker code that the profile does not know',
        done: 'the markers that are not set on this record are taken as unknown',
      });
    }
  }

  const decoder = createDecoder();
  const reader = createCsvReader({ header: takeHeader, row: takeRow, notice: say });
  return {
    write: (bytes) => reader.write(decoder.write(bytes)),
    end: () => {
      reader.write(decoder.end());
      const { records, unreadable, truncated, format } = reader.end();
      const { damaged, encoding } = decoder.report();
      if (key < 0)
        throw new MarkercheckError('PROFILE_MISFIT', `The markers file ${name} is empty: it has no header.`);
      let met = 0;
      return {
        name,
        keys: bits.size,
        unmatched: () => bits.size - met,
        of: (crime) => {
          const found = bits.get(crime);
          if (found === undefined) return null;
          if ((found & MET) === 0) {
            met++;
            bits.set(crime, found | MET);
          }
          if ((found & HAS_CODE) === 0) return null;
          return {
            isSet: (marker) => (found & (BIT.get(marker) ?? 0)) !== 0,
            hasUnknownCode: (found & UNKNOWN_CODE) !== 0,
            local: locals.get(crime) ?? '',
          };
        },
        unknownCodes: unknown.counts(),
        rows: records,
        unreadable,
        complete: unreadable === 0 && !truncated && damaged === 0,
        encoding,
        format,
      };
    },
  };
}
