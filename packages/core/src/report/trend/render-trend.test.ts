import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { HistoryCell } from '../../history/entry.js';
import { entry } from '../../history/entry.test-helper.js';
import { monthName, monthNumber } from '../../history/months.js';
import { trend } from '../../history/trend.js';
import type { TrendEvent } from '../../model/trend.js';
import { loadPack } from '../../rules/load.js';
import { renderTrend } from './render-trend.js';
import { TREND_COLUMNS, trendCsv } from './trend-csv.js';

const PACK = loadPack();
const TOOL = { name: 'markercheck', version: '0.1.0' };
const HOSTILE = '<script>alert(1)</script>"\'&';

function history(force = 'E23000037') {
  const cells = Array.from({ length: 24 }, (_, i): HistoryCell => {
    const month = monthName(monthNumber('2024-10') + i);
    return ['csa-by-title', force, month, '91+', 80 + ((i * 7) % 5), i === 12 ? 60 : 10, 4];
  });
  return [entry('2026-11-01', { cells })];
}

const page = (of: ReturnType<typeof trend>) =>
  [...renderTrend({ trend: of, pack: PACK, tool: TOOL })].join('');

describe('trend.html', () => {
  const events: readonly TrendEvent[] = [{ date: '2025-06-01', label: HOSTILE, kind: 'training' }];
  const html = page(trend(history(HOSTILE), PACK, { events }));

  it('has nothing that runs or loads, and no style outside its two sheets', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|\bsrc=|style="|@import|url\((?!#)/i);
    expect(html).toMatch(/default-src 'none'|default-src &#39;none&#39;/);
    expect(html.match(/sha256-/g)).toHaveLength(2);
  });

  it('writes what people typed as text', () => {
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('says in words what a chart shows, and names the chart', () => {
    expect(html).toContain('Signal. October 2025: below the lower limit.');
    for (const [, id] of html.matchAll(/aria-describedby="([^"]+)"/g)) expect(html).toContain(`id="${id!}"`);
    expect(html.match(/role="img" aria-label="[^"]+"/g)).toHaveLength(2);
  });

  it('has every figure of the charts in a table', () => {
    expect(html.match(/<th scope="row">[A-Z][a-z]+ 20\d\d<\/th>/g)).toHaveLength(24);
    expect(html).toContain('mean');
  });

  it('has each id once', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is a page for a history without a settled month too', () => {
    const empty = page(trend([entry('2026-11-01', { cells: [] })], PACK));
    expect(empty).toContain('No month has settled yet');
    expect(empty).not.toContain('<svg viewBox');
  });

  it('draws no mark outside its drawing', () => {
    const places = [...html.matchAll(/\b(?:cx|x1|x2|x)="([-\d.]+)"/g)].map(([, x]) => Number(x));
    const heights = [...html.matchAll(/\b(?:cy|y1|y2|y)="([-\d.]+)"/g)].map(([, y]) => Number(y));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(800);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...heights)).toBeLessThanOrEqual(270);
  });
});

describe('trend.csv', () => {
  it('has a line for each period, and no cell that a spreadsheet takes for a formula', () => {
    const text = [...trendCsv(trend(history('=1+1'), PACK))].join('');
    const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    expect(Object.keys(data[0]!)).toEqual(TREND_COLUMNS);
    expect(data).toHaveLength(24);
    expect(data[12]).toMatchObject({
      force: "'=1+1",
      from: '2025-10-01',
      rateSignal: 'below the lower limit',
    });
    expect(Object.values(data[0]!).filter((cell) => /^[-+@]/.test(cell))).toEqual([]);
  });
});
