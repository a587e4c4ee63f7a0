import { expect, it } from 'vitest';
import { readRecord } from './record.js';

it('reads what JSON has as an extract of JSON is read', () => {
  expect(
    readRecord({ offenceCode: '19/07', victimAge: 14, CSA: null, suspectAges: [30, null, '41'], DA: true }),
  ).toEqual({ offenceCode: '19/07', victimAge: '14', CSA: '', suspectAges: '30;;41', DA: 'true' });
});

it.each([
  ['a list', [], 'A record is an object, its keys the fields.'],
  ['nothing', null, 'A record is an object, its keys the fields.'],
  ['a text', '19/07', 'A record is an object, its keys the fields.'],
])('refuses %s', (_, value, message) => {
  expect(() => readRecord(value)).toThrow(expect.objectContaining({ code: 'RECORD_INVALID', message }));
});

it('says every fault at once, and no value', () => {
  const value = {
    offencecode: '19/07',
    victimBornOn: { day: '2012-03-04' },
    colour: 'secret',
    __proto__x: 1,
  };
  expect(() => readRecord(value)).toThrow(
    expect.objectContaining({
      code: 'RECORD_INVALID',
      faults: [
        '"offencecode" is not a field of a record; did you mean offenceCode?',
        'victimBornOn is text, a number, a list of them or null',
        '"colour" is not a field of a record',
        '"__proto__x" is not a field of a record',
      ],
    }),
  );
});
