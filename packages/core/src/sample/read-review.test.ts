import { describe, expect, it } from 'vitest';
import type { CrimeRecord } from '../model/fields.js';
import { loadPack } from '../rules/load.js';
import { drawSample } from './draw-sample.js';
import { readReview } from './read-review.js';
import { readReviews } from './standing.js';

const records: readonly CrimeRecord[] = ['=1+1', 'GL/2'].map((crimeReference) => ({
  crimeReference,
  force: 'E23000037',
  offenceCode: '19/16',
  recordedOn: '2026-10-02',
  offenceFrom: '2026-10-01',
  victimBornOn: '2015-01-01',
  CSA: 'Y',
  CSE: 'N',
}));
const manifest = drawSample(records, {
  pack: loadPack(),
  asAt: '2026-11-01',
  seed: 1,
  double: 1,
  rules: ['UNKNOWN-CODE'],
});
const { sample } = manifest;
const item = manifest.items.find(({ crimeReference }) => crimeReference === 'GL/2')!.item;
const formula = manifest.items.find(({ crimeReference }) => crimeReference === '=1+1')!.item;

const HEADER = 'sample,reviewer,item,crimeReference,force,question,shouldBeSet,isSet,holds,why';
const file = (...lines: string[]) => ({ name: 'review.csv', text: [HEADER, ...lines].join('\r\n') });
const line = (answers = 'yes,no,,', question = 'CSA', reviewer = 'A', of = item, reference = 'GL/2') =>
  `${sample},${reviewer},${of},${reference},E23000037,${question},${answers}`;
const read = (...lines: string[]) => readReview(file(...lines), manifest);

describe('readReview', () => {
  it.each([
    ['yes,no,,', { shouldBeSet: 'yes', isSet: 'no' }],
    ['YES,No ,,', { shouldBeSet: 'yes', isSet: 'no' }],
    ['y,cannot tell,,', { shouldBeSet: 'yes', isSet: 'cannot-tell' }],
    ['Can’t tell,cannot-tell,,', { shouldBeSet: 'cannot-tell', isSet: 'cannot-tell' }],
    ['yes,,,"reason, with a comma"', { shouldBeSet: 'yes' }],
  ])('reads %s', (answers, expected) => {
    const { lines, malformed } = read(line(answers));
    expect(malformed).toEqual([]);
    expect(lines[0]?.answers).toEqual(expected);
  });

  it('reads the answer about a rule', () => {
    expect(read(line(',,no,', 'UNKNOWN-CODE')).lines[0]?.answers).toEqual({ holds: 'no' });
  });

  it('leaves lines without an answer, and blank lines, open', () => {
    const { lines, malformed, read: count } = read(line(',,,'), '', ',,,,,,,,,');
    expect([lines, malformed, count]).toEqual([[], [], 1]);
  });

  it('takes a reference with the apostrophe that keeps a spreadsheet from a formula', () => {
    const { lines, malformed } = read(line('yes,yes,,', 'CSA', 'A', formula, "'=1+1"));
    expect([lines.length, malformed]).toEqual([1, []]);
  });

  it.each([';', '\t'])('reads the separator %j of another language, with a byte order mark', (mark) => {
    const text = `\uFEFF${[HEADER, line('yes,no,,a reason')].join('\n').replaceAll(',', mark)}`;
    expect(readReview({ name: 'r.csv', text }, manifest).lines).toHaveLength(1);
  });

  it.each([
    ['an answer that is none', line('perhaps,no,,'), 'shouldBeSet is not yes, no or cannot tell'],
    [
      'an answer in the wrong column',
      line('yes,no,yes,'),
      'holds is answered, which this question does not ask',
    ],
    ['another sample', line().replace(sample, 'ffffffffffff'), 'another sample'],
    ['another reviewer', line('yes,no,,', 'CSA', 'C'), 'reviewer is not A, B or agreed'],
    ['no such item', line('yes,no,,', 'CSA', 'A', 'S999'), 'no such item'],
    [
      'a damaged reference',
      line('yes,no,,', 'CSA', 'A', item, '2.1E+12'),
      'a spreadsheet may have changed it',
    ],
    ['no such question', line('yes,no,,', 'DA'), 'no such question'],
    ['too few cells', line().slice(0, -4), 'the header has 10'],
    ['too many cells', `${line()},,`, 'the header has 10'],
    ['an open quotation mark', line('yes,no,,"open'), 'a quotation mark is not closed'],
    ['a prototype’s name', line('constructor,no,,'), 'shouldBeSet is not yes'],
  ])('lists %s, and does not guess', (_, bad, problem) => {
    const good = line('no,no,,', 'CSE');
    const { lines, malformed } = read(good, bad);
    expect(lines).toHaveLength(1);
    expect(malformed).toEqual([
      { file: 'review.csv', row: 3, problem: expect.stringContaining(problem) as string },
    ]);
  });

  it('never repeats what somebody wrote', () => {
    const { malformed } = read(line('Jane Example,no,,'));
    expect(JSON.stringify(malformed)).not.toContain('Jane');
  });

  it('refuses a file without the columns of a review', () => {
    expect(() => readReview({ name: 'x.csv', text: 'a,b\n1,2' }, manifest)).toThrow(
      'x.csv is not a review file: its header lacks sample, reviewer',
    );
  });
});

describe('readReviews', () => {
  const standing = (...lines: string[]) => {
    const reviews = readReviews([file(...lines)], manifest);
    const record = reviews.records.find((of) => of.record.item === item)!;
    return { ...reviews, csa: record.answers.get('CSA') };
  };

  it('lets the first reviewer’s answer stand, and lists where the second differs', () => {
    const { csa, disagreements } = standing(line('yes,no,,'), line('no,no,,', 'CSA', 'B'));
    expect(csa).toEqual({ shouldBeSet: 'yes', isSet: 'no' });
    expect(disagreements).toEqual([
      { item, question: 'CSA', field: 'shouldBeSet', a: 'yes', b: 'no', agreed: null },
    ]);
  });

  it('lets what they agreed on stand', () => {
    const { csa, disagreements } = standing(
      line('yes,no,,'),
      line('no,no,,', 'CSA', 'B'),
      line('no,,,', 'CSA', 'agreed'),
    );
    expect(csa).toEqual({ shouldBeSet: 'no', isSet: 'no' });
    expect(disagreements[0]?.agreed).toBe('no');
  });

  it('takes the second reviewer’s answer where the first has none', () => {
    expect(standing(line('cannot tell,no,,', 'CSA', 'B')).csa).toEqual({
      shouldBeSet: 'cannot-tell',
      isSet: 'no',
    });
  });

  it('counts neither of two answers of one reviewer to one question', () => {
    const { csa, malformed } = standing(line('yes,no,,'), line('no,no,,'));
    expect(csa).toBeUndefined();
    expect(malformed).toMatchObject([
      { row: 3, problem: expect.stringContaining('review.csv row 2: neither counts') as string },
    ]);
  });

  it('takes the same answer twice', () => {
    const { csa, malformed } = standing(line('yes,no,,'), line('yes,no,,'));
    expect([csa, malformed]).toEqual([{ shouldBeSet: 'yes', isSet: 'no' }, []]);
  });
});
