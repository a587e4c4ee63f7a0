import { describe, expect, it } from 'vitest';
import { findForce, FORCES, forcesOfRegion } from './forces.js';

describe('the list of forces', () => {
  it('holds the 43 of England and Wales, and British Transport Police apart', () => {
    expect(FORCES.filter(({ territorial }) => territorial)).toHaveLength(43);
    expect(FORCES.filter(({ territorial }) => !territorial).map(({ code }) => code)).toEqual(['BTP']);
    expect(new Set(FORCES.map(({ code }) => code)).size).toBe(44);
  });

  it.each([
    ['E23000037', 'E23000037'],
    ['e23000037', 'E23000037'],
    ['Gloucestershire Constabulary', 'E23000037'],
    ['Devon and Cornwall', 'E23000035'],
    ['DEVON & CORNWALL POLICE', 'E23000035'],
    ['London, City of', 'E23000034'],
    ['City of London', 'E23000034'],
    ['dyfed-powys', 'W15000004'],
    ['MPS', 'E23000001'],
    ['BTP', 'BTP'],
  ])('knows %s', (name, code) => {
    expect(findForce(name)?.code).toBe(code);
  });

  it.each(['', ' ', 'Action Fraud', 'Glos', 'E23000099', 'Police', 'constructor', '__proto__'])(
    'does not guess at %j',
    (name) => {
      expect(findForce(name)).toBeUndefined();
    },
  );

  it('knows the South West', () => {
    expect(forcesOfRegion('south west').map(({ short }) => short)).toEqual([
      'Avon and Somerset',
      'Devon & Cornwall',
      'Dorset',
      'Gloucestershire',
      'Wiltshire',
    ]);
    expect(forcesOfRegion('nowhere')).toEqual([]);
  });
});
