import { describe, expect, it } from 'vitest';
import { createMapping } from '../map/create-mapping.js';
import type { Profile } from '../map/profile.js';
import { readFields } from './explanation.js';

const ignore = (): void => undefined;

function fieldsOf(profile: Profile | undefined, header: readonly string[], row: readonly string[]) {
  const mapping = createMapping(profile, header, ignore);
  const readings = readFields(mapping, mapping.toCells(row), row);
  return Object.fromEntries(readings.map((reading) => [reading.field, reading]));
}

describe('a canonical row', () => {
  const HEADER = ['crimeReference', 'offenceCode', 'victimBornOn', 'victimAge', 'CSA', 'CSE', 'narrative'];
  const fields = fieldsOf(undefined, HEADER, ['GL/1', '19-Jul', '2015-02-30', ' ', 'Y', '?', 'a text']);

  it.each([
    ['crimeReference', 'recorded'],
    ['offenceCode', 'unreadable'],
    ['victimBornOn', 'unreadable'],
    ['victimAge', 'empty'],
    ['CSA', 'recorded'],
    ['CSE', 'unreadable'],
    ['narrative', 'recorded'],
    ['team', 'no-column'],
  ])('has %s %s', (field, state) => {
    expect(fields[field]?.state).toBe(state);
  });

  it('has a reason only where a cell cannot be read, and never its value in it', () => {
    expect(fields['victimBornOn']?.problem).toContain('not a date');
    expect(fields['victimBornOn']?.problem).not.toContain('2015');
    expect(fields['CSA']?.problem).toBeNull();
  });

  it('has every field once', () => {
    expect(Object.keys(fields)).toHaveLength(32);
  });
});

describe('a list of marker codes', () => {
  const profile: Profile = {
    name: 'test',
    fields: { crimeReference: 'REF' },
    markers: {
      layout: 'list',
      blank: 'not-set',
      column: 'FLAGS',
      separator: ',',
      codes: { A: 'CSA', B: 'CSE' },
    },
  };
  const stateOf = (codes: string) => {
    const { CSA, CSE } = fieldsOf(profile, ['REF', 'FLAGS'], ['1', codes]);
    return [CSA?.state, CSE?.state];
  };

  it('has markers that are set, not set, or not to be told beside a code that nobody knows', () => {
    expect(stateOf('A')).toEqual(['recorded', 'recorded']);
    expect(stateOf('A,Z')).toEqual(['recorded', 'unreadable']);
    expect(stateOf('')).toEqual(['empty', 'empty']);
  });
});
