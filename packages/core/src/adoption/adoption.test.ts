import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { adoptionSentence, readingLabel } from '../messages/adoption.js';
import { parseDate } from '../normalise/date.js';
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';
import { adoptionPolicy, adoptionSummary, adoptPolicy } from './adoption.js';
import { readAdoption } from './read-adoption.js';
import { unconfirmedReadings } from './readings.js';
import { adoptionSheet } from './sheet.js';

const PACK = loadPack();
const AS_AT = parseDate('2026-11-01')!;
const READINGS = unconfirmedReadings(PACK);
/** Where a reading stands on the sheet. */
const rowOf = (rule: string) => READINGS.findIndex((reading) => reading.rule.id === rule) + 2;

const YES = {
  answer: 'yes',
  paragraph: '3.2',
  edition: 'April 2026',
  role: 'force crime registrar',
  date: '2026-10-20',
  note: '',
};
type Line = Partial<Record<keyof typeof YES | 'rule' | 'readingId', string>>;

const rowsOf = (csv: string) =>
  Papa.parse<Line>(csv.replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data;

/** The sheet as the registrar hands it back, with these lines filled in. */
function filled(...lines: readonly Line[]): string {
  const rows = rowsOf(adoptionSheet(PACK));
  const changed = rows.map((row) => ({ ...row, ...lines.find(({ rule }) => rule === row.rule) }));
  return `\uFEFF${Papa.unparse(changed)}`;
}

const read = (...lines: readonly Line[]) => readAdoption(filled(...lines), PACK, AS_AT);

describe('the sheet', () => {
  it('asks about every reading that is not confirmed, and about no other', () => {
    const unconfirmed = PACK.rules
      .filter(({ confidence }) => confidence === 'unconfirmed')
      .map(({ id }) => id);
    expect(rowsOf(adoptionSheet(PACK)).map(({ rule }) => rule)).toEqual(unconfirmed);
    expect(unconfirmed.length).toBeGreaterThan(20);
  });

  it('says the reading in words, with its limits, and leaves the answer open', () => {
    const row = rowsOf(adoptionSheet(PACK)).find(({ rule }) => rule === 'CSA-BYDEF-MISSING');
    expect(row).toMatchObject({
      title: 'Child sexual offence by definition without the CSA marker',
      default: 'on',
      reading:
        'Of a record where the record is a live crime; and the offence is a sexual offence against a child by its title; and the offence does not concern images of children, or this cannot be told: it is asked that CSA is set.',
      answer: '',
      date: '',
    });
    expect((row as Record<string, string>)['question']).toContain(
      'the marker is mandatory, and from when, is not',
    );
  });

  it('does not ask which of two rules speaks', () => {
    for (const { words } of READINGS) expect(words).not.toContain('breached');
  });

  it('names readings so that no spreadsheet takes one for a number or a date', () => {
    for (const { id } of READINGS) expect(id).toMatch(/^R-[0-9a-f]{10}$/);
    expect(new Set(READINGS.map(({ id }) => id)).size).toBe(READINGS.length);
  });

  it('keeps answers to readings that are still the same', () => {
    const before = read({ rule: 'CSA-BYDEF-MISSING', ...YES });
    const again = readAdoption(adoptionSheet(PACK, before), PACK, AS_AT);
    expect(again.readings).toEqual(before.readings);
  });

  it('handed back empty confirms nothing', () => {
    expect(readAdoption(adoptionSheet(PACK), PACK, AS_AT)).toEqual({ readings: [], malformed: [] });
  });
});

describe('a line of the sheet', () => {
  const rule = 'CSA-BYDEF-MISSING';

  it.each<[string, Line]>([
    ['yes with its paragraph', {}],
    ['yes, shouted', { answer: ' YES ' }],
    ['no, without a paragraph', { answer: 'no', paragraph: '' }],
    ['differs, with a note', { answer: 'differs', note: 'Only from 2023.' }],
    ['given on the day itself', { date: '2026-11-01' }],
  ])('counts: %s', (_, change) => {
    expect(read({ rule, ...YES, ...change })).toMatchObject({ readings: [{ rule }], malformed: [] });
  });

  it.each<[string, Line, RegExp]>([
    ['an answer that is none', { answer: 'maybe' }, /not yes, no or differs/],
    ['no answer', { answer: '' }, /there is no answer/],
    ['no edition, no role', { edition: '', role: ' ' }, /edition, role are empty/],
    ['a yes without its paragraph', { paragraph: '' }, /needs the paragraph/],
    ['a paragraph that became a date', { paragraph: '04-Feb' }, /made a date of the paragraph/],
    ['a difference without a note', { answer: 'differs' }, /needs a note/],
    ['a date as a spreadsheet writes it', { date: '20/10/2026' }, /rewritten/],
    ['a date ahead', { date: '2026-11-02' }, /lies after/],
    ['an answer to other words', { readingId: 'R-0000000000' }, /answer it again/],
  ])('does not count: %s', (_, change, problem) => {
    const { readings, malformed } = read({ rule, ...YES, ...change });
    expect(readings).toEqual([]);
    expect(malformed).toEqual([{ row: rowOf(rule), problem: expect.stringMatching(problem) as string }]);
  });

  it('does not count for a rule that is not there or needs none', () => {
    const other = (name: string) => filled({ rule, ...YES }).replace(rule, name);
    expect(readAdoption(other('CSA-NONE'), PACK, AS_AT).malformed[0]?.problem).toMatch(/no rule of this id/);
    expect(readAdoption(other('CSE-ADULT-VICTIM'), PACK, AS_AT).malformed[0]?.problem).toMatch(
      /confirmed by its sources/,
    );
  });

  it('does not count where the same reading is answered twice', () => {
    const sheet = filled({ rule, ...YES });
    const line = rowsOf(sheet).find((row) => row.rule === rule)!;
    const twice = `${sheet}\r\n${Papa.unparse([{ ...line, answer: 'no' }], { header: false })}`;
    const { readings, malformed } = readAdoption(twice, PACK, AS_AT);
    expect(readings).toEqual([]);
    const [first, last] = [rowOf(rule), READINGS.length + 2];
    const problem = `the reading is answered more than once, on rows ${first} and ${last}`;
    expect(malformed).toEqual([
      { row: first, problem },
      { row: last, problem },
    ]);
  });
});

it.each([
  ['another CSV', 'a,b\n1,2\n', /header lacks rule, readingId/],
  ['an empty file', '', /header lacks/],
  [
    'one with a quotation mark that is not closed',
    filled({ rule: 'CSA-BYDEF-MISSING', note: 'x' }).replace(',x', ',"x'),
    /quotation mark/,
  ],
])('a file that is %s is refused', (_, csv, message) => {
  expect(() => readAdoption(csv, PACK, AS_AT)).toThrow(message);
  expect(() => readAdoption(csv, PACK, AS_AT)).toThrow(
    expect.objectContaining({ code: 'ADOPTION_INVALID' }) as Error,
  );
});

describe('the answers as policy', () => {
  const adoption = read(
    { rule: 'CSA-BYDEF-MISSING', ...YES },
    { rule: 'CSE-C71-MISSING', ...YES, answer: 'no' },
    { rule: 'CONTAINER-CODE-USED', ...YES, answer: 'differs', note: 'Not for class 17.' },
    { rule: 'FLAG-LATE', ...YES },
    { rule: 'DA-UNDER16', ...YES, answer: '?' },
  );

  it('switch off what is not so, and nothing else', () => {
    expect(adoptionPolicy(PACK, adoption)).toEqual({ rules: { 'CSE-C71-MISSING': 'off' } });
    const { changes } = compilePack(PACK, { policy: adoptionPolicy(PACK, adoption) }).policy;
    expect(changes).toEqual([{ kind: 'rule', name: 'CSE-C71-MISSING', from: 'warning', to: 'off' }]);
  });

  it('hold against the policy of the force, which is said', () => {
    const force = {
      rules: { 'CSE-C71-MISSING': 'error', 'FLAG-LATE': 'on' },
      parameters: { lateAfterDays: 14 },
    } as const;
    expect(adoptPolicy(PACK, force, adoption)).toEqual({
      policy: { rules: { 'CSE-C71-MISSING': 'off', 'FLAG-LATE': 'on' }, parameters: { lateAfterDays: 14 } },
      overruled: ['CSE-C71-MISSING'],
    });
    expect(adoptPolicy(PACK, {}, adoption).overruled).toEqual([]);
  });

  it('are summed up', () => {
    const summary = adoptionSummary(PACK, adoption);
    expect(summary).toMatchObject({
      confirmed: 2,
      of: READINGS.length,
      edition: 'April 2026',
      differing: ['CONTAINER-CODE-USED'],
      off: ['CSE-C71-MISSING'],
      malformed: [{ problem: 'the answer is not yes, no or differs' }],
    });
    expect(adoptionSentence(summary)).toBe(
      `2 of ${READINGS.length} readings confirmed against edition April 2026 by the registrar; 1 differs, 1 is rejected and off and ${READINGS.length - 4} have no answer. 1 line of the adoption sheet cannot be counted.`,
    );
    expect(adoptionSentence(adoptionSummary(PACK, { readings: [], malformed: [] }))).toBe(
      `0 of ${READINGS.length} readings confirmed by the registrar; ${READINGS.length} have no answer.`,
    );
  });

  it('label the rules', () => {
    expect(adoption.readings.map(readingLabel)).toEqual([
      `Differs, says the registrar against edition April 2026, paragraph 3.2: see the note on row ${rowOf('CONTAINER-CODE-USED')} of the adoption sheet.`,
      'Confirmed by the registrar against edition April 2026, paragraph 3.2.',
      'Rejected by the registrar against edition April 2026, paragraph 3.2: the rule is off.',
      'Confirmed by the registrar against edition April 2026, paragraph 3.2.',
    ]);
  });

  it('have the same digest where they are the same answers, whoever gave them and when', () => {
    const digest = (...lines: readonly Line[]) => adoptionSummary(PACK, read(...lines)).digest;
    const a = { rule: 'CSA-BYDEF-MISSING', ...YES };
    const b = { rule: 'FLAG-LATE', ...YES };
    expect(digest(a, b)).toBe(digest({ ...b, role: 'deputy', date: '2026-01-01' }, { ...a, paragraph: '9' }));
    expect(digest(a)).not.toBe(digest({ ...a, edition: 'April 2025' }));
    expect(digest(a)).not.toBe(digest({ ...a, answer: 'no' }));
  });
});
