import { describe, expect, it } from 'vitest';
import { gradeOf, readGrades } from './grades.js';
import type { Share } from './share.js';

const GRADES = {
  accuracy: [
    { grade: 'Excellent', from: 95 },
    { grade: 'Good', from: 90 },
    { grade: 'Fair', from: 80 },
    { grade: 'Poor', from: 0 },
  ],
  'over-flagging': [
    { grade: 'Good', upTo: 5 },
    { grade: 'Poor', upTo: 100 },
  ],
};

const share = (estimate: number | null, low: number | null, high: number | null): Share => ({
  population: 100,
  reviewed: 50,
  yes: 0,
  untold: 0,
  unanswered: 0,
  estimate,
  low,
  high,
  floor: null,
  ceiling: null,
  refused: null,
});

describe('gradeOf', () => {
  const grades = readGrades(GRADES);

  it.each([
    [0.96, 0.951, 0.99, { grade: 'Excellent', low: 'Excellent', high: 'Excellent' }],
    [0.95, 0.8, 1, { grade: 'Excellent', low: 'Fair', high: 'Excellent' }],
    [0.9499, 0.5, 0.96, { grade: 'Good', low: 'Poor', high: 'Excellent' }],
    [0.8999999999999999, 0.8999999999999999, 0.91, { grade: 'Good', low: 'Good', high: 'Good' }],
    [0, 0, 0.1, { grade: 'Poor', low: 'Poor', high: 'Poor' }],
  ])('of %d (%d to %d)', (estimate, low, high, expected) => {
    expect(gradeOf('accuracy', share(estimate, low, high), grades)).toEqual(expected);
  });

  it('grades rates of which less is better the other way round', () => {
    expect(gradeOf('over-flagging', share(0.05, 0.02, 0.12), grades)).toEqual({
      grade: 'Good',
      low: 'Good',
      high: 'Poor',
    });
  });

  it('grades nothing without thresholds or without a figure', () => {
    expect(gradeOf('precision', share(0.9, 0.8, 1), grades)).toBeNull();
    expect(gradeOf('accuracy', share(null, null, null), grades)).toBeNull();
  });
});

describe('readGrades', () => {
  it.each([
    [[], 'there is no rate ""'],
    [{ acuracy: [] }, 'there is no rate "acuracy"; there are accuracy'],
    [{ accuracy: [] }, 'accuracy: must be a list of grades'],
    [{ accuracy: [{ grade: '', from: 0 }] }, 'accuracy/0: "grade" is a word'],
    [{ accuracy: [{ grade: 'Good', from: 101 }] }, 'accuracy/0: "from" is a percentage'],
    [{ accuracy: [{ grade: 'Good', upTo: 0 }] }, 'accuracy/0: the key "upTo" is not known here'],
    [{ accuracy: [{ grade: 'Good', from: 50 }] }, 'the last grade has "from": 0'],
    [
      {
        accuracy: [
          { grade: 'A', from: 50 },
          { grade: 'B', from: 60 },
          { grade: 'C', from: 0 },
        ],
      },
      'the best first',
    ],
    [{ missed: [{ grade: 'A', upTo: 50 }] }, 'the last grade has "upTo": 100'],
  ])('refuses %j', (value, words) => {
    expect(() => readGrades(value)).toThrow(words);
  });

  it('says all that is wrong at once', () => {
    expect(() => readGrades({ x: 1, accuracy: [{ from: 200 }] })).toThrow(
      /there is no rate "x"[\s\S]*"grade" is a word[\s\S]*percentage/,
    );
  });
});
