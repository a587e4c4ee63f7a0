import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../normalise/date.js';
import { addWaiver, type WaiverDraft } from './add-waiver.js';
import { readWaivers } from './waivers.js';
import { standingWaivers } from './waivers-standing.js';

const RULES = new Set(['CSA-BYDEF-MISSING', 'CSE-ADULT-VICTIM']);
const AS_AT = parseDate('2026-11-01')!;
const DRAFT: WaiverDraft = {
  rule: 'CSA-BYDEF-MISSING',
  crimeReference: 'GL/2',
  reason: 'The victim is a police decoy.',
  decidedBy: 'force crime registrar',
  decidedOn: '2026-10-30',
  expiresOn: '2027-04-30',
};
const HEADER = 'rule,crimeReference,reason,decidedBy,decidedOn,expiresOn';
const LINE =
  'CSA-BYDEF-MISSING,GL/2,The victim is a police decoy.,force crime registrar,2026-10-30,2027-04-30';

const add = (csv: string | null, change: Partial<WaiverDraft> = {}) =>
  addWaiver(csv, { ...DRAFT, ...change }, RULES, AS_AT);

describe('a line added to a waivers file', () => {
  it.each<[string, string | null, string]>([
    ['starts one with the headings', null, `\uFEFF${HEADER}\r\n${LINE}\r\n`],
    ['ends as the others do, LF', `${HEADER}\n`, `${LINE}\n`],
    ['ends as the others do, CRLF', `\uFEFF${HEADER}\r\n`, `${LINE}\r\n`],
    ['ends the last line first', `${HEADER}\nx,y,,,,`, `\n${LINE}\n`],
    ['has the delimiter of the file', `${HEADER.replaceAll(',', ';')}\n`, `${LINE.replaceAll(',', ';')}\n`],
    [
      'has the columns of the file, more of them too',
      'expiresOn,rule,note,crimeReference,reason,decidedBy,decidedOn\n',
      '2027-04-30,CSA-BYDEF-MISSING,,GL/2,The victim is a police decoy.,force crime registrar,2026-10-30\n',
    ],
  ])('%s', (_, csv, text) => expect(add(csv).text).toBe(text));

  it('says its row', () => {
    expect(add(null).waiver).toEqual({ ...DRAFT, row: 2 });
    expect(add(`${HEADER}\n\nbad,line,,,,\n`).waiver.row).toBe(4);
  });

  it('keeps a formula from being one, and a reason on one line', () => {
    const { text, waiver } = add(`${HEADER}\n`, { crimeReference: '-12', reason: ' =a,\n"b" ' });
    expect(text).toBe(`CSA-BYDEF-MISSING,"'-12","'=a, ""b""",force crime registrar,2026-10-30,2027-04-30\n`);
    expect(waiver).toMatchObject({ crimeReference: '-12', reason: '=a, "b"' });
  });

  it('is read as it was meant, whatever the texts', () => {
    const text = fc.string({ unit: 'binary' });
    const files = fc.constantFrom(
      null,
      `${HEADER}\n`,
      `\uFEFF${HEADER}\r\nbad\r\n`,
      `${HEADER.replaceAll(',', ';')}\n`,
    );
    fc.assert(
      fc.property(files, text, text, text, (csv, crimeReference, reason, decidedBy) => {
        let added;
        try {
          added = add(csv, { crimeReference, reason, decidedBy });
        } catch (error) {
          expect(error).toMatchObject({ name: 'MarkercheckError' });
          return;
        }
        const { waivers } = readWaivers((csv ?? '') + added.text, RULES, AS_AT);
        expect(waivers.at(-1)).toEqual(added.waiver);
      }),
    );
  });
});

describe('a decision that is refused', () => {
  it.each<[string, Partial<WaiverDraft>, RegExp]>([
    ['a rule that the pack has not', { rule: 'CSA-NONE' }, /no rule "CSA-NONE"/],
    ['no reference', { crimeReference: ' ' }, /crime reference is empty/],
    ['no reason', { reason: '\n' }, /reason is empty/],
    ['nobody who decided', { decidedBy: '' }, /name a role or an account/],
    ['a day that is none', { decidedOn: '2026-02-30' }, /"2026-02-30" is not a date/],
    ['a day as Britons write it', { expiresOn: '30/04/2027' }, /"30\/04\/2027" is not a date/],
    ['a decision of tomorrow', { decidedOn: '2026-11-02' }, /lies ahead/],
    [
      'an end on the day of the decision',
      { expiresOn: '2026-10-30' },
      /is not after the day of the decision/,
    ],
    ['an end that is over', { expiresOn: '2026-10-31' }, /would waive nothing/],
  ])('%s', (_, change, message) => expect(() => add(null, change)).toThrow(message));

  it('says all that is wrong at once', () => {
    expect(() => add(null, { rule: '', reason: '', expiresOn: '' })).toThrow(
      expect.objectContaining({
        code: 'ARGUMENT_INVALID',
        faults: expect.objectContaining({ length: 3 }) as string[],
      }) as Error,
    );
  });

  it('one that is in force already, until its last day', () => {
    expect(() => add(`${HEADER}\n${LINE}\n`)).toThrow(/row 2 says the same and is in force until 2027-04-30/);
    expect(() => add(`${HEADER}\n${LINE.replace('2027-04-30', '2026-11-01')}\n`)).toThrow(/row 2/);
    expect(add(`${HEADER}\n${LINE.replace('2027-04-30', '2026-10-31')}\n`).waiver.row).toBe(3);
    expect(add(`${HEADER}\n${LINE}\n`, { rule: 'CSE-ADULT-VICTIM' }).waiver.row).toBe(3);
  });

  it.each([
    ['another CSV', 'a,b\n1,2\n'],
    ['an empty file', ''],
    ['a quotation mark that is not closed', `${HEADER}\n"CSA-BYDEF-MISSING,GL/1\n`],
  ])('a file that is %s', (_, csv) => {
    expect(() => add(csv)).toThrow(expect.objectContaining({ code: 'WAIVERS_INVALID' }) as Error);
  });
});

it('waivers stand in force, end soon, are over or are not to be read', () => {
  const lines = ['2026-10-31', '2026-11-01', '2026-11-28', '2026-11-29', 'soon'].map((day, i) =>
    LINE.replace('GL/2', `GL/${i}`).replace('2027-04-30', day),
  );
  const { inForce, expiringSoon, expired, malformed } = standingWaivers(
    readWaivers([HEADER, ...lines].join('\n'), RULES, AS_AT),
    AS_AT,
  );
  expect([expired, expiringSoon, inForce, malformed].map((of) => of.map(({ row }) => row))).toEqual([
    [2],
    [3, 4],
    [5],
    [6],
  ]);
});
