import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryCell } from '../../packages/core/src/history/entry.js';
import { entry } from '../../packages/core/src/history/entry.test-helper.js';
import { trend } from '../../packages/core/src/history/trend.js';
import type { TrendEvent } from '../../packages/core/src/model/trend.js';
import { renderBoard } from '../../packages/core/src/report/board/index.js';
import { exampleRun, fullRun } from '../../packages/core/src/report/html/example-run.test-helper.js';
import { renderTrend } from '../../packages/core/src/report/trend/index.js';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { monthsFrom } from '../support/nightly.js';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browserPath = process.env['CHROMIUM'] ?? BROWSERS.find((file) => existsSync(file));
const JAVA = 'java';
const hasJava = spawnSync(JAVA, ['-version']).status === 0;

if (browserPath === undefined)
  process.stderr.write('SKIPPED: axe on board.html and trend.html: there is no Chromium here.\n');
if (!hasJava)
  process.stderr.write('SKIPPED: the Nu HTML checker on board.html and trend.html: there is no Java here.\n');

const HOSTILE = '</td><script>alert(1)</script>"\'\u202e\u001b[31m\0';

/** A history with a break, small months, a signal and a gap. */
function trendPage(force: string): Iterable<string> {
  const cells = (measure: string, first: string, count: number, met: number): readonly HistoryCell[] =>
    monthsFrom(first, count).map((month, i) => [
      measure,
      force,
      month,
      '91+',
      i === 9 ? 5 : met + ((i * 5) % 7),
      9,
      3,
    ]);
  const months = [...cells('csa-by-title', '2025-01', 20, 80), ...cells('cse-by-title', '2025-01', 20, 2)];
  const old = cells('csa-by-title', '2024-06', 7, 60);
  const events: readonly TrendEvent[] = [
    { date: '2025-05-01', label: 'New system', kind: 'system' },
    { date: '2025-05-09', label: HOSTILE, kind: 'training' },
  ];
  const drawn = trend(
    [entry('2025-03-01', { cells: old, policy: 'old' }), entry('2026-11-01', { cells: months })],
    loadPack(),
    { events },
  );
  return renderTrend({ trend: drawn, pack: loadPack(), tool: { name: 'markercheck', version: '0.1.0' } });
}

/** The example's records ten times over, so that more than a headline is shown. */
function largeRun() {
  const { summary, pack } = exampleRun();
  const times = <
    T extends { readonly met: number; readonly breached: number; readonly undetermined: number },
  >(
    of: T,
  ): T => ({
    ...of,
    met: 10 * of.met,
    breached: 10 * of.breached,
    undetermined: 10 * of.undetermined,
  });
  const measures = Object.fromEntries(Object.entries(summary.measures).map(([id, of]) => [id, times(of)]));
  return { summary: { ...summary, measures, cells: summary.cells.map(times) }, pack };
}

const PAGES = {
  board: () => renderBoard(largeRun()),
  'board-full': () => renderBoard(fullRun()),
  'board-hostile': () => renderBoard(exampleRun({ also: { force: HOSTILE } })),
  'board-not-checked': () => renderBoard(exampleRun({ over: { notChecked: 'x', complete: false } })),
  trend: () => trendPage('E23000037'),
  'trend-hostile': () => trendPage(HOSTILE),
  'trend-empty': () =>
    renderTrend({
      trend: trend([], loadPack()),
      pack: loadPack(),
      tool: { name: 'markercheck', version: '0' },
    }),
};
const names = Object.keys(PAGES) as (keyof typeof PAGES)[];

const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-pages-'));
const fileOf = (name: string): string => path.join(folder, `${name}.html`);

beforeAll(() => {
  for (const name of names) writeFileSync(fileOf(name), [...PAGES[name]()].join(''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(browserPath === undefined)('in Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    // Chromium's own sandbox does not start for root, which is what a container runs as.
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
  });

  const looks = names.flatMap((name) =>
    (
      [
        [1280, 'light'],
        [768, 'dark'],
        [360, 'light'],
      ] as const
    ).map(([width, scheme]) => [name, width, scheme] as const),
  );

  it.each(looks)(
    '%s at %d pixels, %s: nothing that axe finds wrong, nothing loaded, nothing wider than the page',
    async (name, width, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('request', (request) => said.push(request.url()));
      const address = pathToFileURL(fileOf(name)).href;
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
        [],
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await context.close();
      expect(said).toEqual([address]);
    },
  );
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
