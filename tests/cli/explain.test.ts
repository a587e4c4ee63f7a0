import { describe, expect, it, vi } from 'vitest';
import { canonicalCsv, type CliResult, markercheck, ROOT, scratchFolder, writeIn } from '../support/cli.js';

// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 20_000 });

const HEADER = [
  'crimeReference',
  'offenceCode',
  'reportedOn',
  'recordedOn',
  'offenceFrom',
  'victimBornOn',
  'CSA',
  'CSE',
  'narrative',
  'localMarkers',
];
const UNFLAGGED = {
  crimeReference: 'GL/1',
  offenceCode: '19/16',
  reportedOn: '2025-05-02',
  recordedOn: '2025-05-02',
  offenceFrom: '2025-05-01',
  victimBornOn: '2015-01-31',
  CSA: 'N',
  CSE: 'N',
  narrative: 'At home',
};
const RECORDS = [
  UNFLAGGED,
  { ...UNFLAGGED, crimeReference: 'GL/2', CSA: 'Y' },
  { crimeReference: 'GL/3', offenceCode: '20/05', recordedOn: '2025-05-02', CSA: 'N', CSE: 'N' },
  { ...UNFLAGGED, crimeReference: 'GL/4', offenceCode: '19-Jul' },
  { ...UNFLAGGED, crimeReference: 'GL/2' },
  { ...UNFLAGGED, crimeReference: 'GL/5', narrative: 'Secret\u001b[31m\nwords', victimBornOn: '2015-02-30' },
];

const CSV = canonicalCsv(RECORDS, HEADER);

const said = new Map<string, CliResult>();

/** What `explain` says of a record; the same question is asked of the program once. */
function explain(reference: string, ...args: readonly string[]): CliResult {
  const command = ['explain', '-', '--record', reference, ...args];
  const key = command.join(' ');
  const result = said.get(key) ?? markercheck(ROOT, command, CSV);
  said.set(key, result);
  return result;
}

function longest(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

describe('a breached rule', () => {
  const { exit, stdout } = explain('GL/1');

  it('is told with its message, its action and the truth of each clause', () => {
    expect(exit).toBe(0);
    expect(stdout).toContain('BREACHED: 1 rule\n\nCSA-BYDEF-MISSING');
    expect(stdout).toContain('warning, tier 1');
    expect(stdout).toContain('What is wrong: 19/16 Rape, girl under 13 is an offence against a child');
    expect(stdout).toContain('What to do: Review; set CSA');
    expect(stdout).toContain('✓ true     the record is a live crime');
    expect(stdout).toContain('✗ false    CSA is set');
  });

  it('comes first, before what is met, not applicable, not assessed and off', () => {
    const heads = stdout.split('\n').filter((line) => /^[A-Z ]+: \d+ rules?/.test(line));
    expect(heads.map((head) => head.replace(/:.*/, ''))).toEqual([
      'BREACHED',
      'MET',
      'NOT APPLICABLE',
      'NOT ASSESSED',
      'OFF',
    ]);
  });

  it('says that what is not assessed lacks columns', () => {
    expect(stdout).toContain('CLASS-SUBCLASS-CONFLICT: the extract lacks offenceClass');
  });

  it('is readable at 80 columns', () => {
    expect(longest(stdout)).toBeLessThanOrEqual(80);
    expect(longest(explain('GL/3', '--all', '--show-values').stdout)).toBeLessThanOrEqual(80);
  });

  it('has another severity by the policy, and says why', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv(RECORDS, HEADER));
    writeIn(folder, 'date.json', '{"parameters": {"csaMandatoryFrom": "2025-01-01"}}');
    writeIn(folder, 'rule.json', '{"rules": {"CSA-BYDEF-MISSING": "info"}}');
    const by = (policy: string) =>
      markercheck(folder, ['explain', 'extract.csv', '--record', 'GL/1', '--policy', policy]).stdout;
    expect(by('date.json')).toContain('Severity: error, because the force has set the date');
    expect(by('rule.json')).toContain('Severity: info, because the policy gives the rule this severity');
  });
});

describe('a rule that cannot be told', () => {
  it('names the fields that are lacking', () => {
    const { stdout } = explain('GL/3', '--rule', 'CSA-AGE-MISSING');
    expect(stdout).toContain('CANNOT BE TOLD: 1 rule');
    expect(stdout).toContain('What is lacking to tell: victimAge, victimBornOn.');
    expect(stdout).toContain("? unknown  the victim's age on the first day of the offence is under 18");
  });
});

describe('rules that do not concern the record or are off', () => {
  it('are counted, and told with --all', () => {
    expect(explain('GL/1').stdout).toContain('(--all says why)');
    expect(explain('GL/1').stdout).not.toContain('NONRECENT-UNFLAGGED');
    const { stdout } = explain('GL/1', '--all');
    expect(stdout).toContain('NONRECENT-UNFLAGGED');
    expect(stdout).toContain('Off. Switched on, it would');
  });

  it('are told where they are named, in any case', () => {
    const { stdout } = explain('GL/2', '--rule', 'cancelled-flagged');
    expect(stdout).toContain('OFF: 1 rule\n\nCANCELLED-FLAGGED');
    expect(stdout).not.toContain('CSA-BYDEF-MISSING');
  });
});

describe('fields', () => {
  it('are recorded, empty, not to be read or not there, without their values', () => {
    const { stdout } = explain('GL/4');
    expect(stdout).toMatch(/recorded {8}crimeReference, reportedOn/);
    expect(stdout).toMatch(/empty {11}localMarkers/);
    expect(stdout).toMatch(/cannot be read {2}offenceCode: not an offence code/);
    expect(stdout).toMatch(/no such column {2}force, recordType/);
    expect(stdout).not.toContain('2015-01-31');
    expect(stdout).not.toContain('At home');
  });

  it('show their values where they are asked for, and nothing that acts on the terminal', () => {
    const { stdout } = explain('GL/5', '--show-values');
    expect(stdout).toContain('narrative             Secret\uFFFD[31m words');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('cannot be read  victimBornOn: not a date');
    expect(stdout).not.toContain('2015-02-30');
  });
});

describe('the reference', () => {
  it('may stand in several rows, which are explained one after another', () => {
    const { stdout } = explain('GL/2');
    expect(stdout).toContain('2 records have this reference; each is explained.');
    expect(stdout).toContain('row 3 of standard input');
    expect(stdout).toContain('row 6 of standard input');
  });

  it('is compared exactly, but for blanks around it', () => {
    expect(explain(' GL/1 ').exit).toBe(0);
    const { exit, stderr } = explain('gl1');
    expect(exit).toBe(3);
    expect(stderr).toContain('There is GL/1: references are compared exactly');
    expect(explain('GL/9').stderr).toContain('No record of standard input has the crime reference GL/9');
  });

  it.each([
    ['no such rule', ['--record', 'GL/1', '--rule', 'CSA-BYDEF'], 2, 'The nearest ids are CSA-BYDEF-MISSING'],
    ['an empty reference', ['--record', ' '], 2, '--record is empty'],
  ])('of %s is refused', (_, args, status, words) => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv(RECORDS, HEADER));
    const { exit, stderr } = markercheck(folder, ['explain', 'extract.csv', ...args]);
    expect({ exit, stderr }).toMatchObject({
      exit: status,
      stderr: expect.stringContaining(words) as string,
    });
  });

  it.each([
    ['a file that is not there', null, 'cannot be read'],
    ['a file of a header alone', 'crimeReference,CSA\r\n', 'has no records'],
    ['a file without references', 'CSA,CSE\r\nY,N\r\n', 'no column for the crime reference'],
  ])('cannot be found in %s', (_, content, words) => {
    const folder = scratchFolder();
    if (content !== null) writeIn(folder, 'extract.csv', content);
    const { exit, stderr } = markercheck(folder, ['explain', 'extract.csv', '--record', 'GL/1']);
    expect({ exit, stderr }).toMatchObject({ exit: 3, stderr: expect.stringContaining(words) as string });
  });
});

describe('--format json', () => {
  it('has every rule, with values only where they are asked for', () => {
    const parse = (...args: readonly string[]) =>
      JSON.parse(explain('GL/1', '--format', 'json', ...args).stdout) as {
        readonly records: readonly {
          readonly fields: readonly Readonly<Record<string, unknown>>[];
          readonly rules: readonly Readonly<Record<string, unknown>>[];
        }[];
      };
    const [record] = parse().records;
    expect(record?.rules).toHaveLength(41);
    expect(record?.rules.find(({ rule }) => rule === 'CSA-BYDEF-MISSING')).toMatchObject({
      state: 'on',
      outcome: 'breached',
      severity: 'warning',
      require: { clause: 'CSA is set', truth: 'false', parts: [] },
    });
    expect(record?.fields.some((field) => 'value' in field)).toBe(false);
    expect(parse('--show-values').records[0]?.fields).toContainEqual(
      expect.objectContaining({ field: 'victimBornOn', state: 'recorded', value: '2015-01-31' }),
    );
  });
});

describe('a profile', () => {
  it('is followed, and its columns are named', () => {
    const folder = scratchFolder();
    writeIn(folder, 'export.csv', 'NO;HO;DOB;FLAGS\r\nA1;19/16;31.01.2015;XX\r\n');
    writeIn(
      folder,
      'profile.json',
      JSON.stringify({
        name: 'test',
        fields: {
          crimeReference: 'NO',
          offenceCode: 'HO',
          victimBornOn: { column: 'DOB', date: 'DD/MM/YYYY' },
        },
        markers: {
          layout: 'columns',
          blank: 'unknown',
          columns: { CSA: { column: 'FLAGS', set: ['Y'], notSet: [] } },
        },
      }),
    );
    const { exit, stdout } = markercheck(folder, [
      'explain',
      'export.csv',
      '--record',
      'A1',
      '--profile',
      'profile.json',
    ]);
    expect(exit).toBe(0);
    const words = stdout.replaceAll(/\n +/g, ' ');
    expect(words).toContain('victimBornOn (column DOB): not a date of the form DD/MM/YYYY');
    expect(words).toContain('CSA (column FLAGS): a marker code that the profile does not know');
  });
});
