import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { markercheck, ROOT, scratchFolder } from '../support/cli.js';
import { answerAll, browserPath, check, choose, expectNoFault, launch, openPage, saved } from './browser.js';

vi.setConfig({ testTimeout: 180_000 });

if (browserPath === undefined) process.stderr.write('SKIPPED: the page: there is no Chromium here.\n');

const AS_AT = '2026-11-01';
const FILES = [
  'findings.csv',
  'worklist.csv',
  'summary.json',
  'report.html',
  'undetermined.csv',
  'input.csv',
  'board.html',
  'brief.txt',
  'findings.ndjson',
  'baseline.csv',
];

/** A folder with a generated extract of a layout, packed if it is to be. */
function extractOf(
  args: readonly string[],
  isPacked: boolean,
): { readonly folder: string; readonly file: string } {
  const folder = scratchFolder();
  const all = ['generate', '--month', '2026-10', '--rows', '800', '--in-scope', '40', '--faults', '20'];
  const { stdout } = markercheck(folder, [...all, ...args, '--out', 'x']);
  const file = /x\/(extract\.\w+)/.exec(stdout)?.[1] ?? '';
  if (!isPacked) return { folder, file: `x/${file}` };
  writeFileSync(path.join(folder, `x/${file}.gz`), gzipSync(readFileSync(path.join(folder, 'x', file))));
  return { folder, file: `x/${file}.gz` };
}

describe.skipIf(browserPath === undefined)('the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** Checks with the page and with the command line; gives the files of the run that differ. */
  async function differing(
    folder: string,
    file: string,
    profile: 'none' | 'asked' | 'own',
  ): Promise<readonly string[]> {
    const { page, context, faults } = await openPage(browser);
    if (profile === 'own') await page.setInputFiles('#profile-file', path.join(folder, 'x/profile.json'));
    await choose(page, [path.join(folder, file)]);
    await expectNoFault(page);
    const args = ['check', file, '--as-at', AS_AT, '--fail-on', 'never', '--quiet'];
    if (profile === 'asked') {
      await answerAll(page);
      await page.click('#profile summary');
      writeFileSync(path.join(folder, 'asked.json'), await saved(page, 'Save this profile'));
      args.push('--profile', 'asked.json');
    }
    if (profile === 'own') args.push('--profile', 'x/profile.json');
    await check(page, AS_AT);
    await expectNoFault(page);
    expect(markercheck(folder, args)).toMatchObject({ exit: 0, stderr: '' });
    const different: string[] = [];
    for (const name of FILES) {
      const theirs = readFileSync(path.join(folder, 'markercheck-run', name));
      if (!(await saved(page, `Save ${name}`)).equals(theirs)) different.push(name);
    }
    expect(faults).toEqual([]);
    await context.close();
    return different;
  }

  it.each<[profile: 'none' | 'asked' | 'own', isPacked: boolean, args: readonly string[]]>([
    ['none', false, []],
    ['none', true, ['--encoding', 'utf-16le']],
    ['none', false, ['--format', 'xml']],
    ['none', true, ['--format', 'ndjson', '--encoding', 'windows-1252']],
    ['asked', false, ['--layout', 'records-system', '--encoding', 'windows-1252']],
    ['own', false, ['--layout', 'records-system', '--format', 'xml', '--encoding', 'utf-16le']],
    ['own', true, ['--layout', 'list']],
  ])(
    'writes the same bytes as the command line: profile %s, packed %s, %j',
    async (profile, isPacked, args) => {
      const { folder, file } = extractOf(args, isPacked);
      expect(await differing(folder, file, profile)).toEqual([]);
    },
  );

  it.each(['undoubled-quote', 'ragged-rows', 'two-encodings', 'excel-damaged-codes', 'nul-characters'])(
    'writes the same bytes of what is damaged: %s',
    async (name) => {
      const folder = scratchFolder();
      const from = path.join(ROOT, 'fixtures/reading', name, 'extract.csv');
      writeFileSync(path.join(folder, 'extract.csv'), readFileSync(from));
      const { page, context } = await openPage(browser);
      await choose(page, [path.join(folder, 'extract.csv')]);
      await check(page, AS_AT);
      await expectNoFault(page);
      markercheck(folder, ['check', 'extract.csv', '--as-at', AS_AT, '--quiet']);
      for (const file of ['findings.csv', 'input.csv', 'summary.json']) {
        const theirs = readFileSync(path.join(folder, 'markercheck-run', file), 'utf8');
        expect((await saved(page, `Save ${file}`)).toString()).toBe(theirs);
      }
      await context.close();
    },
  );
});
