import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { markercheck, readRows, readSummary, ROOT, scratchFolder, writeIn } from '../support/cli.js';
import { FOLDER, LAYOUTS } from './layouts.js';

// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

const EXAMPLES = path.join(ROOT, 'profiles/examples');
const AS_AT = ['--as-at', '2026-11-01'];

/** What was said, however it was broken into lines. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

const fixture = (layout: string, file = 'extract.csv') => path.join(FOLDER, layout, file);
const example = (layout: string) => path.join(EXAMPLES, `${layout}.json`);

/** The findings of a run as its CSV has them, places aside. */
function findingsIn(folder: string): readonly Readonly<Record<string, string>>[] {
  return readRows(folder, 'findings.csv').map((finding) => ({ ...finding, file: '', row: '' }));
}

describe('the same records in every layout', () => {
  const canonical = scratchFolderOnce();
  it.each(LAYOUTS.map(({ name }) => name))('%s gives the same findings', (name) => {
    const folder = scratchFolder();
    const markers = name === 'second-file' ? ['--markers-file', fixture(name, 'markers.csv')] : [];
    const { exit, stderr } = markercheck(folder, [
      'check',
      fixture(name),
      '--profile',
      example(name),
      ...markers,
      ...AS_AT,
      '--quiet',
    ]);
    expect({ exit, stderr }).toMatchObject({ exit: 1 });
    expect(findingsIn(folder)).toEqual(canonical());
    expect(readSummary(folder).records).toBe(200);
  });
});

/** The findings of the canonical records, made once. */
function scratchFolderOnce(): () => readonly unknown[] {
  let found: readonly unknown[] | null = null;
  return () => {
    if (found === null) {
      const folder = scratchFolder();
      markercheck(folder, ['check', path.join(FOLDER, 'canonical.csv'), ...AS_AT, '--quiet']);
      found = findingsIn(folder);
    }
    return found;
  };
}

describe('from an unknown extract to a right run', () => {
  const extract = fixture('unknown-system');

  it('takes three commands and the answers', () => {
    const folder = scratchFolder();
    const suggested = markercheck(folder, ['profile', 'suggest', extract, '--out', 'profile.json']);
    expect(suggested).toMatchObject({ exit: 0, stderr: '' });
    expect(
      suggested.stdout.split('\n').filter((line) => line.length > 80 && !line.includes('markercheck')),
    ).toEqual([]);

    const refused = markercheck(folder, ['profile', 'check', 'profile.json', extract]);
    expect(refused).toMatchObject({ exit: 2, stdout: '' });
    expect(refused.stderr).toContain(
      'markers/blank: a question is open: what does an empty marker cell mean?',
    );

    const proposed = readFileSync(path.join(folder, 'profile.json'), 'utf8');
    const answers = JSON.parse(readFileSync(fixture('unknown-system', 'answered.json'), 'utf8')) as unknown;
    const answered = answer(JSON.parse(proposed), answers);
    expect(answered).toEqual({ ...(answers as object), name: 'extract' });
    writeFileSync(path.join(folder, 'profile.json'), JSON.stringify(answered));

    const checked = markercheck(folder, ['profile', 'check', 'profile.json', extract]);
    expect(checked).toMatchObject({ exit: 1, stderr: '' });
    expect(checked.stdout).toContain('23 of the 25 rules that are on can be judged');
    expect(markercheck(folder, ['check', extract, '--profile', 'profile.json', ...AS_AT]).exit).toBe(1);
  });

  it('never writes over a profile', () => {
    const folder = scratchFolder();
    writeIn(folder, 'profile.json', 'answered');
    const { exit, stderr } = markercheck(folder, ['profile', 'suggest', extract, '--out', 'profile.json']);
    expect({ exit, stderr }).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('is there already') as string,
    });
    expect(
      markercheck(folder, ['profile', 'suggest', extract, '--out', 'nowhere/profile.json']),
    ).toMatchObject({
      exit: 4,
      stderr: expect.stringContaining('nowhere/profile.json cannot be written') as string,
    });
    expect(readFileSync(path.join(folder, 'profile.json'), 'utf8')).toBe('answered');
  });

  it('gives JSON and nothing else where asked', () => {
    const { exit, stdout } = markercheck(
      scratchFolder(),
      ['profile', 'suggest', '-', '--json'],
      readFileSync(extract),
    );
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ fields: { crimeReference: 'Occurrence No' } });
  });

  it.each([
    ['', /holds no text/],
    ['CRIME_NO,CSA\n', /no records/],
  ])('is 3 for %j', (text, why) => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', text);
    const { exit, stderr } = markercheck(folder, ['profile', 'suggest', 'extract.csv']);
    expect(exit).toBe(3);
    expect(flat(stderr)).toMatch(why);
  });
});

/** A proposal whose questions are answered from another profile; what is no question stays. */
function answer(proposed: unknown, answers: unknown): unknown {
  if (typeof proposed === 'string') return proposed.startsWith('QUESTION: ') ? answers : proposed;
  if (typeof proposed !== 'object' || proposed === null || Array.isArray(proposed)) return proposed;
  const given = answers as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(proposed).map(([key, value]) => [key, answer(value, given[key])]));
}

describe('profile check', () => {
  const PROFILE = {
    name: 'test',
    fields: {
      crimeReference: 'REF',
      offenceCode: 'CODE',
      victimBornOn: { column: 'DOB', date: 'DD/MM/YYYY' },
    },
    markers: {
      layout: 'columns',
      blank: 'not-set',
      columns: { CSA: { column: 'CSA', set: ['Y'], notSet: ['N'] } },
    },
  };
  function fit(rows: readonly string[], profile: object = PROFILE, header = 'REF,CODE,DOB,CSA') {
    const folder = scratchFolder();
    writeIn(folder, 'profile.json', JSON.stringify(profile));
    writeIn(folder, 'extract.csv', [header, ...rows, ''].join('\n'));
    return markercheck(folder, ['profile', 'check', 'profile.json', 'extract.csv']);
  }

  it('is 0 where all fits', () => {
    expect(fit(['A,19/16,01/02/2010,Y', 'B,28/03,,N'])).toMatchObject({ exit: 0, stderr: '' });
  });

  it('is 1 where values fail, and says where and never what', () => {
    const { exit, stdout } = fit(['A,19/16,01/02/2010,Y', 'B,28/03,CANARY,N']);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/DOB: 1 time, first in row 3: not a date of the form DD\/MM\/YYYY/);
    expect(stdout).not.toContain('CANARY');
  });

  it('is 1 where marker codes are not known, and shows them safely', () => {
    const { exit, stdout } = fit(['A,19/16,01/02/2010,\u001b[31mYES', `B,28/03,,${'x'.repeat(40)}`]);
    expect(exit).toBe(1);
    expect(stdout).toContain('CSA: \uFFFD[31mYES (1), xxxxxxxxxxxxxxxxxxxxxxx… (1)');
    expect(stdout).not.toContain('\u001b');
  });

  it('is 2 where columns are missing, and names the nearest', () => {
    const { exit, stdout } = fit(['A,19/16,01/02/2010,Y'], PROFILE, 'REF,HO_CODE,VIC_DOB,CSA');
    expect(exit).toBe(2);
    expect(flat(stdout)).toMatch(
      /offenceCode: the extract has no column "CODE"; the nearest names are "HO_CODE"/,
    );
    expect(flat(stdout)).toMatch(
      /victimBornOn: the extract has no column "DOB"; the nearest names are "VIC_DOB"/,
    );
  });

  it('is 2 where nothing of a column can be read', () => {
    const { exit, stdout } = fit(
      Array.from({ length: 12 }, (_, i) => `R${i},19/16,2010-02-0${(i % 9) + 1},Y`),
    );
    expect(exit).toBe(2);
    expect(stdout).toMatch(/DOB +victimBornOn +12 values, NONE can be read/);
  });

  it('is 3 where the extract cannot be read to its end', () => {
    expect(fit(['A,19/16,01/02/2010,Y', 'B,28/03']).exit).toBe(3);
  });
});

describe('a second file of markers', () => {
  const PROFILE = {
    name: 'test',
    fields: { crimeReference: 'REF', offenceCode: 'CODE' },
    markers: {
      layout: 'file',
      file: 'markers.csv',
      key: 'REF',
      column: 'FLAG',
      blank: 'not-set',
      codes: { CSA: 'CSA', CSE: 'CSE' },
    },
  };
  const EXTRACT = 'REF,CODE\nA,19/16\nB,19/16\nC,28/03\n';

  function run(markers: string | null, ...args: readonly string[]) {
    const folder = scratchFolder();
    mkdirSync(path.join(folder, 'profiles'));
    writeIn(folder, 'profiles/test.json', JSON.stringify(PROFILE));
    writeIn(folder, 'extract.csv', EXTRACT);
    if (markers !== null) writeIn(folder, 'profiles/markers.csv', markers);
    return {
      folder,
      ...markercheck(folder, ['check', 'extract.csv', '--profile', 'profiles/test.json', ...AS_AT, ...args]),
    };
  }

  it('lies beside the profile, is an input of the run, and what belongs to no record is said', () => {
    const { folder, exit } = run('REF,FLAG\nA,CSA\nZ,CSA\n');
    expect(exit).toBe(1);
    expect(findingsIn(folder).map((finding) => [finding['rule'], finding['crimeReference']])).toEqual([
      ['CSA-BYDEF-MISSING', 'B'],
    ]);
    expect(readSummary(folder).inputs.map(({ name, records }) => [name, records])).toEqual([
      ['extract.csv', 3],
      ['markers.csv', 2],
    ]);
    expect(readRows(folder, 'input.csv').find(({ file }) => file === 'markers.csv')).toMatchObject({
      column: 'REF',
      problem: '1 of its 2 crime references is in no record of the extract',
    });
  });

  it('may be named on the command line, wherever it is', () => {
    const other = scratchFolder();
    const file = writeIn(other, 'tonight.csv', 'REF,FLAG\nA,CSA\nB,CSA\n');
    expect(run(null, '--markers-file', file).exit).toBe(0);
  });

  it('of which rows are lost makes the run incomplete', () => {
    expect(run('REF,FLAG\nA,CSA\nB\n').exit).toBe(3);
  });

  it('that is not there is 3, before anything is written', () => {
    const { exit, stderr } = run(null);
    expect(exit).toBe(3);
    expect(flat(stderr)).toMatch(/names "markers.csv", which cannot be read: there is no such file/);
  });

  it('without its columns does not fit', () => {
    const { exit, stderr } = run('CRIME,FLAG\nA,CSA\n');
    expect(exit).toBe(2);
    expect(stderr).toContain('markers.csv has no column "REF"');
  });

  it('that is a link out of the folder is refused', () => {
    const other = scratchFolder();
    const secret = writeIn(other, 'secret.csv', 'REF,FLAG\nA,CSA\n');
    const folder = scratchFolder();
    writeIn(folder, 'test.json', JSON.stringify(PROFILE));
    writeIn(folder, 'extract.csv', EXTRACT);
    symlinkSync(secret, path.join(folder, 'markers.csv'));
    const { exit, stderr } = markercheck(folder, [
      'check',
      'extract.csv',
      '--profile',
      'test.json',
      ...AS_AT,
    ]);
    expect(exit).toBe(3);
    expect(flat(stderr)).toContain("is a link that leaves the profile's folder");
  });

  it('is refused for a profile that reads the markers from the extract', () => {
    const { exit, stderr } = markercheck(scratchFolder(), [
      'check',
      fixture('local-codes'),
      '--profile',
      example('local-codes'),
      '--markers-file',
      'x.csv',
      ...AS_AT,
    ]);
    expect(exit).toBe(2);
    expect(stderr).toContain('--markers-file needs a profile whose markers have the layout');
  });

  it.each([
    ['of other crimes', 'REF,FLAG\nX,CSA\nY,CSA\n', 'none of the 2 crime references in the markers file'],
    ['of no crime', 'REF,FLAG\n', 'the markers file markers.csv names no crime'],
  ])('%s makes the run NOT CHECKED: every record would look unmarked', (_, markers, words) => {
    const { exit, stdout, folder } = run(markers);
    expect(exit).toBe(3);
    expect(flat(stdout)).toContain(`NOT CHECKED: ${words}`);
    expect(readSummary(folder).notChecked).toContain(words);
  });

  it('that belongs to another extract does not fit', () => {
    const folder = scratchFolder();
    writeIn(folder, 'test.json', JSON.stringify(PROFILE));
    writeIn(folder, 'extract.csv', EXTRACT);
    writeIn(folder, 'markers.csv', 'REF,FLAG\nX,CSA\nY,CSA\n');
    const { exit, stdout } = markercheck(folder, ['profile', 'check', 'test.json', 'extract.csv']);
    expect(exit).toBe(2);
    expect(stdout).toContain('NONE of them is in the extract');
    writeIn(folder, 'markers.csv', 'REF,FLAG\n');
    const empty = markercheck(folder, ['profile', 'check', 'test.json', 'extract.csv']);
    expect(empty.exit).toBe(3);
    expect(empty.stdout).toContain('NOTHING to set a marker by');
  });
});

describe('a lookup', () => {
  it('is a part of the profile and of its digest', () => {
    const folder = scratchFolder();
    const profile = readFileSync(example('local-codes'), 'utf8');
    const table = readFileSync(path.join(EXAMPLES, 'local-codes.csv'), 'utf8');
    const digest = (lookup: string, out: string) => {
      writeIn(folder, 'profile.json', profile);
      writeIn(folder, 'local-codes.csv', lookup);
      markercheck(folder, [
        'check',
        fixture('local-codes'),
        '--profile',
        'profile.json',
        ...AS_AT,
        '--quiet',
        '--out',
        out,
      ]);
      return readSummary(folder, out).profile.digest;
    };
    expect(digest(table, 'one')).not.toBe(digest(`${table}LX,19E,more\r\n`, 'two'));
  });

  it('that is not there is a fault of the profile', () => {
    const folder = scratchFolder();
    writeIn(folder, 'profile.json', readFileSync(example('local-codes')));
    const { exit, stderr } = markercheck(folder, [
      'check',
      fixture('local-codes'),
      '--profile',
      'profile.json',
      ...AS_AT,
    ]);
    expect(exit).toBe(2);
    expect(stderr).toContain('names "local-codes.csv", which cannot be read');
  });
});
