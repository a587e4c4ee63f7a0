import { describe, expect, it } from 'vitest';
import { local } from '../conditions/local.js';
import { mentions } from '../conditions/mentions.js';
import type { Operator, Scope } from '../conditions/condition.js';
import { factsOf } from '../evaluate/facts-of.test-helper.js';
import type { CrimeRecord } from '../model/fields.js';
import { truthName } from '../model/truth.js';

function decide(operator: Operator, args: string, record: CrimeRecord): string {
  const facts = factsOf(record);
  const scope = { surroundings: facts.surroundings } as Scope;
  return truthName(operator.compile(args, scope, '').decide(facts));
}

describe('mentions', () => {
  it.each<[CrimeRecord, string]>([
    [{ narrative: 'Vapes in return for sex' }, 'true'],
    [{ narrative: 'Vapes in return', localMarkers: 'FOR SEX' }, 'false'],
    [{ narrative: 'Seen in the park' }, 'false'],
    [{ narrative: '' }, 'unknown'],
    [{ narrative: '\u00a0' }, 'unknown'],
    [{ narrative: null }, 'unknown'],
    [{ localMarkers: 'HATE' }, 'unknown'],
    [{ localMarkers: 'HATE;In return for' }, 'true'],
    [{ localMarkers: 'in return;for' }, 'unknown'],
    [{ narrative: 'Seen in the park', localMarkers: 'Sugar-Daddies' }, 'true'],
    [{ narrative: 'Seen in the park', localMarkers: null }, 'false'],
  ])('of words of exchange in %j is %s', (record, truth) => {
    expect(decide(mentions, 'exchange', record)).toBe(truth);
  });
});

describe('local', () => {
  it.each<[string | null, string]>([
    ['CSE', 'true'],
    ['cse-victim', 'true'],
    ['HATE; (cse) ', 'true'],
    ['GROUP CSE', 'true'],
    ['NOT CSE', 'false'],
    ['AT RISK OF CSE', 'false'],
    ['CSE VICTIMS', 'false'],
    ['CSE 2', 'false'],
    ['', 'false'],
    [';', 'false'],
    [null, 'unknown'],
  ])('of the kind cse in %j is %s', (localMarkers, truth) => {
    expect(decide(local, 'cse', { localMarkers })).toBe(truth);
  });

  it('keeps the kinds apart: a warning is about the child, not the crime', () => {
    expect(decide(local, 'cse-warning', { localMarkers: 'CSE WARNING' })).toBe('true');
    expect(decide(local, 'cse', { localMarkers: 'CSE WARNING' })).toBe('false');
    expect(decide(local, 'group', { localMarkers: 'GROUP CSE' })).toBe('true');
    expect(decide(local, 'csa', { localMarkers: 'GROUP CSE' })).toBe('false');
  });
});
