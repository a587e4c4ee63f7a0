import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { expect } from 'vitest';
import { writeSql } from '../../packages/core/src/sql/write-sql.js';
import type { DialectName } from '../../packages/core/src/dialect/dialect.js';
import { mapByProfile } from '../../packages/core/src/map/by-profile.js';
import type { Profile } from '../../packages/core/src/map/profile.js';
import { readTable } from '../../packages/core/src/map/table.js';
import { FIELD_NAMES } from '../../packages/core/src/model/fields.js';
import { trim } from '../../packages/core/src/normalise/text.js';
import type { Engine } from './engines/engine.js';
import { ALL_ON, differences, pack } from './proof.js';
import { AS_AT, readByEngine, RUN } from './readings.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A table as a records system has it, and the profile that reads it. */
export interface ProfiledTable {
  readonly profile: Profile;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lookups?: Readonly<Record<string, string>>;
}

function fromFiles(extract: string, profile: string): ProfiledTable {
  const text = readFileSync(path.join(ROOT, extract), 'utf8').replace(/^\ufeff/, '');
  const [header = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  return { profile: JSON.parse(readFileSync(path.join(ROOT, profile), 'utf8')) as Profile, header, rows };
}

const FIELDS = { crimeReference: 'REF', offenceCode: 'CODE' } as const;

/** All that a profile can say, at its edges. */
const EDGES: ProfiledTable = {
  profile: {
    name: 'edges',
    blanks: ['NULL', 'n/a'],
    constants: { force: 'E23000037' },
    fields: {
      crimeReference: 'REF',
      offenceCode: { columns: ['CLASS', 'SUB'], join: '/' },
      recordedOn: { column: 'RECORDED', date: ['DD/MM/YYYY HH:mm', 'D-MMM-YYYY', 'excel-1900'] },
      offenceFrom: { column: 'FROM DATE', date: 'D MMMM YYYY hh:mm:ss A' },
      victimType: { column: 'VT', values: { P: 'person', '1': 'organisation', X: '' } },
      victimSex: { column: 'SEX', after: '(', before: ')' },
      suspectAges: { column: 'AGES', separator: '|' },
      suspectEthnicities: { column: 'ETH', separator: '|', values: { '0': '', W: 'W1' } },
      victimAge: 'AGE "years"',
      narrative: { columns: ['MO1', 'MO2'], join: ' ' },
      outcome: { column: 'OUT', lookup: 'outcomes.csv', from: 'code', to: 'number' },
    },
    markers: {
      layout: 'list',
      column: 'FLAGS; all',
      separator: ',',
      blank: 'unknown',
      codes: { 'CA-SEX': 'CSA', EXPL: 'CSE', 'X.1': null },
      otherCodes: 'local',
    },
  },
  lookups: { 'outcomes.csv': 'code,number\nCHARGED,1\n"NFA, no",16\n,2\n' },
  header: [
    'REF',
    'CLASS',
    'SUB',
    'RECORDED',
    'FROM DATE',
    'VT',
    'SEX',
    'AGES',
    'ETH',
    'AGE "years"',
    'MO1',
    'MO2',
    'OUT',
    'FLAGS; all',
  ],
  rows: [
    [
      '1',
      '19',
      '16',
      '01/02/2025 10:30',
      '1 January 2025 11:00:00 pm',
      'p',
      'girl (F) x',
      '15|30',
      '0|W',
      '12',
      'text',
      'more',
      'charged',
      'ca-sex',
    ],
    [
      '2',
      '19',
      '',
      '3-Feb-2025',
      '29 february 2025 01:00:00 AM',
      '1',
      'F',
      '|',
      'W',
      'null',
      '',
      'vapes for',
      'NFA, no',
      'CSE, EXPL',
    ],
    [
      '3',
      '',
      '16',
      '45000',
      '29 February 2024 01:00:00 AM',
      'X',
      '(M',
      'n/a|17',
      '',
      '',
      'County-Lines;',
      '',
      'x',
      '',
    ],
    [
      '4',
      'NULL',
      'NULL',
      '60',
      '31 April 2024 01:00:00 AM',
      '?',
      ')',
      '7;8|9',
      'a;b',
      '007',
      'N/A',
      'sex',
      '',
      'X.1',
    ],
    [
      '5',
      '8N',
      '',
      '61.5',
      '1 May 2024 13:00:00 AM',
      '',
      '( M )',
      '',
      '|',
      '121',
      '',
      '',
      'NULL',
      'CSE;GROUP CSE',
    ],
    [
      '6',
      '20',
      '05',
      '1/2/2025 10:30',
      ' 9 SEPTEMBER 2025 12:59:59 PM ',
      'N/A',
      '()',
      '120',
      'W|W',
      '17',
      '\u00a0',
      '',
      'Charged',
      'n/a, ,',
    ],
    [
      '7',
      '20',
      '05',
      '3-JUN-2025',
      '0 May 2025 12:00:00 PM',
      'Q',
      'F)',
      '0|0',
      '',
      '',
      '',
      '',
      '',
      'MISSING PERSON,x.1',
    ],
  ],
};

/** An unknown code keeps what is not set unknown; and one column a marker, each with its own blank. */
const UNKNOWN_CODES: ProfiledTable = {
  ...EDGES,
  profile: {
    name: 'unknown codes',
    fields: FIELDS,
    markers: {
      layout: 'list',
      column: 'FLAGS',
      separator: '; ',
      blank: 'not-set',
      codes: { CSA: 'CSA', '(CSE)': 'CSE', OLD: null },
    },
  },
  header: ['REF', 'CODE', 'FLAGS'],
  rows: ['CSA', 'csa; (cse)', 'OLD', 'NEW', '', 'CSA; NEW', ';', '; ', 'CSE', 'CSA;OLD'].map((flags, i) => [
    String(i),
    '19/16',
    flags,
  ]),
};

const MARKER_COLUMNS: ProfiledTable = {
  ...EDGES,
  profile: {
    name: 'marker columns',
    blanks: ['-'],
    fields: FIELDS,
    markers: {
      layout: 'columns',
      blank: 'unknown',
      columns: {
        CSA: { column: 'A', set: ['1', 'true'], notSet: ['0'] },
        CSE: { column: 'E', set: ['Yes'], notSet: ['no', '-'], blank: 'not-set' },
      },
    },
  },
  header: ['REF', 'CODE', 'A', 'E'],
  rows: ['1', 'TRUE', '0', '', '-', 'x', ' 1\t', 'Ye\u017f'].flatMap((a, i) =>
    ['YES', 'no', '', '-', '?'].map((e, k) => [`${i}/${k}`, '86', a, e]),
  ),
};

export const PROFILED: readonly ProfiledTable[] = [
  EDGES,
  UNKNOWN_CODES,
  MARKER_COLUMNS,
  fromFiles('docs/examples/records-system.csv', 'docs/examples/profile.json'),
  fromFiles('fixtures/profiles/unknown-system/extract.csv', 'fixtures/profiles/unknown-system/answered.json'),
];

/** Fails unless a profile in SQL reads every cell as our mapping does, and judges every record so. */
export async function expectSameByProfile(engine: Engine, table: ProfiledTable): Promise<void> {
  const { profile, header, rows, lookups = {} } = table;
  const encoder = new TextEncoder();
  const tables = {
    lookups: new Map(
      Object.entries(lookups).map(([name, text]) => [name, readTable(name, encoder.encode(text))]),
    ),
  };
  const mapping = mapByProfile(profile, header, () => undefined, tables);
  const records = rows.map(mapping.toCells);
  const columns = [...mapping.columns];
  await engine.load(header, rows);
  const options = {
    pack,
    policy: ALL_ON,
    profile,
    tables,
    dialect: engine.name as DialectName,
    table: ['crimes'],
    asAt: AS_AT,
    run: RUN,
  };

  const place = new Map(records.map((cells, i) => [trim(cells[0] ?? ''), i]));
  const cells = await engine.rows(writeSql({ ...options, result: 'record' }));
  expect(cells).toHaveLength(rows.length);
  for (const row of cells) {
    const ours = records[place.get(row['crimeReference'] ?? '') ?? -1];
    for (const [i, field] of FIELD_NAMES.entries()) {
      if (!mapping.columns.has(field)) continue;
      const cell = ours?.[i] ?? null;
      // Lists are compared part by part: a blank beside a semicolon means nothing.
      const form = (text: string | null) =>
        text
          ?.split(';')
          .map(trim)
          .filter((part) => field !== 'localMarkers' || part !== '')
          .join(';') ?? null;
      expect(`${field}: ${form(row[field] ?? null)}`).toBe(
        `${field}: ${form(cell === null ? null : trim(cell))}`,
      );
    }
  }

  const ours = readByEngine(pack, ALL_ON, columns, records);
  const outcomes = await engine.rows(writeSql({ ...options, result: 'outcomes' }));
  const ids = pack.rules.map(({ id }) => id).toSorted();
  const letters: Readonly<Record<string, string>> = {
    'not-applicable': 'n',
    undetermined: 'u',
    met: 'm',
    breached: 'b',
  };
  const theirs: string[] = [];
  for (const row of outcomes)
    theirs[place.get(row['crimeReference'] ?? '') ?? -1] = ids
      .map((id) => letters[row[id] ?? ''] ?? '-')
      .join('');
  expect(differences(ours, { outcomes: theirs, severities: ours.severities })).toEqual([]);
}
