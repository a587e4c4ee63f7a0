import { describe, expect, it } from 'vitest';
import { exampleRun } from '../report/html/example-run.test-helper.js';
import { historyEntry, historyFileName, isHistoryFileName, readHistoryEntry } from './entry.js';

const { summary, pack } = exampleRun({ without: ['ONLINE'] });
const entry = historyEntry(summary, pack);

describe('what the history keeps', () => {
  it('is the headline measures by force, month and maturity, adding up to what the run counted', () => {
    const measures = new Set(entry.cells.map(([measure]) => measure));
    expect(
      [...measures].every((id) => pack.measures.some((of) => of.id === id && of.headline !== undefined)),
    ).toBe(true);
    for (const id of measures) {
      const sum = (part: 4 | 5 | 6) =>
        entry.cells.reduce((total, cell) => total + (cell[0] === id ? cell[part] : 0), 0);
      const dated = summary.cells.filter(({ measure, month }) => measure === id && month !== null);
      expect(sum(4)).toBe(dated.reduce((total, { met }) => total + met, 0));
      expect(sum(5)).toBe(dated.reduce((total, { breached }) => total + breached, 0));
      expect(sum(6)).toBe(dated.reduce((total, { undetermined }) => total + undetermined, 0));
    }
  });

  it('is no record, no team, no finding, and small', () => {
    const text = JSON.stringify(entry);
    expect(text).not.toMatch(/MC\/|CAIT|fingerprint/);
    expect(text.length).toBeLessThan(JSON.stringify(summary).length / 2);
  });

  it('knows which markers were set, and leaves out those that the extract lacks', () => {
    const names = entry.markers.map(([marker]) => marker);
    expect(names).toContain('CSA');
    expect(names).not.toContain('ONLINE');
    const [readable = 0, counted = 0] = entry.readable ?? [];
    expect(readable).toBeGreaterThan(0);
    expect(counted).toBeLessThanOrEqual(summary.records);
  });

  it('takes two policies with the same changes for the same', () => {
    expect(entry.policy).toBeNull();
    const changed = exampleRun({ policy: { rules: { 'CSE-WITHOUT-CSA': 'off' } } }).summary;
    expect(historyEntry(changed, pack).policy).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same for the same run, and its file is named by day and digest', () => {
    expect(historyEntry(summary, pack)).toEqual(entry);
    const name = historyFileName(entry);
    expect(name).toMatch(/^2026-11-21-[0-9a-f]{12}\.json$/);
    expect(isHistoryFileName(name)).toBe(true);
    expect(isHistoryFileName('summary.json')).toBe(false);
    expect(historyFileName(historyEntry(summary, pack, ['column-gone']))).not.toBe(name);
  });
});

describe('reading an entry', () => {
  it('gives back what was written', () => {
    expect(readHistoryEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['another schema', { ...entry, schema: 2 }],
    ['a day that is none', { ...entry, asAt: '2026-02-30' }],
    ['a cell that is short', { ...entry, cells: [['csa-by-title', 'A', '2026-01']] }],
    ['a count that is none', { ...entry, cells: [['csa-by-title', 'A', '2026-01', '91+', 1, -1, 0]] }],
    ['a measure without counts', { ...entry, measures: [{ id: 'csa-by-title' }] }],
  ])('refuses %s', (_, value) => {
    expect(readHistoryEntry(value)).toBeNull();
  });
});
