import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../packages/core/src/model/fields.js';
import { canonicalCsv, markercheck, scratchFolder, writeIn } from '../support/cli.js';

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

const SOUGHT = [/canary/i, /2011-07-23/, /23\/07\/2011/, /\b113\b/, /\b97;98\b/];

function expectClean(text: string, what: string): void {
  for (const canary of SOUGHT) expect(text, what).not.toMatch(canary);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
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
