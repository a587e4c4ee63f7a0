import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { MARKERS } from '../../packages/core/src/model/markers.js';
import { FIELD_NAMES } from '../../packages/core/src/model/fields.js';
import { ROOT } from '../support/cli.js';

/** How the same records look in other exports. The shapes are invented: none is any vendor's format. */

export const FOLDER = path.join(ROOT, 'fixtures/profiles');

type Record200 = Readonly<Record<string, string>>;

export function readCanonical(): readonly Record200[] {
  const text = readFileSync(path.join(FOLDER, 'canonical.csv'), 'utf8').replace(/^\uFEFF/, '');
  return Papa.parse<Record200>(text, { header: true, skipEmptyLines: true }).data;
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Layout {
  /** The name of the profile in profiles/examples and of the fixture's folder. */
  readonly name: string;
  /** The files of the fixture, the extract first. */
  readonly files: Readonly<Record<string, (records: readonly Record200[]) => string>>;
}

const titles = new Map(loadPack().offences.entries.map(({ code, label }) => [code, label]));

function csv({ header, rows }: Table, delimiter = ','): string {
  return `${Papa.unparse({ fields: [...header], data: rows.map((row) => [...row]) }, { delimiter, newline: '\r\n' })}\r\n`;
}

/** Columns by their names, each with what it holds of a record. */
type Columns = Readonly<Record<string, (record: Record200) => string>>;

function table(records: readonly Record200[], columns: Columns): Table {
  const header = Object.keys(columns);
  return { header, rows: records.map((record) => header.map((name) => columns[name]?.(record) ?? '')) };
}

const cell = (name: string) => (record: Record200) => record[name] ?? '';
const isMarker = (name: string) => (MARKERS as readonly string[]).includes(name);
const PLAIN = FIELD_NAMES.filter((name) => !isMarker(name));

/** `2025-05-03` as `03/05/2025`, with what is put between. */
const dayFirst = (name: string, sign: string) => (record: Record200) =>
  (record[name] ?? '').split('-').toReversed().join(sign);

function mapCell(name: string, values: Readonly<Record<string, string>>) {
  return (record: Record200) => values[record[name] ?? ''] ?? record[name] ?? '';
}

const setMarkers = (record: Record200) => MARKERS.filter((marker) => record[marker] === 'Y');
const localMarkers = (record: Record200) =>
  (record['localMarkers'] ?? '').split(';').filter((part) => part !== '');

const FLAGS: Layout = {
  name: 'flags-as-columns',
  files: {
    'extract.csv': (records) => {
      const or = (read: (record: Record200) => string) => (record: Record200) => read(record) || 'NULL';
      return csv(
        table(records, {
          CRIME_NO: cell('crimeReference'),
          REC_TYPE: or(
            mapCell('recordType', {
              crime: 'CRIME',
              'non-crime': 'NON CRIME',
              'reported-incident': 'INCIDENT',
            }),
          ),
          CANCELLED_DT: or(dayFirst('cancelledOn', '/')),
          HO_CODE: or(cell('offenceCode')),
          HO_CLASS: or(cell('offenceClass')),
          REPORTED_DT: or(dayFirst('reportedOn', '/')),
          RECORDED_DT: or(dayFirst('recordedOn', '/')),
          START_DT: or(dayFirst('offenceFrom', '/')),
          END_DT: or(dayFirst('offenceTo', '/')),
          OUTCOME_TYPE: or(cell('outcome')),
          OUTCOME_DT: or(dayFirst('outcomeOn', '/')),
          VIC_TYPE: or(mapCell('victimType', { person: 'PERSON', organisation: 'BUSINESS', state: 'CROWN' })),
          VIC_DOB: or(dayFirst('victimBornOn', '/')),
          VIC_AGE: or(cell('victimAge')),
          VIC_SEX: or(mapCell('victimSex', { F: 'Female', M: 'Male' })),
          SUSPECT_TOTAL: or(cell('suspectCount')),
          SUSPECT_AGES: or(cell('suspectAges')),
          SUSPECT_ETHNICITY: or(cell('suspectEthnicities')),
          SUSPECT_NATIONALITY: or(cell('suspectNationalities')),
          ...Object.fromEntries(
            MARKERS.map((marker) => [`${marker}_FLAG`, or(mapCell(marker, { Y: '1', N: '0' }))]),
          ),
          FLAG_HISTORY: or(cell('markerHistory')),
          QUALIFIERS: or(cell('localMarkers')),
          MO: or(cell('narrative')),
          TEAM: or(cell('team')),
          BEAT: () => 'A101',
        }),
      );
    },
  },
};

/** The codes of the markers in an export that has its own. */
export const CODES: Readonly<Record<string, string>> = {
  CSA: 'CA-SEX',
  CSE: 'CSE',
  CA: 'CA',
  CCE: 'CCE',
  DA: 'DOM',
  ONLINE: 'CYBER',
  MS: 'MODSLAV',
  HBA: 'HBA',
};
const codesOf = (record: Record200) => setMarkers(record).map((marker) => CODES[marker] ?? marker);

const ONE_COLUMN: Layout = {
  name: 'one-column-of-codes',
  files: {
    'extract.csv': (records) =>
      csv(
        table(records, {
          ...Object.fromEntries(
            PLAIN.filter((name) => name !== 'localMarkers').map((name) => [name, cell(name)]),
          ),
          FLAGS: (record) => [...codesOf(record), ...localMarkers(record)].join('|'),
        }),
        '\t',
      ),
  },
};

const SECOND_FILE: Layout = {
  name: 'second-file',
  files: {
    'extract.csv': (records) =>
      csv(
        table(records, {
          ...Object.fromEntries(
            PLAIN.filter((name) => name !== 'localMarkers' && name !== 'offenceCode').map((name) => [
              name,
              cell(name),
            ]),
          ),
          HO_CLASS_NO: (record) => record['offenceCode']?.split('/')[0] ?? '',
          HO_SUB: (record) => record['offenceCode']?.split('/')[1] ?? '',
        }),
      ),
    'markers.csv': (records) =>
      csv({
        header: ['QUALIFIER', 'CRIME_REF'],
        rows: records.flatMap((record) =>
          [...codesOf(record), ...localMarkers(record)].map((code) => [code, record['crimeReference'] ?? '']),
        ),
      }),
  },
};

const SUSPECT_LISTS = ['suspectAges', 'suspectEthnicities', 'suspectNationalities'];

/** A row for each pair of a suspect and a code, as a join of three tables gives them. */
function joinedRows(record: Record200): readonly Record200[] {
  const lists = SUSPECT_LISTS.map((name) => (record[name] === '' ? [] : (record[name] ?? '').split(';')));
  const count = Math.max(0, ...lists.map((list) => list.length));
  const suspects: Record200[] = Array.from({ length: count }, (_, i) => ({
    SUSPECT_ID: `${record['crimeReference'] ?? ''}-S${i + 1}`,
    ...Object.fromEntries(SUSPECT_LISTS.map((name, list) => [name, lists[list]?.[i] ?? ''])),
  }));
  const none = { SUSPECT_ID: '', ...Object.fromEntries(SUSPECT_LISTS.map((name) => [name, ''])) };
  const codes = [...codesOf(record), ...localMarkers(record)];
  return (suspects.length === 0 ? [none] : suspects).flatMap((suspect) =>
    (codes.length === 0 ? [''] : codes).map((code) => ({ ...record, ...suspect, QUALIFIER: code })),
  );
}

const ROWS: Layout = {
  name: 'rows-of-suspects-and-markers',
  files: {
    'extract.csv': (records) =>
      csv(
        table(records.flatMap(joinedRows), {
          ...Object.fromEntries(
            PLAIN.filter((name) => name !== 'localMarkers').map((name) => [name, cell(name)]),
          ),
          SUSPECT_ID: cell('SUSPECT_ID'),
          QUALIFIER: cell('QUALIFIER'),
        }),
      ),
  },
};

const CODE_IN_TEXT: Layout = {
  name: 'code-in-text',
  files: {
    'extract.csv': (records) =>
      csv(
        table(records, {
          ...Object.fromEntries(
            FIELD_NAMES.filter((name) => name !== 'offenceCode').map((name) => [name, cell(name)]),
          ),
          OFFENCE: (record) => {
            const code = record['offenceCode'] ?? '';
            return code === '' ? '' : `${code} ${titles.get(code) ?? 'Other offence'}`;
          },
        }),
        '|',
      ),
  },
};

function localCode(code: string): string {
  return `L${code.replace(/\W/g, '')}`;
}

const LOCAL_CODES: Layout = {
  name: 'local-codes',
  files: {
    'extract.csv': (records) =>
      csv(
        table(records, {
          ...Object.fromEntries(
            FIELD_NAMES.filter((name) => name !== 'offenceCode').map((name) => [name, cell(name)]),
          ),
          LAW_CODE: (record) => (record['offenceCode'] === '' ? '' : localCode(record['offenceCode'] ?? '')),
        }),
      ),
  },
};

/** The lookup that stands beside its profile. */
export function localCodesTable(records: readonly Record200[]): string {
  const codes = [...new Set(records.map((record) => record['offenceCode'] ?? ''))]
    .filter((code) => code !== '')
    .toSorted();
  return csv({
    header: ['LOCAL', 'HO', 'TITLE'],
    rows: codes.map((code) => [localCode(code), code, titles.get(code) ?? 'Other offence']),
  });
}

const SEMICOLON: Layout = {
  name: 'semicolon-windows-1252',
  files: {
    'extract.csv': (records) => {
      const list = (name: string) => (record: Record200) => (record[name] ?? '').replaceAll(';', '|');
      return csv(
        table(
          records,
          Object.fromEntries(
            FIELD_NAMES.filter((name) => name !== 'force').map((name) => {
              const isDate = name.endsWith('On') || name === 'offenceFrom' || name === 'offenceTo';
              const isList = SUSPECT_LISTS.includes(name) || name === 'localMarkers';
              return [name, isDate ? dayFirst(name, '.') : isList ? list(name) : cell(name)];
            }),
          ),
        ),
        ';',
      );
    },
  },
};

export const LAYOUTS: readonly Layout[] = [
  FLAGS,
  ONE_COLUMN,
  SECOND_FILE,
  ROWS,
  CODE_IN_TEXT,
  LOCAL_CODES,
  SEMICOLON,
];

/** An export whose column names nobody has seen, for the five minutes of docs/profiles.md: less than the canonical record. */
export const UNKNOWN_SYSTEM: Layout = {
  name: 'unknown-system',
  files: {
    'extract.csv': (records) => {
      const withTime = (name: string, time: string) => (record: Record200) =>
        record[name] === '' ? '' : `${dayFirst(name, '/')(record)} ${time}`;
      return csv(
        table(records.slice(0, 60), {
          'Occurrence No': cell('crimeReference'),
          Classification: (record) => {
            const code = record['offenceCode'] || (record['offenceClass'] ?? '');
            return `${code} - ${titles.get(code) ?? 'Other offence'}`;
          },
          'Rptd Date': withTime('reportedOn', '09:15'),
          'Date Entered': withTime('recordedOn', '17:40'),
          'Occ Start': withTime('offenceFrom', '00:00'),
          'Occ End': withTime('offenceTo', '23:59'),
          'Injured Party': mapCell('victimType', {
            person: 'INDIVIDUAL',
            organisation: 'COMPANY',
            state: 'REGINA',
            '': 'INDIVIDUAL',
          }),
          'IP DOB': dayFirst('victimBornOn', '/'),
          'IP Sex': mapCell('victimSex', { F: 'Female', M: 'Male', '': '-' }),
          'No of Suspects': (record) => record['suspectCount'] || '-',
          'Warning Flags': (record) =>
            [
              ...setMarkers(record).map((marker) => (marker === 'DA' ? 'DOM' : marker)),
              ...localMarkers(record),
            ].join(', '),
          Log: cell('narrative'),
          Station: cell('team'),
        }),
        ';',
      );
    },
  },
};

/** Where Windows-1252 differs from the code points, as far as these texts go. */
const WINDOWS_1252: Readonly<Record<string, number>> = {
  '–': 0x96,
  '“': 0x93,
  '”': 0x94,
  '’': 0x92,
  '‘': 0x91,
  '€': 0x80,
};

/** The bytes of a file of a layout. */
export function bytesOf(layout: Layout, text: string): Uint8Array {
  if (layout.name !== 'semicolon-windows-1252') return new TextEncoder().encode(text);
  return Uint8Array.from(text, (character) => WINDOWS_1252[character] ?? character.charCodeAt(0));
}
