import { describe, expect, it } from 'vitest';
import { factsOf, valueOf } from '../evaluate/facts-of.test-helper.js';
import type { CrimeRecord } from '../model/fields.js';
import { offence } from './offence.js';

function recordOf(offenceCode: string, offenceClass = ''): CrimeRecord {
  return { offenceCode, offenceClass };
}

/** `listed 19E`, `outside 28/03`, `unknown`. */
function statusOf(record: CrimeRecord): string {
  const of = factsOf(record).get(offence);
  const code = of.status === 'listed' ? of.entry.code : of.code;
  return code === null ? of.status : `${of.status} ${code}`;
}

describe('the offence', () => {
  it.each([
    ['19/16', '', 'listed 19/16'],
    ['01916', '', 'listed 19/16'],
    ['19/16', '19C', 'listed 19/16'],
    ['19E', '', 'listed 19E'],
    ['', '19E', 'listed 19E'],
    ['RAPE', '19E', 'listed 19E'],
    ['19/99', '19E', 'listed 19E'],
    ['8/48', '105B', 'listed 105B'],
    ['28/03', '19E', 'listed 19E'],
    ['19/99', '', 'unknown 19/99'],
    ['19/99', '28E', 'unknown 19/99'],
    ['19', '', 'unknown 19'],
    ['', '19', 'unknown 19'],
    ['28/03', '', 'outside 28/03'],
    ['28/03', '19', 'outside 28/03'],
    ['', '28E', 'outside 28E'],
    ['RAPE', '28E', 'outside 28E'],
    ['RAPE', '19Z', 'unknown 19Z'],
    ['', '', 'unknown'],
    ['RAPE', '', 'unknown'],
    ['19-Jul', 'RAPE', 'unknown'],
    ['', '19/16', 'unknown'],
    ['28/03', '19/16', 'outside 28/03'],
    ['N100', '', 'listed N100'],
    ['N100/1', '', 'listed N100'],
  ])('of the code %j and the class %j is %s', (code, cls, status) => {
    expect(statusOf(recordOf(code, cls))).toBe(status);
  });

  it('is unknown where the extract has neither column', () => {
    expect(statusOf({ offenceCode: null, offenceClass: null })).toBe('unknown');
  });
});

describe('the class', () => {
  it.each([
    ['19/16', '', '19E'],
    ['19/16', '19C', '19E'],
    ['19E', '19C', '19E'],
    ['20/01', '20A', '20A'],
    ['20/01', '', '20'],
    ['35/01', '', '35'],
    ['36/08', '', '36'],
    ['92/50', '', '92'],
    ['92/50', '92A', '92A'],
    ['19', '19E', '19E'],
    ['19', '', '19'],
    ['', '8R', '8R'],
    ['RAPE', '8R', '8R'],
  ])('of the code %j and the class %j is %s', (code, cls, expected) => {
    expect(valueOf('class', recordOf(code, cls))).toMatchObject({ value: expected });
  });

  it('is certain of a match alone where the offence is unknown', () => {
    expect(valueOf('class', recordOf('19'))).toEqual({ value: '19', certain: false });
    expect(valueOf('class', recordOf('RAPE'))).toEqual({ value: null, certain: false });
    expect(valueOf('class', recordOf('28/03'))).toEqual({ value: '28', certain: true });
  });
});

const FLAGS = [
  'image',
  'exploitation',
  'adultRelative',
  'legacy',
  'container',
  'subcode',
  'nonSexual',
  'proxy',
];

describe('the facts of an offence', () => {
  it.each([
    ['19/16', ['subcode']],
    ['19E', []],
    ['86/10', ['image', 'subcode', 'proxy']],
    ['71/16', ['image', 'subcode', 'proxy']],
    ['71/08', ['exploitation', 'subcode']],
    ['71/17', ['subcode', 'proxy']],
    ['88A', ['proxy']],
    ['23/12', ['adultRelative', 'subcode']],
    ['20/01', ['legacy', 'subcode']],
    ['19/00', ['container', 'subcode']],
    ['8N', ['nonSexual']],
    ['86/12', ['subcode', 'nonSexual']],
    ['28/03', ['nonSexual']],
  ])('of %s are %j, and the others false', (code, expected) => {
    const holding = FLAGS.filter((name) => valueOf(name, recordOf(code)) === 'true');
    const failing = FLAGS.filter((name) => valueOf(name, recordOf(code)) === 'false');
    expect(holding).toEqual(expected);
    expect(failing).toEqual(FLAGS.filter((name) => !expected.includes(name)));
  });

  it.each(['RAPE', '19/99', ''])('of %j are unknown', (code) => {
    expect(FLAGS.map((name) => valueOf(name, recordOf(code)))).toEqual(FLAGS.map(() => 'unknown'));
    expect(valueOf('category', recordOf(code))).toEqual({ value: null, certain: false });
  });

  it.each(['71', '71/00'])(
    'leave open whether %s is exploitation: it may hide a code that is not',
    (code) => {
      expect(valueOf('exploitation', recordOf(code))).toBe('unknown');
      expect(valueOf('proxy', recordOf(code))).toBe('true');
    },
  );

  it('leave open what the bare class 86 is, between two categories', () => {
    expect(valueOf('category', recordOf('86'))).toEqual({
      value: null,
      certain: false,
      possible: ['child-sexual-by-definition', 'context'],
    });
    const unknown = FLAGS.filter((name) => valueOf(name, recordOf('86')) === 'unknown');
    expect(unknown).toEqual(['image', 'nonSexual', 'proxy']);
  });

  it('say that there is no category outside the list', () => {
    expect(valueOf('category', recordOf('28/03'))).toEqual({ value: null, certain: true });
  });
});

const BOUNDS = ['hasVictimBounds', 'hasSuspectBounds', 'hasVictimSex', 'hasLawTo'];

describe('the bounds of an offence', () => {
  it.each([
    ['19/16', ['hasVictimBounds', 'hasVictimSex']],
    ['22/06', ['hasVictimBounds', 'hasSuspectBounds', 'hasVictimSex']],
    ['20/01', ['hasVictimBounds', 'hasVictimSex', 'hasLawTo']],
    ['8N', []],
    ['28/03', []],
  ])('of %s are %j', (code, expected) => {
    expect(BOUNDS.filter((name) => valueOf(name, recordOf(code)) === 'true')).toEqual(expected);
  });

  it('count a lowest age of 0 as one', () => {
    expect(valueOf('hasVictimMin', recordOf('19/16'))).toBe('true');
    expect(valueOf('victimMin', recordOf('19/16'))).toBe(0);
  });

  it('take every age of a suspect where one end is open', () => {
    expect([valueOf('suspectMin', recordOf('22/06')), valueOf('suspectMax', recordOf('22/06'))]).toEqual([
      18, 120,
    ]);
    expect([valueOf('suspectMin', recordOf('22/12')), valueOf('suspectMax', recordOf('22/12'))]).toEqual([
      0, 17,
    ]);
  });

  it.each(['28/03', 'RAPE'])('of %j cannot be read', (code) => {
    const names = ['victimMin', 'victimMax', 'suspectMin', 'suspectMax', 'listedVictimSex', 'lawTo'];
    expect(names.map((name) => valueOf(name, recordOf(code)))).toEqual(names.map(() => null));
  });
});
