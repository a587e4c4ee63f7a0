import {
  compilePack,
  type CompiledPack,
  explainRecord,
  type ExtractOptions,
  type ExtractReport,
  type FieldReading,
  type InputNotice,
  type Mapping,
  openExtract,
  readFields,
  RecordFacts,
  type RuleExplanation,
} from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import type { Input } from '../io/input.js';
import { readExtract } from '../io/read-extract.js';
import { systemReason } from '../messages/system-errors.js';
import { readWithProfile } from '../run/profile-files.js';
import type { Settings } from '../run/settings.js';

/** A record with the reference that was asked for. */
export interface FoundRecord {
  readonly file: string;
  /** The record's number in its file, the header being 1. */
  readonly row: number;
  readonly fields: readonly FieldReading[];
  readonly rules: readonly RuleExplanation[];
}

export interface Search {
  readonly found: readonly FoundRecord[];
  readonly records: number;
  readonly unreadable: number;
  /** References that differ from the one asked for in case, spaces and signs only. */
  readonly alike: readonly string[];
  /** What concerns the whole file or its header. */
  readonly fileNotices: readonly InputNotice[];
}

const MOST_ALIKE = 3;

/** A reference without what people write differently: case, spaces and signs. */
function bare(reference: string): string {
  return reference.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Reads extracts to their ends and explains every record that has the reference. */
export async function findRecords(
  inputs: readonly Input[],
  settings: Settings,
  reference: string,
): Promise<Search> {
  const found: FoundRecord[] = [];
  const alike = new Set<string>();
  const fileNotices: InputNotice[] = [];
  const notice = (of: InputNotice): void => {
    if (of.row === null || of.row === 1) fileNotices.push(of);
  };
  const readWith = await readWithProfile(settings, notice);
  const totals = { records: 0, unreadable: 0 };
  for (const input of inputs) {
    const search = { settings, reference, found, alike, notice, options: readWith.options };
    const { records, unreadable } = await findIn(input, search);
    totals.records += records;
    totals.unreadable += unreadable;
  }
  readWith.finish();
  return { found, alike: [...alike], fileNotices, ...totals };
}

/** What a search of several extracts keeps. */
interface Searching {
  readonly settings: Settings;
  readonly reference: string;
  readonly options: ExtractOptions;
  readonly notice: (notice: InputNotice) => void;
  readonly found: FoundRecord[];
  readonly alike: Set<string>;
}

async function findIn(
  input: Input,
  { settings, reference, options, notice, found, alike }: Searching,
): Promise<ExtractReport> {
  const { pack, policy } = settings;
  const wanted = bare(reference);
  let last: { readonly row: readonly string[]; readonly number: number } = { row: [], number: 0 };
  let ready: { mapping: Mapping; compiled: CompiledPack; facts: RecordFacts } | null = null;
  const extract = openExtract(input.name, options, {
    notice,
    row: (row, number) => (last = { row, number }),
    mapping: (mapping) => {
      if (!mapping.columns.has('crimeReference')) {
        throw new CliError(
          EXIT.input,
          `${input.name} has no column for the crime reference, so no record of it can be found by one.`,
        );
      }
      const compiled = compilePack(pack, { policy, columns: mapping.columns });
      ready = { mapping, compiled, facts: new RecordFacts(compiled.surroundings, compiled.rules.length) };
    },
    record: (cells, row) => {
      if (ready === null) return;
      const { mapping, compiled, facts } = ready;
      const of = facts.load(cells).text('crimeReference');
      if (of === reference) {
        const source = last.number === row ? last.row : [];
        found.push({
          file: input.name,
          row,
          fields: readFields(mapping, cells, source),
          rules: explainRecord(compiled, facts),
        });
      } else if (alike.size < MOST_ALIKE && bare(of) === wanted && wanted !== '') {
        alike.add(of);
      }
    },
  });
  try {
    await readExtract(input, extract);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new CliError(EXIT.input, `${input.name} cannot be read: ${systemReason(error)}.`);
  }
  return extract.end();
}
