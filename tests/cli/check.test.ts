import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import {
  canonicalCsv,
  markercheck,
  readRows,
  readSummary,
  ROOT,
  scratchFolder,
  writeIn,
} from '../support/cli.js';

const HEADER = [
  'crimeReference',
  'force',
  'recordType',
  'offenceCode',
  'reportedOn',
  'recordedOn',
  'offenceFrom',
  'victimBornOn',
  'CSA',
  'CSE',
  'narrative',
  'localMarkers',
  'team',
];
const CHILD = {
  crimeReference: 'GL/1',
  force: 'E23000037',
  offenceCode: '19/16',
  reportedOn: '2025-05-02',
  recordedOn: '2025-05-02',
  offenceFrom: '2025-05-01',
  victimBornOn: '2015-01-01',
  CSA: 'Y',
  CSE: 'N',
  narrative: 'At home',
  team: 'CAIT North',
};
const UNFLAGGED = { ...CHILD, crimeReference: 'GL/2', CSA: 'N' };
const AS_AT = ['--as-at', '2026-11-01'];

function check(records: readonly Record<string, string>[], ...args: readonly string[]) {
  const folder = scratchFolder();
  writeIn(folder, 'extract.csv', canonicalCsv(records, HEADER));
  return { folder, ...markercheck(folder, ['check', 'extract.csv', ...AS_AT, ...args]) };
}

describe('exit codes', () => {
  it('is 0 where nothing is found', () => {
    const { exit, stdout, stderr } = check([CHILD]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: expect.not.stringContaining('Error') as string });
    expect(stdout).toContain('No findings.');
  });

  it('is 1 from a warning on, and --fail-on moves the bar', () => {
    expect(check([CHILD, UNFLAGGED]).exit).toBe(1);
    expect(check([CHILD, UNFLAGGED], '--fail-on', 'error').exit).toBe(0);
    expect(check([CHILD, UNFLAGGED], '--fail-on', 'never').exit).toBe(0);
  });

  it.each([
    ['an unknown option', ['--no-such-option']],
    ['an unknown format', ['--format', 'pdf']],
    ['a date that is none', ['--as-at', '2026-02-30']],
    ['a percentage that is none', ['--min-assessed', '120']],
    ['a profile that is not there', ['--profile', 'none.json']],
  ])('is 2 for %s, and nothing is written', (_, args) => {
    const { folder, exit, stderr, stdout } = check([CHILD], ...args);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).not.toMatch(/\bat .*\.js:\d+/);
    expect(existsSync(path.join(folder, 'markercheck-run'))).toBe(false);
  });

  it('is 2 without a command, and says what to type', () => {
    const { exit, stderr } = markercheck(scratchFolder(), []);
    expect(exit).toBe(2);
    expect(stderr).toContain('markercheck check <extract>');
  });

  it.each([
    ['of zero bytes', ''],
    ['of a header alone', `${HEADER.join()}\r\n`],
  ])('is 3 for an extract %s, said in capitals, with the run written', (_, text) => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', text);
    const { exit, stdout } = markercheck(folder, ['check', 'extract.csv', ...AS_AT]);
    expect(exit).toBe(3);
    expect(stdout).toContain('NOT CHECKED');
    expect(readSummary(folder).notChecked).not.toBeNull();
  });

  it('is 2 for a file that is named twice, however it is named', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv([CHILD]));
    const { exit, stderr } = markercheck(folder, ['check', 'extract.csv', './extract.csv', ...AS_AT]);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: './extract.csv is named twice: its records would count twice.\n',
    });
    expect(existsSync(path.join(folder, 'markercheck-run'))).toBe(false);
  });

  it('is 3 for an extract that needs a profile, which is said in place of “No findings”', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', 'crimeReference,HO_CODE\r\nA/1,19/16\r\n');
    const { exit, stdout } = markercheck(folder, ['check', 'extract.csv', ...AS_AT]);
    expect(exit).toBe(3);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('markercheck profile suggest EXTRACT proposes one.');
    expect(stdout).not.toContain('No findings.');
  });

  it('is 3 for a file that is not there, and the others are checked', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv([UNFLAGGED], HEADER));
    const { exit, stderr } = markercheck(folder, ['check', 'gone.csv', 'extract.csv', ...AS_AT]);
    expect(exit).toBe(3);
    expect(stderr).toContain('there is no such file');
    expect(readRows(folder, 'findings.csv')).toHaveLength(1);
    expect(readSummary(folder).complete).toBe(false);
  });

  it('is 3 where too few codes can be read, and --min-assessed moves the bar', () => {
    const broken = Array.from({ length: 20 }, (_, i) => ({
      ...CHILD,
      crimeReference: `GL/${i}`,
      offenceCode: i < 2 ? '19-Jul' : '19/16',
    }));
    const { exit, stdout } = check(broken);
    expect(exit).toBe(3);
    expect(stdout).toContain('NOT CHECKED: only 18 of 20 records');
    expect(check(broken, '--min-assessed', '90', '--fail-on', 'error').exit).toBe(0);
  });

  it('is 3 for 500 records that no measure concerns, and not for 499', () => {
    const theft = (n: number) =>
      Array.from({ length: n }, (_, i) => ({
        ...CHILD,
        crimeReference: `T/${i}`,
        offenceCode: '28E',
        CSA: 'N',
      }));
    expect(check(theft(500)).exit).toBe(3);
    expect(check(theft(499)).exit).toBe(0);
  });

  it('is 3 for a ragged row, which is listed and not checked under the wrong columns', () => {
    const folder = scratchFolder();
    const csv = canonicalCsv([CHILD, UNFLAGGED], HEADER).split('\r\n');
    writeIn(folder, 'extract.csv', [csv[0], csv[1], csv[2]?.replace(',E23000037', ''), csv[1]].join('\r\n'));
    const { exit } = markercheck(folder, ['check', 'extract.csv', ...AS_AT]);
    expect(exit).toBe(3);
    expect(readSummary(folder)).toMatchObject({
      complete: false,
      records: 2,
      inputs: [{ records: 2, unreadable: 1 }],
    });
    expect(readRows(folder, 'input.csv')).toContainEqual(
      expect.objectContaining({ file: 'extract.csv', row: '3' }),
    );
  });
});

describe('the folder of a run', () => {
  it('holds the files of the contract and nothing else beside it', () => {
    const { folder } = check([UNFLAGGED]);
    expect(readdirSync(folder).toSorted()).toEqual(['extract.csv', 'markercheck-run']);
    expect(readdirSync(path.join(folder, 'markercheck-run')).toSorted()).toEqual([
      'baseline.csv',
      'board.html',
      'brief.txt',
      'findings.csv',
      'findings.ndjson',
      'input.csv',
      'report.html',
      'summary.json',
      'undetermined.csv',
      'worklist.csv',
      'worklist.xlsx',
    ]);
  });

  it('is replaced whole by the next run', () => {
    const { folder } = check([UNFLAGGED]);
    writeIn(folder, 'extract.csv', canonicalCsv([CHILD], HEADER));
    expect(markercheck(folder, ['check', 'extract.csv', ...AS_AT, '--format', 'csv']).exit).toBe(0);
    expect(readRows(folder, 'findings.csv')).toEqual([]);
    expect(readdirSync(path.join(folder, 'markercheck-run')).toSorted()).toEqual([
      'baseline.csv',
      'findings.csv',
      'input.csv',
      'summary.json',
      'undetermined.csv',
    ]);
  });

  it('is refused where it holds something else, which stays as it was', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv([CHILD], HEADER));
    mkdirSync(path.join(folder, 'mine'));
    writeFileSync(path.join(folder, 'mine', 'letter.txt'), 'dear');
    const { exit, stderr } = markercheck(folder, ['check', 'extract.csv', '--out', 'mine']);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/not a run of\s+markercheck/);
    expect(readFileSync(path.join(folder, 'mine', 'letter.txt'), 'utf8')).toBe('dear');
  });

  it('has the same bytes on a second run', () => {
    const { folder } = check([
      CHILD,
      UNFLAGGED,
      { ...CHILD, crimeReference: 'GL/3', victimBornOn: '1990-01-01' },
    ]);
    markercheck(folder, ['check', 'extract.csv', ...AS_AT, '--out', 'second']);
    for (const name of readdirSync(path.join(folder, 'second'))) {
      const [first, second] = ['markercheck-run', 'second'].map((run) =>
        readFileSync(path.join(folder, run, name)),
      );
      expect(first?.equals(second ?? Buffer.alloc(0)), name).toBe(true);
    }
  });

  it('is the same from standard input, the name aside', () => {
    const folder = scratchFolder();
    const csv = canonicalCsv([UNFLAGGED], HEADER);
    expect(markercheck(folder, ['check', '-', ...AS_AT], csv).exit).toBe(1);
    expect(readRows(folder, 'findings.csv')[0]).toMatchObject({
      file: 'standard input',
      row: '2',
      rule: 'CSA-BYDEF-MISSING',
    });
  });
});

describe('findings.csv', () => {
  it('has a byte order mark, CRLF, and cells that no spreadsheet takes for formulas', () => {
    const { folder } = check([{ ...UNFLAGGED, crimeReference: '=2+2', team: '@SUM(A1)' }]);
    const text = readFileSync(path.join(folder, 'markercheck-run', 'findings.csv'), 'utf8');
    expect(
      text.startsWith(
        '\uFEFFrule,severity,status,crimeReference,force,team,marker,message,action,file,row,fingerprint\r\n',
      ),
    ).toBe(true);
    expect(text).toContain(",'=2+2,E23000037,'@SUM(A1),");
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('stands in the order of the extract, then by rule', () => {
    const both = { ...CHILD, offenceCode: '20/05', victimBornOn: '', CSA: 'Y', CSE: '?' };
    const { folder } = check([
      { ...both, crimeReference: 'B' },
      { ...both, crimeReference: 'A', offenceCode: '19/00', CSA: 'N' },
    ]);
    const rows = readRows(folder, 'findings.csv').map((row) => [row['row'], row['rule']].join(' '));
    expect(rows).toEqual([...rows].sort());
    expect(new Set(rows.map((row) => row[0]))).toEqual(new Set(['2', '3']));
  });
});

describe('columns', () => {
  it('that are missing leave rules not assessed, said once', () => {
    const folder = scratchFolder();
    writeIn(
      folder,
      'extract.csv',
      canonicalCsv(
        [UNFLAGGED],
        HEADER.filter((name) => name !== 'CSE'),
      ),
    );
    const { stdout } = markercheck(folder, ['check', 'extract.csv', ...AS_AT]);
    expect(stdout).toMatch(/no CSE: .*CSE-C71-MISSING/s);
    const { rules } = readSummary(folder);
    expect(rules['CSE-C71-MISSING']).toMatchObject({
      state: 'not-assessed',
      lacking: ['CSE'],
      undetermined: 0,
    });
    expect(readRows(folder, 'input.csv')).toContainEqual(
      expect.objectContaining({ row: '1', column: 'CSE' }),
    );
  });

  it('that stand twice are said, and the run goes on', () => {
    const folder = scratchFolder();
    const [header = '', row = ''] = canonicalCsv([UNFLAGGED], HEADER).split('\r\n');
    writeIn(folder, 'extract.csv', `${header},CSA\r\n${row},Y\r\n`);
    const { exit, stderr } = markercheck(folder, ['check', 'extract.csv', ...AS_AT]);
    expect(exit).toBe(1);
    expect(stderr).toContain('the header has this column twice');
  });

  it('that are all strange are a misfit, with the nearest names', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', 'Crime Referense,Ofence Code\r\n1,19/16\r\n');
    const { exit, stderr } = markercheck(folder, ['check', 'extract.csv']);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/may be crimeReference/);
    expect(existsSync(path.join(folder, 'markercheck-run'))).toBe(false);
  });

  it('must be the same in all extracts of a run', () => {
    const folder = scratchFolder();
    writeIn(folder, 'a.csv', canonicalCsv([CHILD], HEADER));
    writeIn(folder, 'b.csv', canonicalCsv([CHILD], HEADER.slice(0, 8)));
    const { exit, stderr } = markercheck(folder, ['check', 'a.csv', 'b.csv']);
    expect(exit).toBe(2);
    expect(stderr).toContain('b.csv has other columns');
  });
});

describe('crime references that repeat', () => {
  const repeated = [CHILD, { ...CHILD, crimeReference: 'GL/3' }, CHILD];
  const rows = (folder: string) =>
    readRows(folder, 'input.csv').flatMap((row) => (row['column'] === 'crimeReference' ? [row['row']] : []));

  it('are said anywhere with --check-keys, and in the next row without', () => {
    expect(rows(check(repeated).folder)).toEqual([]);
    expect(rows(check(repeated, '--check-keys').folder)).toEqual(['4']);
    expect(rows(check([CHILD, CHILD]).folder)).toEqual(['3']);
    expect(rows(check([CHILD, CHILD], '--check-keys').folder)).toEqual(['3']);
  });
});

describe('a policy', () => {
  it('changes what is found, and every output says so', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv([UNFLAGGED], HEADER));
    writeIn(
      folder,
      'policy.json',
      JSON.stringify({ rules: { 'CSE-C71-MISSING': 'off' }, parameters: { csaMandatoryFrom: '2025-01-01' } }),
    );
    const { stdout } = markercheck(folder, ['check', 'extract.csv', ...AS_AT, '--policy', 'policy.json']);
    expect(stdout).toContain('The policy makes 2 changes');
    expect(readRows(folder, 'findings.csv')[0]).toMatchObject({
      rule: 'CSA-BYDEF-MISSING',
      severity: 'error',
    });
    const summary = readSummary(folder);
    expect(summary.policy.changes).toHaveLength(2);
    expect(summary.rules).toMatchObject({
      'CSE-C71-MISSING': { state: 'off' },
      'CSA-BYDEF-MISSING': { severity: 'error' },
    });
    expect(readFileSync(path.join(folder, 'markercheck-run', 'report.html'), 'utf8')).toContain(
      'csaMandatoryFrom',
    );
  });

  it('with mistakes is refused with all of them', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv([UNFLAGGED], HEADER));
    writeIn(
      folder,
      'policy.json',
      JSON.stringify({ rules: { NOPE: 'off', 'CSE-C71-MISSING': 'loud' }, extra: 1 }),
    );
    const { exit, stderr } = markercheck(folder, ['check', 'extract.csv', '--policy', 'policy.json']);
    expect(exit).toBe(2);
    expect(stderr).toContain('extra');
    expect(stderr).toContain('rules/CSE-C71-MISSING');
  });
});

describe('a preview', () => {
  it('says what a policy would change, and changes nothing', () => {
    const folder = scratchFolder();
    writeIn(
      folder,
      'extract.csv',
      canonicalCsv([CHILD, UNFLAGGED, { ...CHILD, crimeReference: 'GL/3', victimBornOn: '' }], HEADER),
    );
    const rules = {
      'CSA-BYDEF-MISSING': 'error',
      'VICTIM-AGE-UNKNOWN-BYDEF': 'off',
      'CSE-WARNING-REVIEW': 'on',
    };
    writeIn(folder, 'next.json', JSON.stringify({ rules }));
    const { exit, stdout } = markercheck(folder, [
      'check',
      'extract.csv',
      ...AS_AT,
      '--preview',
      'next.json',
    ]);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/1 +0 +-1 +VICTIM-AGE-UNKNOWN-BYDEF/);
    expect(
      readRows(folder, 'preview.csv').map((row) => [row['change'], row['rule'], row['crimeReference']]),
    ).toEqual([
      ['severity', 'CSA-BYDEF-MISSING', 'GL/2'],
      ['gone', 'VICTIM-AGE-UNKNOWN-BYDEF', 'GL/3'],
    ]);
    expect(readRows(folder, 'findings.csv').map((row) => row['severity'])).toEqual(['warning', 'warning']);
    expect(readSummary(folder).policy.changes).toEqual([]);
  });

  it('takes the folder of a pack', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv([UNFLAGGED], HEADER));
    const pack = path.join(folder, 'pack');
    cpSync(path.join(ROOT, 'rules/home-office-markers'), pack, { recursive: true });
    rmSync(path.join(pack, 'rules/VICTIM-AGE-UNKNOWN-SEX.json'));
    const { stdout } = markercheck(folder, ['check', 'extract.csv', ...AS_AT, '--preview', 'pack']);
    expect(stdout).toMatch(/1 +1 +same number +CSA-BYDEF-MISSING/);
    expect(markercheck(folder, ['check', 'extract.csv', '--preview', 'nothing']).exit).toBe(2);
  });
});

describe('gates', () => {
  it('--max-rate fails a run whose share of breached records is higher, whatever the severity', () => {
    const records = [CHILD, { ...CHILD, crimeReference: 'GL/3' }, UNFLAGGED];
    expect(check(records, '--fail-on', 'never', '--max-rate', 'CSA-BYDEF-MISSING=40').exit).toBe(0);
    const { exit, stderr } = check(records, '--fail-on', 'never', '--max-rate', 'CSA-BYDEF-MISSING=33');
    expect(exit).toBe(1);
    expect(stderr).toContain('CSA-BYDEF-MISSING: 33.3% of 3 records are breached');
    expect(check(records, '--max-rate', 'NOPE=1').exit).toBe(2);
    expect(check(records, '--max-rate', 'CSA-BYDEF-MISSING=x').exit).toBe(2);
  });

  it('junit.xml has one test a rule in three states', () => {
    const folder = scratchFolder();
    const header = HEADER.filter((name) => name !== 'CSE');
    writeIn(folder, 'extract.csv', canonicalCsv([UNFLAGGED], header));
    markercheck(folder, ['check', 'extract.csv', ...AS_AT, '--format', 'junit']);
    const xml = readFileSync(path.join(folder, 'markercheck-run', 'junit.xml'), 'utf8');
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it moves to a package of its own with the next major version
    expect(XMLValidator.validate(xml)).toBe(true);
    const { testsuites } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(
      xml,
    ) as JUnit;
    const { testcase, ...counts } = testsuites.testsuite;
    const byName = new Map(testcase.map((test) => [test.name, test]));
    expect(byName.get('CSA-BYDEF-MISSING')?.failure).toBeDefined();
    expect(byName.get('CSE-C71-MISSING')?.skipped).toBeDefined();
    expect(byName.get('CHECKED')).toEqual({ name: 'CHECKED', classname: 'home-office-markers' });
    expect(counts).toMatchObject({ tests: String(testcase.length), failures: '1', errors: '0' });
  });
});

interface JUnit {
  readonly testsuites: {
    readonly testsuite: Readonly<Record<'tests' | 'failures' | 'skipped' | 'errors', string>> & {
      readonly testcase: readonly {
        readonly name: string;
        readonly failure?: object;
        readonly skipped?: object;
      }[];
    };
  };
}
