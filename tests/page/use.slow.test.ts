import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { markercheck, ROOT, scratchFolder } from '../support/cli.js';
import { answerAll, browserPath, check, choose, launch, openPage, PAGE, saved } from './browser.js';

vi.setConfig({ testTimeout: 120_000 });

if (browserPath === undefined) process.stderr.write('SKIPPED: the page in use: there is no Chromium here.\n');

const AS_AT = '2026-11-01';
const AS_EXPORTED = path.join(ROOT, 'fixtures/south-west/wiltshire-rms.csv');
const CANONICAL = path.join(ROOT, 'fixtures/south-west/gloucestershire.csv');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong; the report in its frame has a test of its own. */
async function violations(page: Page): Promise<readonly string[]> {
  const results = await new AxeBuilder({ page }).withTags(TAGS).exclude('#report').analyze();
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

describe.skipIf(browserPath === undefined)('the page in use', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each<[width: number, scheme: 'light' | 'dark']>([
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ])('has nothing that axe finds wrong at any step: %d pixels, %s', async (width, scheme) => {
    const { page, context, faults } = await openPage(browser, { width, scheme });
    const isWhole = async (): Promise<void> => {
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    };
    await isWhole();
    await choose(page, [AS_EXPORTED]);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await isWhole();
    await page.fill('#profile-text', '{');
    await page.click('#check');
    await page.waitForSelector('#fault:not([hidden])');
    await isWhole();
    await choose(page, [CANONICAL]);
    await choose(page, [AS_EXPORTED]);
    await answerAll(page);
    await check(page, AS_AT);
    await isWhole();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is worked by keyboard alone, and leads to what comes next', async () => {
    const { page, context } = await openPage(browser);
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('files');
    await choose(page, [CANONICAL]);
    expect(await focused()).toBe('mapping-heading');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('check');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#result:not([hidden])');
    expect(await focused()).toBe('result-heading');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save findings.csv');
    await context.close();
  });

  it('leads to a question that is not answered, and does not check before', async () => {
    const { page, context } = await openPage(browser);
    await choose(page, [AS_EXPORTED]);
    await page.click('#check');
    expect(await page.textContent('#status')).toBe('A question is not answered yet.');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    expect(await page.isVisible('#result')).toBe(false);
    await context.close();
  });

  it('reads a field from the column that is said, and from no other', async () => {
    const { page, context } = await openPage(browser);
    await choose(page, [AS_EXPORTED]);
    await page.click('#columns summary');
    await page.getByLabel('Read BEAT as').selectOption('team');
    expect(await page.getByLabel('Read OIC_TEAM as').inputValue()).toBe('');
    await answerAll(page);
    const profile = JSON.parse(await page.inputValue('#profile-text')) as { fields: Record<string, unknown> };
    expect(profile.fields['team']).toBe('BEAT');
    await check(page, AS_AT);
    expect((await saved(page, 'Save findings.csv')).toString()).toMatch(/,(SN01|SN02|SW11|TB04|CH07),/);
    await context.close();
  });

  it('shows the whole report, in which links lead on', async () => {
    const { page, context } = await openPage(browser);
    await choose(page, [CANONICAL]);
    await check(page, AS_AT);
    const report = page.frameLocator('#report');
    const title = await report.locator('h1').textContent();
    const heights = await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      return [frame?.clientHeight ?? 0, frame?.contentDocument?.documentElement.scrollHeight ?? 0];
    });
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeLessThan(10);
    await report.locator('nav a').last().click();
    await page.waitForFunction(() => window.scrollY > 3000);
    expect(await report.locator('h1').textContent()).toBe(title);
    const rule = report.locator('details:not([open]) h3[id]').first();
    const id = await rule.getAttribute('id');
    await report
      .locator(`a[href="#${id ?? ''}"]`)
      .first()
      .click();
    expect(await report.locator(`h3#${id ?? ''}`).isVisible()).toBe(true);
    await context.close();
  });

  it('asks for the second file that a profile names', async () => {
    const folder = scratchFolder();
    markercheck(folder, [
      'generate',
      '--month',
      '2026-10',
      '--layout',
      'second-file',
      '--in-scope',
      '50',
      '--out',
      'x',
    ]);
    const at = (file: string) => path.join(folder, 'x', file);
    const { page, context } = await openPage(browser);
    await page.setInputFiles('#profile-file', at('profile.json'));
    await choose(page, [at('extract.csv')]);
    await page.click('#check');
    await page.waitForSelector('#fault:not([hidden])');
    expect(await page.textContent('#fault')).toContain('markers.csv');
    await page.setInputFiles('#companion-files', at('markers.csv'));
    await check(page, AS_AT);
    markercheck(folder, [
      'check',
      'x/extract.csv',
      '--profile',
      'x/profile.json',
      '--as-at',
      AS_AT,
      '--quiet',
    ]);
    const theirs = readFileSync(path.join(folder, 'markercheck-run/summary.json'), 'utf8');
    expect((await saved(page, 'Save summary.json')).toString()).toBe(theirs);
    await context.close();
  });

  it.each([
    ['workbook.xlsx', Buffer.from('504b0304140006', 'hex'), 'workbook'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'save it as CSV'],
    ['empty.csv', Buffer.alloc(0), 'no text'],
    ['cut.csv.gz', Buffer.from('1f8b080000000000000373', 'hex'), 'cut off'],
  ])('says what is wrong with %s, and what to do', async (name, bytes, words) => {
    const folder = scratchFolder();
    mkdirSync(path.join(folder, 'x'));
    writeFileSync(path.join(folder, 'x', name), bytes);
    const { page, context, faults } = await openPage(browser);
    await choose(page, [path.join(folder, 'x', name)]);
    expect(await page.textContent('#fault')).toContain(words);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('fault');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says what was not checked as loudly as the command line', async () => {
    const { page, context } = await openPage(browser);
    await choose(page, [path.join(ROOT, 'fixtures/cases/all-codes-unreadable/extract.csv')]);
    await check(page, AS_AT);
    expect(await page.textContent('#verdict')).toContain('NOT CHECKED');
    await context.close();
  });

  it('is what the command line writes', () => {
    const folder = scratchFolder();
    expect(markercheck(folder, ['page', '--out', 'check.html'])).toMatchObject({ exit: 0, stderr: '' });
    const written = readFileSync(path.join(folder, 'check.html'));
    expect(written.equals(readFileSync(PAGE))).toBe(true);
    writeFileSync(path.join(folder, 'other.html'), 'mine');
    expect(markercheck(folder, ['page', '--out', 'other.html'])).toMatchObject({ exit: 2 });
    expect(markercheck(folder, ['page', '--out', 'check.html'])).toMatchObject({ exit: 0 });
  });
});
