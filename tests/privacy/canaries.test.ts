import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../packages/cli/src/io/archive.js';
import { FIELDS } from '../../packages/core/src/model/fields.js';
import { canonicalCsv, markercheck, readRows, scratchFolder, writeIn } from '../support/cli.js';

/** A value that stands nowhere else, in the place of each personal field and of columns that no rule reads. */
const CANARIES: Readonly<Record<string, string>> = {
  victimBornOn: '2011-07-23',
  victimAge: '113',
  suspectAges: '97;98',
  suspectEthnicities: 'CanaryEthnicity',
  suspectNationalities: 'CanaryNationality',
  localMarkers: 'CSE;CanaryMarker',
  narrative: 'CanaryNarrative given vapes by older boyfriend',
  VICTIM_NAME: 'CanaryName',
  VICTIM_ADDRESS: '1 CanaryStreet',
};

const BASE = {
  force: 'E23000037',
  recordedOn: '2025-05-02',
  reportedOn: '2025-05-02',
  offenceFrom: '2025-05-01',
  team: 'CAIT North',
};

/** Records that breach, leave undetermined and cannot be read, so that every kind of output is written. */
const RECORDS = [
  { ...BASE, ...CANARIES, crimeReference: 'C/1', offenceCode: '19/16', CSA: 'N', CSE: 'N' },
  { ...BASE, ...CANARIES, crimeReference: 'C/2', offenceCode: '22/06', CSA: 'Y', CSE: 'N', victimSex: 'F' },
  { ...BASE, ...CANARIES, crimeReference: 'C/3', offenceCode: '19-Jul', CSA: 'CanaryCode', CSE: '?' },
  {
    ...BASE,
    ...CANARIES,
    crimeReference: 'C/4',
    offenceCode: '20/05',
    CSA: 'Y',
    victimBornOn: 'CanaryDate',
    victimAge: 'CanaryAge',
  },
  {
    ...BASE,
    ...CANARIES,
    crimeReference: 'C/5',
    offenceCode: '22/06',
    victimType: 'CanaryType',
    markerHistory: 'CanaryHistory',
  },
];

/** What the tests write themselves. */
const INPUTS = new Set(['extract.csv', 'others.csv', 'coded.csv', 'policy.json', 'own.json', 'key']);

const WAIVER =
  '--reason reviewed --by crime-registrar --as-at 2026-11-01 --decided 2026-10-20 --expires 2027-10-20'.split(
    ' ',
  );

const PROFILE = {
  name: 'own',
  fields: Object.fromEntries(
    ['crimeReference', 'force', 'offenceCode', 'recordedOn', 'reportedOn', 'offenceFrom', 'victimBornOn']
      .concat(['victimAge', 'suspectAges', 'suspectEthnicities', 'suspectNationalities', 'localMarkers'])
      .concat(['narrative', 'team'])
      .map((name) => [name, name]),
  ),
  markers: {
    layout: 'columns',
    blank: 'unknown',
    columns: { CSA: { column: 'CSA', set: ['Y'], notSet: ['N'] } },
  },
};

const SOUGHT = [/canary/i, /2011-07-23/, /23\/07\/2011/, /\b113\b/, /\b97;98\b/];

function expectClean(text: string, what: string): void {
  for (const canary of SOUGHT) expect(text, what).not.toMatch(canary);
}

/** What stands in a file; of a workbook, in all its parts. */
async function textOf(file: string): Promise<string> {
  if (!file.endsWith('.xlsx')) return readFileSync(file, 'utf8');
  const zip = await openArchive(file);
  const parts: Buffer[] = [];
  for await (const entry of zip.eachEntry()) {
    for await (const chunk of await zip.openReadStreamPromise(entry)) parts.push(chunk as Buffer);
  }
  zip.close();
  return Buffer.concat(parts).toString('utf8');
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Answers a review so that every marker is wrong and every rule is right: the score then has all that it can have. */
function answer(folder: string): void {
  const rows = readRows(folder, 'review.csv', 'sample').map((row) => {
    if (!['CSA', 'CSE'].includes(row['question'] ?? '')) return { ...row, holds: 'yes' };
    const isSet = row['extract'] === 'set';
    return { ...row, shouldBeSet: isSet ? 'no' : 'yes', isSet: isSet ? 'yes' : 'no' };
  });
  writeIn(folder, 'answered.csv', Papa.unparse(rows));
}

describe('personal values', () => {
  it('have a canary in every personal field', () => {
    const personal = FIELDS.filter((field) => field.sensitivity === 'personal').map((field) => field.name);
    expect(personal.filter((name) => !(name in CANARIES) && name !== 'victimSex')).toEqual([]);
  });

  it('are in no output of a check, nor on the terminal', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv(RECORDS));
    const allOn = { rules: { 'CSE-SUSPECT-ETHNICITY': 'on', 'FLAG-LATE': 'on', 'CSE-WARNING-REVIEW': 'on' } };
    writeIn(folder, 'policy.json', JSON.stringify(allOn));
    const args = [
      'check',
      'extract.csv',
      '--as-at',
      '2026-11-01',
      '--policy',
      'policy.json',
      '--min-assessed',
      '0',
    ];
    const { exit, stdout, stderr } = markercheck(folder, args);
    expect(exit).toBe(1);
    expectClean(stdout + stderr, 'the terminal');
    const files = filesBelow(path.join(folder, 'markercheck-run'));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expectClean(readFileSync(file, 'utf8'), path.basename(file));
  });

  it('are in no output of the nightly options, of a sample, a share, a comparison or a trend', async () => {
    const folder = scratchFolder();
    const others = RECORDS.map((record) => ({ ...record, force: 'E23000038' }));
    writeIn(folder, 'extract.csv', canonicalCsv(RECORDS));
    writeIn(folder, 'others.csv', canonicalCsv(others));
    // A profile has to name the codes of victim types and markers; no code there is personal.
    const coded = RECORDS.filter(({ crimeReference }) => !['C/3', 'C/5'].includes(crimeReference));
    writeIn(folder, 'coded.csv', canonicalCsv(coded));
    writeIn(folder, 'policy.json', JSON.stringify({ rules: { 'CSA-BYDEF-MISSING': 'off' } }));
    writeIn(folder, 'own.json', JSON.stringify(PROFILE));
    writeIn(folder, 'key', 'k'.repeat(32));
    const log = ['--log', 'runs.log', '--operator', 'nightly job', '--reason', 'a test'];
    const check = [
      'check',
      'extract.csv',
      '--min-assessed',
      '0',
      '--format',
      'html,csv,json,ndjson,xlsx,junit',
    ];
    const beside = '--baseline before --preview policy.json --check-keys --split-by team'.split(' ');
    const commands: readonly (readonly string[])[] = [
      [...check, '--as-at', '2026-10-31', '--out', 'before', '--history', 'history', ...log],
      [...check, '--as-at', '2026-11-01', '--out', 'run', '--history', 'history', ...log, ...beside],
      [...check, '--as-at', '2026-11-01', '--out', 'pseudonyms', '--pseudonyms', 'key'],
      ['check', 'others.csv', '--min-assessed', '0', '--as-at', '2026-11-01', '--out', 'others'],
      ['log', 'verify', 'runs.log'],
      ['trend', 'history', '--out', 'trend.html'],
      ['waive', '--waivers', 'waivers.csv', '--rule', 'CSA-BYDEF-MISSING', '--record', 'C/1', ...WAIVER],
      [
        'sample',
        'draw',
        'run',
        'extract.csv',
        '--size',
        '3',
        '--seed',
        '1',
        '--frame',
        'all',
        '--out',
        'sample',
      ],
      ['sample', 'score', 'sample', 'answered.csv', '--out', 'score'],
      ['share', 'run', '--out', 'share.json', '--marking', 'OFFICIAL'],
      ['share', 'others', '--out', 'others.json', '--marking', 'OFFICIAL'],
      ['compare', 'share.json', 'others.json', '--out', 'compared', '--include-unsettled'],
      ['profile', 'suggest', 'coded.csv', '--out', 'profile.json'],
      ['profile', 'suggest', 'coded.csv', '--json'],
      ['profile', 'check', 'own.json', 'coded.csv'],
    ];
    for (const args of commands) {
      if (args[1] === 'score') answer(folder);
      const { exit, stdout, stderr } = markercheck(folder, args);
      // 2 and 4 would be a command that did nothing, of which nothing could be said.
      expect([0, 1], `${args.join(' ')}\n${stderr}`).toContain(exit);
      expectClean(stdout + stderr, args.join(' '));
    }
    const written = filesBelow(folder).filter((file) => !INPUTS.has(path.basename(file)));
    expect(written.length).toBeGreaterThan(35);
    for (const file of written) expectClean(await textOf(file), path.relative(folder, file));
    expect(await textOf(path.join(folder, 'run', 'worklist.xlsx'))).toContain('C/1');
    expect(await textOf(path.join(folder, 'score', 'wrong.csv'))).toContain('C/1');
  });

  it('of invented people are in nothing but the extract that holds them', () => {
    const folder = scratchFolder();
    const options = '--month 2026-10 --rows 300 --in-scope 60 --fault FLAG-LATE=20 --out x'.split(' ');
    const { exit, stdout, stderr } = markercheck(folder, ['generate', ...options]);
    expect([exit, stderr]).toEqual([0, '']);
    const personal = ['victimBornOn', 'narrative', 'suspectAges', 'localMarkers'] as const;
    const rows = readRows(folder, 'extract.csv', 'x');
    // Short ones, such as an age, stand anywhere by chance.
    const values = new Set(rows.flatMap((row) => personal.map((name) => row[name] ?? '')));
    const sought = [...values].filter((value) => value.length > 7);
    expect(sought.length).toBeGreaterThan(200);
    const others = filesBelow(path.join(folder, 'x')).filter((file) => !file.endsWith('extract.csv'));
    expect(others.map((file) => path.basename(file)).toSorted()).toEqual(['expected.csv', 'policy.json']);
    for (const text of [stdout, ...others.map((file) => readFileSync(file, 'utf8'))]) {
      expect(sought.filter((value) => text.includes(value))).toEqual([]);
    }
  });

  it('are in no message about rows and files that cannot be read', () => {
    const folder = scratchFolder();
    const [header = '', row = ''] = canonicalCsv(RECORDS).split('\r\n');
    writeIn(folder, 'broken.csv', `${header}\r\n${row},CanaryExtra,1,2\r\n${row}\r\n"CanaryOpen,${row}\r\n`);
    const { stdout, stderr } = markercheck(folder, ['check', 'broken.csv', '--as-at', '2026-11-01']);
    expectClean(stdout + stderr, 'the terminal');
    for (const file of filesBelow(path.join(folder, 'markercheck-run'))) {
      expectClean(readFileSync(file, 'utf8'), path.basename(file));
    }
  });

  it('are not shown by explain unless asked for', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv(RECORDS));
    for (const { crimeReference } of RECORDS) {
      const { stdout, stderr } = markercheck(folder, [
        'explain',
        'extract.csv',
        '--record',
        crimeReference,
        '--all',
      ]);
      expectClean(stdout + stderr, crimeReference);
    }
  });
});
