import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../packages/core/src/compare/comparison.js';
import type { Exchange } from '../../packages/core/src/compare/exchange.js';
import { markercheck, ROOT, scratchFolder, writeIn } from '../support/cli.js';
import { tablesOf } from './formats.js';

const FORCES = ['avon-and-somerset', 'devon-and-cornwall', 'dorset', 'gloucestershire', 'wiltshire'] as const;
const CAPTION = 'Flagging compliance, not prevalence; not official statistics.';
const FILES = FORCES.map((force) => `${force}.json`);

let scratch = '';
const shared = new Map<string, string>();
const read = (folder: string, ...file: readonly string[]): string =>
  readFileSync(path.join(folder, ...file), 'utf8');

/** The five forces' exchange files, in a folder of the test's own. */
function region(): string {
  const folder = scratchFolder();
  for (const [name, text] of shared) writeIn(folder, name, text);
  return folder;
}

beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'markercheck-compare-'));
  const folder = path.join(ROOT, 'fixtures/south-west');

  for (const force of FORCES) {
    const run = path.join(scratch, force);
    expect(
      markercheck(folder, [
        'check',
        `${force}.csv`,
        '--as-at',
        '2026-12-01',
        '--out',
        run,
        '--fail-on',
        'never',
        '--quiet',
      ]).exit,
    ).toBe(0);
    const file = path.join(scratch, `${force}.json`);
    expect(
      markercheck(scratch, ['share', force, '--out', file, '--marking', 'OFFICIAL', '--quiet']),
    ).toMatchObject({ exit: 0, stdout: '', stderr: '' });
    shared.set(`${force}.json`, readFileSync(file, 'utf8'));
  }
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('share', () => {
  it('writes counts without records, marked and captioned', () => {
    const file = JSON.parse(shared.get('dorset.json')!) as Exchange;
    expect(file).toMatchObject({
      kind: 'markercheck-exchange',
      schema: 1,
      marking: 'OFFICIAL',
      caption: CAPTION,
      threshold: 5,
      force: { code: 'E23000039' },
      blank: 'not-set',
    });
    const text = shared.get('dorset.json')!;
    expect(text).not.toMatch(/DO\/2026/);
    expect(text).not.toContain(ROOT);
  });

  it('says what it shared, and replaces only an exchange file', () => {
    const folder = region();
    mkdirSync(path.join(folder, 'run'));
    const run = path.join(scratch, 'wiltshire');
    const said = markercheck(folder, [
      'share',
      run,
      '--out',
      'wiltshire.json',
      '--marking',
      'OFFICIAL-SENSITIVE',
      '--threshold',
      '10',
    ]);
    expect(said).toMatchObject({ exit: 0, stderr: '' });
    expect(said.stdout).toContain('Wiltshire Police (E23000038)');
    expect(said.stdout.replace(/\s+/g, ' ')).toContain(CAPTION);
    expect(JSON.parse(read(folder, 'wiltshire.json'))).toMatchObject({
      threshold: 10,
      marking: 'OFFICIAL-SENSITIVE',
    });
    writeIn(folder, 'notes.json', '{}');
    expect(markercheck(folder, ['share', run, '--out', 'notes.json', '--marking', 'X']).exit).toBe(2);
    expect(read(folder, 'notes.json')).toBe('{}');
    expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  it.each([
    ['a run that is not there', ['share', 'nowhere', '--out', 'x.json', '--marking', 'X'], 'nowhere'],
    ['a folder that is no run', ['share', '.', '--out', 'x.json', '--marking', 'X'], 'summary.json'],
    ['no marking', ['share', 'nowhere', '--out', 'x.json'], 'marking'],
    [
      'half a period',
      ['share', path.join(ROOT, 'fixtures'), '--out', 'x.json', '--marking', 'X', '--from', '2026-01'],
      'go together',
    ],
  ])('refuses %s', (_, args, words) => {
    const { exit, stderr } = markercheck(region(), args);
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('compare', () => {
  it('refuses the South West as it is: Dorset lacks a column, and that is named', () => {
    const { exit, stderr, stdout } = markercheck(region(), ['compare', ...FILES]);
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    const said = stderr.replace(/\s+/g, ' ');
    expect(said).toContain('LOCAL-MARKER-NO-HOFLAG');
    expect(said).toContain('lacks localMarkers (Dorset)');
  });

  it('shows and names what was planted, what is missing and what broke, with the differences labelled', () => {
    const folder = region();
    const { exit, stdout } = markercheck(folder, [
      'compare',
      ...FILES,
      '--allow-differences',
      '--expect',
      'South West',
      '--expect',
      'Kent',
    ]);
    expect(exit).toBe(0);
    const said = stdout.replace(/\s+/g, ' ');
    const of = (force: string, next: string): string =>
      said.slice(said.indexOf(` ${force} - `), said.indexOf(` ${next} - `));
    expect(of('Avon and Somerset', 'Devon & Cornwall')).toMatch(
      /by title that carry CSA: 88\.0%.*CSA-BYDEF-MISSING.*victim by age that carry CSA: 41\.4%.*CSA-AGE-MISSING/,
    );
    expect(of('Devon & Cornwall', 'Dorset')).toMatch(
      /victim has no age.*cannot be told of 14 of 24.*carry CSE: 42\.9%.*CSE-C71-MISSING.*VICTIM-AGE-UNKNOWN-BYDEF/,
    );
    expect(of('Dorset', 'Wiltshire')).toMatch(/missing feed.*localMarkers.*87\.6%.*OFFENCE-DATE-DEFAULTED/);
    expect(of('Wiltshire', 'Kent Police')).toMatch(/56\.0%.*CSE-AS-CCE.*UNKNOWN-CODE/);
    expect(said).toMatch(/Kent Police - No file was given: no data, which is not 0/);
    expect(said).not.toContain(' Gloucestershire - ');
    expect(said).toContain('NOT LIKE WITH LIKE');
    expect(readdirSync(path.join(folder, 'markercheck-comparison')).toSorted()).toEqual([
      'comparison.csv',
      'comparison.html',
      'comparison.json',
    ]);
  });

  it('writes a page that is whole in itself', () => {
    const folder = region();
    expect(
      markercheck(folder, ['compare', ...FILES, '--allow-differences', '--out', 'c', '--quiet']),
    ).toMatchObject({ exit: 0, stdout: '', stderr: '' });
    const html = read(folder, 'c', 'comparison.html');
    expect(html).not.toMatch(/<script|https?:\/\/|<link|<img|@import|style="/);
    expect(html).toContain(CAPTION);
    expect(html).toContain('OFFICIAL');
    for (const [svg] of html.matchAll(/<svg(?: class="(?:plot|panel|dots-plot)")[^>]*>/g))
      expect(svg, svg).toMatch(/aria-label="[^"]+"|focusable="false">$/);
    const pictures = [...html.matchAll(/<svg[^>]*role="img"[^>]*>/g)];
    expect(pictures.length).toBeGreaterThan(20);
    for (const [svg] of pictures) expect(svg).toMatch(/aria-label="[^"]{10,}"/);
    for (const { caption, rows } of tablesOf(html)) {
      expect(caption).not.toBe('');
      expect(rows.length).toBeGreaterThan(1);
    }
    expect(html).not.toMatch(/\brank(ed|ing)? [1-9]|league/i);
    for (const [line] of read(folder, 'c', 'comparison.csv').matchAll(/^(?:total|together),.*$/gm))
      expect(line).toContain(CAPTION);
  });

  it('gives the same bytes whatever the order of the files', () => {
    const folder = region();
    markercheck(folder, ['compare', ...FILES, '--allow-differences', '--out', 'a', '--quiet']);
    markercheck(folder, [
      'compare',
      ...[...FILES].toReversed(),
      '--allow-differences',
      '--out',
      'b',
      '--quiet',
    ]);
    for (const file of ['comparison.html', 'comparison.csv', 'comparison.json'])
      expect(read(folder, 'a', file)).toBe(read(folder, 'b', file));
  });

  it('takes runs of one’s own, suppressed as if they were shared', () => {
    const folder = region();
    const run = path.join(scratch, 'wiltshire');
    const options = ['gloucestershire.json', '--marking', 'OFFICIAL', '--quiet'];
    markercheck(folder, ['compare', run, ...options, '--out', 'a']);
    markercheck(folder, ['compare', path.join(run, 'summary.json'), ...options, '--out', 'b']);
    markercheck(folder, ['compare', 'wiltshire.json', ...options, '--out', 'c']);
    expect(read(folder, 'a', 'comparison.json')).toBe(read(folder, 'c', 'comparison.json'));
    expect(read(folder, 'b', 'comparison.json')).toBe(read(folder, 'c', 'comparison.json'));
  });

  it('rebases and takes a baseline', () => {
    const folder = region();
    const args = [
      'compare',
      'gloucestershire.json',
      'wiltshire.json',
      '--baseline',
      'csa-by-title=95%',
      '--rebase',
      'Wiltshire=2026-10',
      '--out',
      'c',
      '--quiet',
    ];
    expect(markercheck(folder, args).exit).toBe(0);
    const { measures } = JSON.parse(read(folder, 'c', 'comparison.json')) as Comparison;
    expect(measures[0]?.baseline).toEqual({ rate: 0.95, stated: true, within: null });
    expect(measures[0]?.forces[1]?.time?.rebased).toEqual(['2026-10']);
  });

  it('replaces a comparison, and nothing else', () => {
    const folder = region();
    const pair = ['compare', 'gloucestershire.json', 'wiltshire.json', '--quiet', '--out'];
    expect(markercheck(folder, [...pair, 'c']).exit).toBe(0);
    expect(markercheck(folder, [...pair, 'c']).exit).toBe(0);
    mkdirSync(path.join(folder, 'mine'));
    writeIn(folder, 'mine/notes.txt', 'keep');
    const { exit, stderr } = markercheck(folder, [...pair, 'mine']);
    expect(exit).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain('would be lost');
    expect(readdirSync(path.join(folder, 'mine'))).toEqual(['notes.txt']);
    expect(existsSync(path.join(folder, 'c.lock'))).toBe(false);
  });

  it.each([
    [
      'a file that is no exchange file',
      ['compare', 'notes.json', 'dorset.json'],
      'neither an exchange file nor a run',
    ],
    ['a file that is not there', ['compare', 'nowhere.json', 'dorset.json'], 'nowhere.json'],
    ['one file', ['compare', 'dorset.json'], 'two files'],
    ['the same file twice', ['compare', 'dorset.json', 'dorset.json'], 'no change to look at'],
    [
      'a file suppressed at less than is asked for',
      ['compare', 'dorset.json', 'wiltshire.json', '--threshold', '10'],
      '--threshold 10',
    ],
    [
      'a force that is none',
      ['compare', 'dorset.json', 'wiltshire.json', '--expect', 'Atlantis'],
      'Atlantis',
    ],
    [
      'a rebase without a month',
      ['compare', 'dorset.json', 'wiltshire.json', '--rebase', 'Dorset'],
      'FORCE=YYYY-MM',
    ],
    [
      'a rebase in a month that is none',
      ['compare', 'dorset.json', 'wiltshire.json', '--rebase', 'Dorset=2026-13'],
      'YYYY-MM',
    ],
    [
      'an option that would do nothing',
      ['compare', 'dorset.json', 'dorset.json', '--expect', 'Kent'],
      'for several forces',
    ],
    [
      'a rebase in a month without data',
      ['compare', 'dorset.json', 'wiltshire.json', '--rebase', 'Dorset=2020-01'],
      'holds that month',
    ],
    [
      'a baseline of no measure',
      ['compare', 'dorset.json', 'wiltshire.json', '--baseline', 'csa=90'],
      'csa-by-title',
    ],
    [
      'a baseline that is no percentage',
      ['compare', 'dorset.json', 'wiltshire.json', '--baseline', 'csa-by-title=900'],
      'between 0 and 100',
    ],
  ])('refuses %s', (_, args, words) => {
    const folder = region();
    writeIn(folder, 'notes.json', '{}');
    const { exit, stderr } = markercheck(folder, args);
    expect(exit).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain(words);
  });
});
