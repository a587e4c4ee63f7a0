import type { Profile } from '../map/profile.js';
import { MarkercheckError } from '../model/errors.js';
import type { CrimeRecord } from '../model/fields.js';
import type { Pack } from '../model/pack.js';
import type { Policy } from '../model/policy.js';
import { csvRow, writeCsv } from './csv.js';
import { encodePieces, encodeText, type ExtractEncoding } from './encode.js';
import { type GeneratedRecord, generateRecords } from './generate.js';
import { EXTRACT_LAYOUTS, type ExtractLayout } from './layouts/index.js';
import type { Layout } from './layouts/layout.js';
import { writeNdjson } from './ndjson.js';
import type { GenerateOptions } from './options.js';
import { writeXml, XML_RECORDS } from './xml.js';

export const EXTRACT_FORMATS = ['csv', 'xml', 'ndjson'] as const;
export type ExtractFormat = (typeof EXTRACT_FORMATS)[number];

export interface ExtractFilesOptions extends GenerateOptions {
  readonly layout: ExtractLayout;
  readonly format: ExtractFormat;
  readonly encoding: ExtractEncoding;
}

/** What was generated, and which of the files beside the extract there are. */
export interface GeneratedExtract {
  /** The name of the extract itself. */
  readonly extract: string;
  readonly records: number;
  readonly faults: number;
  /** `null` where the extract needs none. */
  readonly profile: string | null;
  readonly policy: string | null;
}

/** A fault that a marker's cell shows, and a list of codes cannot. */
const OF_MARKER_CELLS = 'FLAG-FIELD-INVALID';
const DECLARED: Readonly<Record<ExtractEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8',
  'utf-16le': 'UTF-16',
  'windows-1252': 'windows-1252',
};
/** The header of a CSV is row 1; records of other formats count from 1. */
const FIRST_ROW: Readonly<Record<ExtractFormat, number>> = { csv: 2, xml: 1, ndjson: 1 };

function profileOf(layout: Layout, options: ExtractFilesOptions): Profile | null {
  const { format, encoding, force } = options;
  if (layout.profile === null) return null;
  return {
    name: options.layout,
    format,
    ...(format === 'csv' ? { delimiter: layout.csv.delimiter ?? ',' } : {}),
    encoding: encoding === 'utf-8-bom' ? 'utf-8' : encoding,
    ...(format === 'xml' ? { records: XML_RECORDS } : {}),
    ...layout.profile(force),
  } as Profile;
}

/** Rules that are off by default and whose faults are planted: a policy switches them on. */
function policyFor(pack: Pack, rates: Readonly<Record<string, number>>): Policy | null {
  const off = pack.rules.filter((rule) => rule.default === 'off' && (rates[rule.id] ?? 0) > 0);
  return off.length === 0 ? null : { rules: Object.fromEntries(off.map(({ id }) => [id, 'on' as const])) };
}

/** Expected findings have the names of the columns of `findings.csv`. */
const EXPECTED = ['rule', 'crimeReference', 'force', 'file', 'row'];
const EXPECTED_STYLE = { lineEnd: '\r\n' };
const MARK = '\uFEFF';

/**
 * An extract as a records system would export it, with all that a check of it needs: `write` is handed
 * the bytes of each file as they come. What `check` must find is in `expected.csv`, known from what was
 * planted and not from the rules.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, before anything is written.
 */
export function generateExtract(
  pack: Pack,
  options: ExtractFilesOptions,
  write: (file: string, bytes: Uint8Array) => void,
): GeneratedExtract {
  const layout: Layout = EXTRACT_LAYOUTS[options.layout];
  const { format, encoding, faultRates = {}, force } = options;
  if (!layout.hasMarkerCells && (faultRates[OF_MARKER_CELLS] ?? 0) > 0) {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      `faultRates/${OF_MARKER_CELLS}: in the layout ${options.layout} a marker is a code that is there or not, never a cell that cannot be read.`,
    );
  }
  const extract = `extract.${format}`;
  const { markersFile } = layout;
  const beside = { 'expected.csv': MARK + csvRow(EXPECTED, EXPECTED_STYLE), markers: '' };
  if (markersFile !== undefined) beside.markers = csvRow(markersFile.header);
  const counts = { records: 0, faults: 0 };

  function flush(): void {
    write('expected.csv', encodeText(beside['expected.csv'], 'utf-8'));
    beside['expected.csv'] = '';
    if (markersFile === undefined) return;
    write(markersFile.name, encodeText(beside.markers, 'utf-8'));
    beside.markers = '';
  }

  function* noting(generated: Iterable<GeneratedRecord>): Generator<CrimeRecord, void, undefined> {
    for (const { record, planted } of generated) {
      const row = String(FIRST_ROW[format] + counts.records++);
      for (const rule of planted) {
        counts.faults++;
        const reference = record.crimeReference ?? '';
        beside['expected.csv'] += csvRow([rule, reference, force, extract, row], EXPECTED_STYLE);
      }
      for (const cells of markersFile?.rowsOf(record) ?? []) beside.markers += csvRow(cells);
      yield record;
    }
  }

  const records = noting(generateRecords(pack, options));
  const pieces = {
    csv: () => writeCsv(records, layout.columns, layout.csv),
    xml: () => writeXml(records, layout.columns, DECLARED[encoding]),
    ndjson: () => writeNdjson(records, layout.columns),
  }[format]();
  for (const bytes of encodePieces(pieces, encoding)) {
    write(extract, bytes);
    flush();
  }
  flush();
  const profile = profileOf(layout, options);
  const policy = policyFor(pack, faultRates);
  const json = (value: unknown) => encodeText(`${JSON.stringify(value, null, 2)}\n`, 'utf-8');
  if (profile !== null) write('profile.json', json(profile));
  if (policy !== null) write('policy.json', json(policy));
  return {
    extract,
    ...counts,
    profile: profile === null ? null : 'profile.json',
    policy: policy === null ? null : 'policy.json',
  };
}
