import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleRun, fullRun } from '../../packages/core/src/report/html/example-run.test-helper.js';
import { renderReport } from '../../packages/core/src/report/html/index.js';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browserPath = process.env['CHROMIUM'] ?? BROWSERS.find((file) => existsSync(file));
const JAVA = 'java';
const hasJava = spawnSync(JAVA, ['-version']).status === 0;

if (browserPath === undefined)
  process.stderr.write('SKIPPED: axe on report.html: there is no Chromium here.\n');
if (!hasJava) process.stderr.write('SKIPPED: the Nu HTML checker on report.html: there is no Java here.\n');

const HOSTILE = '</td><script>alert(1)</script>"\'\u202e\u001b[31m\0';
const REPORTS = {
  usual: exampleRun({ without: ['markerHistory', 'suspectAges'] }),
  full: fullRun(),
  'not-checked': exampleRun({ over: { notChecked: 'only 3 of 2,000 records have a code', complete: false } }),
  empty: exampleRun({ records: [] }),
  hostile: exampleRun({
    also: { crimeReference: HOSTILE.repeat(20), team: HOSTILE, force: HOSTILE },
    file: HOSTILE,
  }),
};
const names = Object.keys(REPORTS) as (keyof typeof REPORTS)[];

const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-report-'));
const fileOf = (name: string): string => path.join(folder, `${name}.html`);

beforeAll(() => {
  for (const name of names) writeFileSync(fileOf(name), [...renderReport(REPORTS[name])].join(''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, in words short enough to read in a failed test. */
async function violations(page: Page): Promise<readonly string[]> {
  const results = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

describe.skipIf(browserPath === undefined)('report.html in Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    // Chromium's own sandbox does not start for root, which is what a container runs as.
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
  });

  /** Opens a report and gives it to a look; whatever it logs or loads is a fault. */
  async function look(
    name: string,
    width: number,
    colorScheme: 'light' | 'dark',
    at: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('request', (request) => faults.push(request.url()));
    await page.goto(pathToFileURL(fileOf(name)).href);
    await at(page);
    await context.close();
    expect(faults).toEqual([pathToFileURL(fileOf(name)).href]);
  }

  it.each<[name: keyof typeof REPORTS, width: number, scheme: 'light' | 'dark', folds: 'folded' | 'open']>([
    ['full', 1280, 'light', 'folded'],
    ['full', 1280, 'light', 'open'],
    ['full', 768, 'light', 'open'],
    ['full', 360, 'light', 'open'],
    ['full', 360, 'dark', 'open'],
    ['usual', 1280, 'dark', 'folded'],
    ['not-checked', 768, 'light', 'folded'],
    ['empty', 360, 'light', 'open'],
    ['hostile', 360, 'light', 'open'],
  ])('has nothing that axe finds wrong: %s at %d pixels, %s, %s', async (name, width, scheme, folds) => {
    await look(name, width, scheme, async (page) => {
      if (folds === 'open') {
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
      }
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  });

  it('leads by keyboard from the first link to the report', async () => {
    await look('usual', 1280, 'light', async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });

  it('opens the fold that holds a rule when a link leads to it', async () => {
    await look('usual', 1280, 'light', async (page) => {
      const id = 'SUSPECT-AGE-MISMATCH';
      const heading = page.locator(`h3#${id}`);
      expect(await heading.isVisible()).toBe(false);
      await page.locator(`#lacking ~ * a[href="#${id}"]`).first().click();
      expect(await heading.isVisible()).toBe(true);
    });
  });
});

describe.skipIf(!hasJava)('the Nu HTML checker', () => {
  it.each(names)('has nothing to say of %s', (name) => {
    const jar = fileURLToPath(import.meta.resolve('vnu-jar/build/dist/vnu.jar'));
    const { stderr } = spawnSync(JAVA, ['-jar', jar, '--also-check-css', '--format', 'gnu', fileOf(name)], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
  });
});
