import { describe, expect, it } from 'vitest';
import { FALSE, TRUE, UNKNOWN } from '../model/truth.js';
import { readMarker } from './marker.js';

describe('readMarker', () => {
  it.each(['Y', 'y', ' Y ', '\u00a0y'])('takes %j for set', (cell) => {
    expect(readMarker(cell)).toEqual({ set: TRUE, unreadable: false });
  });

  it.each(['N', 'n', '', ' ', '\u00a0', ' N'])('takes %j for not set', (cell) => {
    expect(readMarker(cell)).toEqual({ set: FALSE, unreadable: false });
  });

  it.each(['?', 'yes', 'no', '1', '0', 'TRUE', 'X', 'YN', 'Y;N', 'Ｙ', 'CSA'])('cannot read %j', (cell) => {
    expect(readMarker(cell)).toEqual({ set: UNKNOWN, unreadable: true });
  });

  it('takes a column that is missing for unknown, which is not unreadable', () => {
    expect(readMarker(null)).toEqual({ set: UNKNOWN, unreadable: false });
  });
});
