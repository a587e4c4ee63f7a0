import type { HistoryEntry } from './entry.js';

/** An entry of a sound run, changed where a test says so. */
export function entry(asAt: string, changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    schema: 1,
    tool: 'markercheck 0.1.0',
    asAt,
    complete: true,
    notChecked: null,
    pack: { id: 'home-office-markers', edition: '2026-11', digest: 'pack' },
    policy: null,
    profile: { name: 'canonical', digest: 'profile', blank: 'not-set' },
    records: 1000,
    columns: ['CSA', 'CSE', 'offenceCode'],
    markers: [
      ['CSA', 120, 1000],
      ['CSE', 30, 1000],
    ],
    readable: [990, 1000],
    measures: [{ id: 'csa-by-title', met: 80, breached: 20, undetermined: 5, without: [] }],
    cells: [['csa-by-title', 'A', '2026-05', '91+', 30, 5, 5]],
    alerts: [],
    ...changes,
  };
}
