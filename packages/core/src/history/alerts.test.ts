import { describe, expect, it } from 'vitest';
import { alertWords } from '../messages/alerts.js';
import { alertReference, alerts } from './alerts.js';
import { entry } from './entry.test-helper.js';

const BEFORE = entry('2026-10-30');
const NOW = '2026-10-31';
const kinds = (of: ReturnType<typeof alerts>) => of.map(({ kind }) => kind);
const words = (of: ReturnType<typeof alerts>) => of.map((alert) => alertWords(alert, (id) => id));

describe('alerts', () => {
  it('are none on the first run, nor where nothing changed', () => {
    expect(alerts(null, BEFORE)).toEqual([]);
    expect(alerts(BEFORE, entry(NOW))).toEqual([]);
  });

  it('a column gone, once for all of them', () => {
    const now = entry(NOW, { columns: ['offenceCode'], markers: [] });
    const found = alerts(BEFORE, now);
    expect(kinds(found)).toEqual(['column-gone']);
    expect(words(found)).toEqual([
      'The columns are gone: CSA and CSE; they were there in the run as at 30 October 2026.',
    ]);
  });

  it('a marker column all blank where it was not', () => {
    const found = alerts(
      BEFORE,
      entry(NOW, {
        markers: [
          ['CSA', 0, 1000],
          ['CSE', 30, 1000],
        ],
      }),
    );
    expect(words(found)).toEqual([
      'CSA is set in none of 1,000 records; in the run as at 30 October 2026 it was set in 120.',
    ]);
  });

  it('no blank marker where so few were to be expected that none is chance', () => {
    expect(
      alerts(
        BEFORE,
        entry(NOW, {
          records: 900,
          markers: [
            ['CSA', 100, 900],
            ['CSE', 0, 130],
          ],
        }),
      ),
    ).toEqual([]);
  });

  it('a rate below half of what it was, and whether the rules changed too', () => {
    const low = { measures: [{ id: 'csa-by-title', met: 35, breached: 65, undetermined: 0, without: [] }] };
    const found = alerts(BEFORE, entry(NOW, low));
    expect(words(found)).toEqual(['“csa-by-title” fell to 35.0%; it was 80.0% as at 30 October 2026.']);
    const otherwise = alerts(BEFORE, entry(NOW, { ...low, policy: 'other' }));
    expect(words(otherwise)[0]).toMatch(/policy or the reading of empty markers changed as well\.$/);
  });

  it('no collapse at half, and none of few records', () => {
    const rate = (met: number, breached: number) => ({
      measures: [{ id: 'csa-by-title', met, breached, undetermined: 0, without: [] }],
    });
    expect(alerts(BEFORE, entry(NOW, rate(40, 60)))).toEqual([]);
    expect(alerts(BEFORE, entry(NOW, rate(1, 18)))).toEqual([]);
  });

  it('records below half', () => {
    expect(words(alerts(BEFORE, entry(NOW, { records: 499 })))).toEqual([
      'The extract has 499 records; it had 1,000 as at 30 October 2026.',
    ]);
    expect(alerts(BEFORE, entry(NOW, { records: 500 }))).toEqual([]);
  });

  it('a force that is gone', () => {
    const now = entry(NOW, { cells: [['csa-by-title', 'B', '2026-05', '91+', 30, 5, 0]] });
    expect(words(alerts(BEFORE, now))).toEqual([
      'No record that a headline measure concerns is of the force A; there were 40 as at 30 October 2026.',
    ]);
  });

  it('readable codes falling, not wobbling', () => {
    expect(words(alerts(BEFORE, entry(NOW, { readable: [950, 1000] })))).toEqual([
      'Offence codes can be read on 95.0% of records; it was 99.0% as at 30 October 2026.',
    ]);
    expect(alerts(BEFORE, entry(NOW, { readable: [985, 1000] }))).toEqual([]);
    expect(alerts(BEFORE, entry(NOW, { readable: [95, 100] }))).toEqual([]);
  });
});

describe('the run to compare with', () => {
  it('is the last sound one, so that a broken feed is said again the second night', () => {
    const broken = entry('2026-10-31', { alerts: ['column-gone'] });
    expect(alertReference([BEFORE, broken], '2026-11-01')).toBe(BEFORE);
  });

  it('is the last of all once the sound one is older than 14 days', () => {
    const broken = entry('2026-11-13', { alerts: ['column-gone'] });
    expect(alertReference([BEFORE, broken], '2026-11-13')).toBe(BEFORE);
    expect(alertReference([BEFORE, broken], '2026-11-14')).toBe(broken);
  });

  it('is never one of the same day or a later one', () => {
    expect(alertReference([BEFORE, entry(NOW), entry('2026-12-01')], NOW)).toBe(BEFORE);
    expect(alertReference([entry(NOW)], NOW)).toBeNull();
  });

  it('is none that was not a check', () => {
    const unread = entry('2026-10-31', { notChecked: 'no record could be read' });
    expect(alertReference([BEFORE, unread], '2026-12-24')).toBe(BEFORE);
  });
});
