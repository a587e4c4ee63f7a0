import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDateFormat } from '../date-format.js';
import { writeDate } from '../date-clash.js';
import { guessDates } from './dates.js';

describe('how dates are written', () => {
  it.each<[readonly string[], string | readonly string[]]>([
    [['2025-05-03', '2025-12-31'], 'YYYY-MM-DD'],
    [['03/05/2025', '25/12/2025'], 'DD/MM/YYYY'],
    [['05/03/2025', '12/25/2025'], 'MM/DD/YYYY'],
    [['3/5/2025', '25/12/2025'], 'D/M/YYYY'],
    [['5/3/2025 12:00:00 AM', '12/25/2025 1:30:00 PM'], 'M/D/YYYY h:mm:ss A'],
    [['03.05.2025', '25.12.2025'], 'DD.MM.YYYY'],
    [['03-May-2025', '25-DEC-2025'], 'DD-MMM-YYYY'],
    [['3 September 2025', '25 December 2025'], 'D MMMM YYYY'],
    [['September 3, 2025'], 'MMMM D, YYYY'],
    [['20250503', '19991231'], 'YYYYMMDD'],
    [['25121999', '03052025'], 'DDMMYYYY'],
    [['2025-05-03 00:00:00.000', '2025-12-31 23:59:59.997'], 'YYYY-MM-DD HH:mm:ss.SSS'],
    [['2025-05-03T10:00:00Z'], 'YYYY-MM-DDTHH:mm:ssZ'],
    [
      ['03/05/2025 10:00', '25/12/2025', '26/12/2025'],
      ['DD/MM/YYYY', 'DD/MM/YYYY HH:mm'],
    ],
  ])('%j is %j', (values, formats) => {
    expect(guessDates(values)).toMatchObject({ kind: 'formats', formats: [formats].flat(), others: 0 });
  });

  it.each([
    [['03/04/2025', '05/06/2025'], /no day is over 12[^]*"DD\/MM\/YYYY"[^]*"MM\/DD\/YYYY"/],
    [['25/12/2025', '12/25/2025'], /a spreadsheet may have turned them/],
    [['03/05/25', '25/12/24'], /two digits/],
    [['03-MAY-25'], /two digits/],
    [['45780', '45781'], /excel-1900/],
  ])('%j is a question', (values, question) => {
    const guess = guessDates(values);
    expect(guess.kind).toBe('question');
    expect(guess.kind === 'question' ? guess.question : '').toMatch(question);
  });

  it.each([[['A/1/2025', 'B/2/2025']], [['12', '13', '14']], [['2025-13-45x']], [[]], [['19/07', '28/03']]])(
    '%j are none',
    (values) => {
      expect(guessDates(values)).toEqual({ kind: 'none' });
    },
  );

  it('counts what is not written so', () => {
    const values = [...new Array<string>(98).fill('25/12/2025'), '31/02/2025', 'unknown'];
    expect(guessDates(values)).toMatchObject({ kind: 'formats', formats: ['DD/MM/YYYY'], others: 2 });
  });

  it('reads every day of a year back, or asks', () => {
    const formats = [
      'DD/MM/YYYY',
      'MM/DD/YYYY',
      'D/M/YYYY',
      'D MMM YYYY',
      'YYYYMMDD',
      'DDMMYYYY',
      'YYYY.MM.DD',
      'DD-MMMM-YYYY',
    ];
    const day = fc.record({
      year: fc.integer({ min: 1930, max: 2026 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.array(day, { minLength: 1, maxLength: 20 }),
        (format, days) => {
          const texts = days.map((one) => writeDate(format, one) ?? '');
          const guess = guessDates(texts);
          if (guess.kind === 'question') {
            expect(days.every((one) => one.day <= 12)).toBe(true);
            return;
          }
          expect(guess.kind).toBe('formats');
          const read = compileDateFormat(format);
          const readers = guess.kind === 'formats' ? guess.formats.map(compileDateFormat) : [];
          for (const text of texts) {
            expect(readers.map((reader) => reader?.(text) ?? null).find((found) => found !== null)).toBe(
              read?.(text),
            );
          }
        },
      ),
    );
  });
});
