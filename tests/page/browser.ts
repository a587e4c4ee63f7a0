import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../support/cli.js';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const browserPath = process.env['CHROMIUM'] ?? BROWSERS.find((file) => existsSync(file));
export const PAGE = path.join(ROOT, 'packages/page/dist/markercheck.html');

export function launch(): Promise<Browser> {
  // Chromium's own sandbox does not start for root, which is what a container runs as.
  return chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
}

/** The page as somebody has it who opens it from a share, and everything that it asks for. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What it requested beside itself and its own worker, and what it said on the console. */
  readonly faults: readonly string[];
}

export async function openPage(
  browser: Browser,
  look: { readonly width?: number; readonly scheme?: 'light' | 'dark' } = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.scheme ?? 'light',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const own = pathToFileURL(PAGE).href;
  context.on('request', (request) => {
    if (request.url() !== own && !request.url().startsWith('blob:null/')) faults.push(request.url());
  });
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(own);
  return { page, context, faults };
}

/** Chooses an extract, and waits for what the page makes of it. */
export async function choose(page: Page, files: readonly string[]): Promise<void> {
  await page.setInputFiles('#files', [...files]);
  await page.waitForSelector('#mapping:not([hidden]), #fault:not([hidden])');
}

/** Answers every question by its first choice. */
export async function answerAll(page: Page): Promise<void> {
  for (const fieldset of await page.$$('#questions fieldset')) {
    const select = await fieldset.$('select');
    if (select !== null) await select.selectOption({ index: 1 });
    const input = await fieldset.$('input[type=radio], input[type=checkbox]');
    if (input !== null) await input.check();
  }
}

export async function check(page: Page, asAt: string): Promise<void> {
  await page.fill('#as-at', asAt);
  await page.click('#check');
  await page.waitForSelector('#result:not([hidden]), #fault:not([hidden])', { timeout: 120_000 });
}

/** Saves a file of the run, as the button does. */
export async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

export async function expectNoFault(page: Page): Promise<void> {
  expect(await page.textContent('#fault')).toBe('');
}
