import { describe, expect, it } from 'vitest';
import { valueOf } from '../evaluate/facts-of.test-helper.js';

describe('person', () => {
  it.each([
    ['', 'true'],
    [null, 'true'],
    ['person', 'true'],
    ['PERSON', 'true'],
    ['organisation', 'false'],
    ['State', 'false'],
    ['organization', 'unknown'],
    ['other', 'unknown'],
  ])('of the victim type %j is %s', (victimType, person) => {
    expect(valueOf('person', { victimType })).toBe(person);
  });
});

describe('victimSex', () => {
  it.each([
    ['F', 'F'],
    ['m', 'M'],
    ['X', null],
    ['female', null],
    ['', null],
  ])('reads %j as %j', (victimSex, sex) => {
    expect(valueOf('victimSex', { victimSex })).toBe(sex);
  });
});
