import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleManifest } from '../../packages/core/src/sample/manifest.js';
import type { Score } from '../../packages/core/src/sample/score/score.js';
import { markercheck, ROOT, scratchFolder, writeIn } from '../support/cli.js';

const SOUTH_WEST = path.join(ROOT, 'fixtures/south-west');

/** Makes a folder with extracts of the fixtures and a run of them. */
function check(folder: string, names: readonly string[]): void {
  for (const name of names) copyFileSync(path.join(SOUTH_WEST, name), path.join(folder, name));
  const { exit, stderr } = markercheck(folder, [
    'check',
    ...names,
    '--as-at',
    '2026-11-01',
    '--fail-on',
    'never',
  ]);
  expect([exit, stderr]).toEqual([0, '']);
}

const GLOUCESTERSHIRE = mkdtempSync(path.join(tmpdir(), 'markercheck-sampled-'));
beforeAll(() => check(GLOUCESTERSHIRE, ['gloucestershire.csv']));
afterAll(() => rmSync(GLOUCESTERSHIRE, { recursive: true, force: true }));

/** A folder of a test's own with extracts and their run; that of one force is made once. */
function checked(...names: string[]): string {
  const folder = scratchFolder();
  if (names.join() === 'gloucestershire.csv') cpSync(GLOUCESTERSHIRE, folder, { recursive: true });
  else check(folder, names);
  return folder;
}

const read = (folder: string, ...parts: string[]) => readFileSync(path.join(folder, ...parts), 'utf8');
const manifestOf = (folder: string, out = 'markercheck-sample') =>
  JSON.parse(read(folder, out, 'manifest.json')) as SampleManifest;
const scoreOf = (folder: string) => JSON.parse(read(folder, 'markercheck-score', 'score.json')) as Score;

/** Fills a review as the extract says that it should be: every marker as it is. */
function fill(folder: string, name: string, spoil: (line: string[]) => void = () => undefined): string {
  const [header = [], ...lines] = Papa.parse<string[]>(read(folder, 'markercheck-sample', name).slice(1), {
    skipEmptyLines: true,
  }).data;
  const at = (column: string) => header.indexOf(column);
  for (const line of lines) {
    const isRule = !['CSA', 'CSE'].includes(line[at('question')]!);
    const is = line[at('extract')] === 'set' ? 'yes' : 'no';
    if (isRule) line[at('holds')] = 'yes';
    else {
      line[at('shouldBeSet')] = is;
      line[at('isSet')] = is;
    }
  }
  spoil(lines[0]!);
  return writeIn(folder, `${path.parse(name).name}-answered.csv`, Papa.unparse([header, ...lines]));
}

describe('sample draw', { timeout: 60_000 }, () => {
  it('draws, says what and of what, and writes the reviewer’s files and the manifest', () => {
    const folder = checked('gloucestershire.csv');
    const { exit, stdout, stderr } = markercheck(folder, [
      'sample',
      'draw',
      'markercheck-run',
      'gloucestershire.csv',
      '--seed',
      '7',
    ]);
    expect([exit, stderr]).toEqual([0, '']);
    expect(readdirSync(path.join(folder, 'markercheck-sample')).toSorted()).toEqual([
      'manifest.json',
      'review.csv',
      'review.html',
    ]);
    const manifest = manifestOf(folder);
    expect(stdout).toContain(
      `Drew ${manifest.items.length} records of ${manifest.frame.population} (sample ${manifest.sample})`,
    );
    expect(stdout).toMatch(/with a finding +17 of +17, each for 1\.0/);
    expect(stdout).toContain('--seed 7');
    expect(manifest.run.inputs[0]).toMatchObject({ name: 'gloucestershire.csv', records: 1200 });
  });

  it('draws the same bytes from the same seed, and says which seed it took by lot', () => {
    const folder = checked('gloucestershire.csv');
    const draw = (out: string, ...args: string[]) =>
      markercheck(folder, [
        'sample',
        'draw',
        'markercheck-run',
        'gloucestershire.csv',
        '--out',
        out,
        ...args,
      ]);
    const seed = /Seed (\d+), by lot/.exec(draw('a').stdout)?.[1] ?? '';
    draw('b', '--seed', seed);
    for (const name of ['manifest.json', 'review.csv', 'review.html'])
      expect(read(folder, 'b', name)).toBe(read(folder, 'a', name));
  });

  it('never draws a record of an excluded sample, named by its folder or its file', () => {
    const folder = checked('gloucestershire.csv');
    const draw = (out: string, ...args: string[]) =>
      markercheck(folder, [
        'sample',
        'draw',
        'markercheck-run',
        '--seed',
        '1',
        '--size',
        '60',
        '--out',
        out,
        ...args,
        'gloucestershire.csv',
      ]);
    draw('a');
    draw('b', '--exclude', 'a');
    const third = draw('c', '--exclude', 'a', '--exclude', 'b/manifest.json');
    const drawn = ['a', 'b', 'c'].flatMap((out) =>
      manifestOf(folder, out).items.map((item) => item.crimeReference),
    );
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(third.stdout).not.toContain('Not left out');
    expect(draw('d', '--exclude', 'b').stdout).toContain(
      `1 earlier sample (${manifestOf(folder, 'a').sample})`,
    );
  });

  it('draws for two reviewers, blind', () => {
    const folder = checked('gloucestershire.csv');
    const { stdout } = markercheck(folder, [
      'sample',
      'draw',
      'markercheck-run',
      'gloucestershire.csv',
      '--seed',
      '7',
      '--blind',
      '--double',
      '25',
    ]);
    expect(readdirSync(path.join(folder, 'markercheck-sample')).toSorted()).toEqual([
      'manifest.json',
      'review-a.csv',
      'review-a.html',
      'review-b.csv',
      'review-b.html',
    ]);
    expect(stdout.replace(/\s+/g, ' ')).toContain('it tells what a blind form keeps back');
    expect(read(folder, 'markercheck-sample', 'review-a.csv').split('\r\n')[0]).not.toContain('findings');
  });

  it('reads an extract by the profile of the run', () => {
    const folder = scratchFolder();
    for (const name of ['wiltshire-rms.csv', 'wiltshire-rms.profile.json']) {
      copyFileSync(path.join(SOUTH_WEST, name), path.join(folder, name));
    }
    const profile = ['--profile', 'wiltshire-rms.profile.json'];
    markercheck(folder, [
      'check',
      'wiltshire-rms.csv',
      '--as-at',
      '2026-11-01',
      '--min-assessed',
      '50',
      ...profile,
    ]);
    const draw = ['sample', 'draw', 'markercheck-run', 'wiltshire-rms.csv', '--by', 'rule', '--seed', '1'];
    const without = markercheck(folder, draw);
    expect(without.exit).toBe(2);
    expect(without.stderr.replace(/\s+/g, ' ')).toContain('name that with --profile');
    expect(markercheck(folder, [...draw, ...profile]).exit).toBe(0);
    expect(manifestOf(folder).strata.length).toBeGreaterThan(2);
  });

  it('takes several extracts in the order of the run', () => {
    const names = ['wiltshire.csv', 'gloucestershire.csv'];
    const folder = checked(...names);
    const draw = (...extracts: string[]) =>
      markercheck(folder, ['sample', 'draw', 'markercheck-run', ...extracts, '--seed', '1']);
    const turned = draw(...names.toReversed());
    expect([turned.exit, turned.stderr.replace(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringContaining('wiltshire.csv, gloucestershire.csv') as string,
    ]);
    const one = draw('wiltshire.csv');
    expect([one.exit, one.stderr.replace(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringContaining('also made from gloucestershire.csv') as string,
    ]);
    expect(draw(...names).exit).toBe(0);
  });

  it('refuses an extract that is not the run’s, byte by byte, and writes nothing', () => {
    const folder = checked('gloucestershire.csv');
    const draw = (extract: string) => markercheck(folder, ['sample', 'draw', 'markercheck-run', extract]);
    copyFileSync(path.join(SOUTH_WEST, 'dorset.csv'), path.join(folder, 'dorset.csv'));
    expect(draw('dorset.csv')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('not one of the files') as string,
    });
    writeFileSync(path.join(folder, 'gloucestershire.csv'), `${read(folder, 'gloucestershire.csv')}\n`);
    const changed = draw('gloucestershire.csv');
    expect([changed.exit, changed.stderr.replace(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringContaining('its SHA-256 is another') as string,
    ]);
    expect(draw('nowhere.csv').exit).toBe(3);
    expect(existsSync(path.join(folder, 'markercheck-sample'))).toBe(false);
  });

  it.each([
    [['--size', '10', '--margin', '5'], 'not both'],
    [['--by', 'colour'], 'there is no "colour"'],
    [['--seed', '-1'], '--seed is a whole number'],
    [['--margin', '0'], '--margin is a percentage'],
    [['--double', '120'], '--double is a percentage'],
    [['--rules', 'NO-SUCH-RULE'], 'the pack has no rule'],
    [['--as-at', '2026-11-02'], 'as at 2026-11-01'],
    [['--exclude', 'markercheck-run/summary.json'], 'not the manifest of a sample'],
  ])('refuses %j', (args, words) => {
    const folder = checked('gloucestershire.csv');
    const { exit, stderr } = markercheck(folder, [
      'sample',
      'draw',
      'markercheck-run',
      'gloucestershire.csv',
      ...args,
    ]);
    expect([exit, stderr.replace(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(words) as string]);
  });

  it('refuses a folder that is no run, a run that counts as not checked, and to write over anything', () => {
    const folder = checked('gloucestershire.csv');
    const draw = (run: string, ...args: string[]) =>
      markercheck(folder, ['sample', 'draw', run, 'gloucestershire.csv', ...args]);
    expect(draw('elsewhere')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('not a run') as string,
    });
    const out = draw('markercheck-run', '--out', 'markercheck-run');
    expect([out.exit, out.stderr.replace(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringContaining('never written over') as string,
    ]);
    const onFile = draw('markercheck-run', '--out', 'gloucestershire.csv');
    expect(onFile).toMatchObject({ exit: 2, stderr: expect.stringContaining('is a file') as string });
    const file = path.join(folder, 'markercheck-run', 'summary.json');
    const summary = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...summary, notChecked: 'only 3 records have a code' }));
    expect(draw('markercheck-run')).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining('NOT CHECKED: only 3 records') as string,
    });
  });
});

describe('sample score', { timeout: 60_000 }, () => {
  const drawn = (...args: string[]) => {
    const folder = checked('gloucestershire.csv');
    markercheck(folder, ['sample', 'draw', 'markercheck-run', 'gloucestershire.csv', '--seed', '7', ...args]);
    return folder;
  };
  const score = (folder: string, ...args: string[]) => markercheck(folder, ['sample', 'score', ...args]);

  it('scores, and writes the report, the figures and the list to put right', () => {
    const folder = drawn();
    fill(folder, 'review.csv');
    const { exit, stdout, stderr } = score(folder, 'markercheck-sample', 'review-answered.csv');
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toContain('REVIEWED: every question about');
    expect(stdout).toContain('CSA is right on 100.0%');
    expect(readdirSync(path.join(folder, 'markercheck-score')).toSorted()).toEqual([
      'score.csv',
      'score.html',
      'score.json',
      'wrong.csv',
    ]);
    expect(scoreOf(folder)).toMatchObject({
      kind: 'markercheck-score',
      tool: { name: 'markercheck' },
      wrong: [],
    });
    const again = score(folder, 'markercheck-sample/manifest.json', 'review-answered.csv');
    expect(again.exit).toBe(0);
  });

  it('lists a line that does not count, leaves it out and ends with 3', () => {
    const folder = drawn();
    fill(folder, 'review.csv', (line) => (line[3] = '1.2E+16'));
    const { exit, stdout, stderr } = score(folder, 'markercheck-sample', 'review-answered.csv');
    expect(exit).toBe(3);
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'review-answered.csv row 2: crimeReference or force is not what the sample has',
    );
    expect(stdout).toContain('PARTLY REVIEWED');
    expect(scoreOf(folder).reviews.malformed).toHaveLength(1);
  });

  it('ends with 3 where nothing is answered', () => {
    const folder = drawn();
    const { exit, stdout } = score(folder, 'markercheck-sample', 'markercheck-sample/review.csv');
    expect([exit, stdout]).toEqual([3, expect.stringContaining('NOT REVIEWED') as string]);
  });

  it('scores two reviewers, with grades', () => {
    const folder = drawn('--double', '50');
    fill(folder, 'review-a.csv');
    fill(folder, 'review-b.csv');
    writeIn(
      folder,
      'grades.json',
      '{"accuracy": [{"grade": "Good", "from": 90}, {"grade": "Poor", "from": 0}]}',
    );
    const files = ['review-a-answered.csv', 'review-b-answered.csv'];
    const { exit, stdout } = score(folder, 'markercheck-sample', ...files, '--grades', 'grades.json');
    expect(exit).toBe(0);
    expect(stdout).toContain('CSA: same answer 100.0%, AC1 1.00');
    expect(scoreOf(folder).figures[0]?.grade?.grade).toBe('Good');
  });

  it('refuses a changed manifest, a file that is no review, grades that are none, and to write over other files', () => {
    const folder = drawn();
    fill(folder, 'review.csv');
    writeIn(
      folder,
      'changed.json',
      read(folder, 'markercheck-sample', 'manifest.json').replace('"population": 185', '"population": 999'),
    );
    writeIn(folder, 'grades.json', '{"accuracy": []}');
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['changed.json', 'review-answered.csv'], 'changed after the draw'],
      [['markercheck-sample', 'gloucestershire.csv'], 'is not a review file'],
      [['markercheck-sample', 'nowhere.csv'], 'cannot be read'],
      [
        ['markercheck-sample', 'review-answered.csv', '--grades', 'grades.json'],
        'accuracy: must be a list of grades',
      ],
    ];
    for (const [args, words] of cases) {
      const { exit, stderr } = score(folder, ...args);
      expect([exit, stderr.replace(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(words) as string]);
    }
    writeIn(folder, 'score.csv', 'mine');
    expect(score(folder, 'markercheck-sample', 'review-answered.csv', '--out', '.')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('which no score wrote') as string,
    });
  });
});
