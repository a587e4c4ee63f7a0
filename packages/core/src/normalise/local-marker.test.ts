import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexSynonyms, normaliseLocalMarker } from './local-marker.js';

describe('normaliseLocalMarker', () => {
  it.each([
    ['CSE', 'CSE'],
    ['cse', 'CSE'],
    ['CSE-VICTIM', 'CSE VICTIM'],
    ['cse_victim', 'CSE VICTIM'],
    [' (CSE / victim) ', 'CSE VICTIM'],
    ['C.S.E.', 'C S E'],
    ['CSE  -  VICTIM', 'CSE VICTIM'],
    ['CSE2', 'CSE2'],
    ['ÇSE', 'SE'],
    ['CSEé', 'CSE'],
    ['at risk of CSE', 'AT RISK OF CSE'],
    ['?', ''],
    ['', ''],
  ])('turns %j into %j', (text, normalised) => {
    expect(normaliseLocalMarker(text)).toBe(normalised);
  });

  it('leaves what it has normalised as it is, with single spaces inside alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const normalised = normaliseLocalMarker(text);
        expect(normaliseLocalMarker(normalised)).toBe(normalised);
        expect(normalised).toMatch(/^([A-Z0-9]+( [A-Z0-9]+)*)?$/);
      }),
    );
  });
});

describe('indexSynonyms', () => {
  it('gives each kind a bit, and a synonym of two kinds both', () => {
    const { kinds, meaning } = indexSynonyms({ cse: ['CSE', 'GROUP CSE'], group: ['GROUP CSE'] });
    expect(kinds).toEqual(['cse', 'group']);
    expect(meaning.get('CSE')).toBe(0b01);
    expect(meaning.get('GROUP CSE')).toBe(0b11);
    expect(meaning.get('GROUP')).toBeUndefined();
  });
});
