import { describe, expect, it } from 'vitest';
import { factsOf, valueOf } from '../evaluate/facts-of.test-helper.js';
import type { CrimeRecord } from '../model/fields.js';
import { suspectAges } from './suspects.js';

describe('suspects', () => {
  it.each<[CrimeRecord, number | null]>([
    [{}, null],
    [{ suspectCount: '?' }, null],
    [{ suspectCount: '1000' }, null],
    [{ suspectCount: '0' }, 0],
    [{ suspectCount: '3' }, 3],
    [{ suspectAges: '30' }, 1],
    [{ suspectAges: '30;' }, 2],
    [{ suspectAges: ';' }, 2],
    [{ suspectAges: ' ' }, null],
    [{ suspectEthnicities: 'W1;A1;NS' }, 3],
    [{ suspectNationalities: ';;;' }, 4],
    [{ suspectCount: '1', suspectAges: '30;31' }, 2],
    [{ suspectCount: '3', suspectAges: '30;31' }, 3],
    [{ suspectCount: '0', suspectNationalities: 'GBR' }, 1],
    [{ suspectCount: '?', suspectAges: '30;31' }, 2],
    [{ suspectCount: '2', suspectAges: '30', suspectEthnicities: 'W1;W1;W1' }, 3],
    [{ suspectCount: null, suspectAges: null, suspectEthnicities: null, suspectNationalities: null }, null],
  ])('of %j are %j', (record, suspects) => {
    expect(valueOf('suspects', record)).toBe(suspects);
  });
});

describe("the suspects' ages", () => {
  it.each<[CrimeRecord, readonly (number | null)[] | null]>([
    [{}, null],
    [{ suspectCount: '0' }, []],
    [{ suspectCount: '2' }, [null, null]],
    [{ suspectAges: '15' }, [15]],
    [{ suspectAges: ' 15 ; ;121;x;0' }, [15, null, null, null, 0]],
    [{ suspectCount: '3', suspectAges: '15' }, [15, null, null]],
    [{ suspectEthnicities: 'W1;W1', suspectAges: '15' }, [15, null]],
  ])('of %j are %j', (record, ages) => {
    expect(factsOf(record).get(suspectAges)).toEqual(ages);
  });
});

describe('suspectsDescribed', () => {
  it.each<[CrimeRecord, string]>([
    [{}, 'unknown'],
    [{ suspectCount: '0' }, 'true'],
    [{ suspectCount: '1', suspectEthnicities: 'W1', suspectNationalities: 'GBR' }, 'true'],
    [{ suspectCount: '1', suspectEthnicities: 'NS', suspectNationalities: 'not stated' }, 'true'],
    [{ suspectCount: '1', suspectEthnicities: 'W1' }, 'false'],
    [{ suspectCount: '1', suspectNationalities: 'GBR' }, 'false'],
    [{ suspectCount: '2', suspectEthnicities: 'W1', suspectNationalities: 'GBR;GBR' }, 'false'],
    [{ suspectEthnicities: 'W1;', suspectNationalities: 'GBR;GBR' }, 'false'],
    [{ suspectEthnicities: 'W1;A1', suspectNationalities: 'GBR;\u00a0' }, 'false'],
    [{ suspectAges: '30;31', suspectEthnicities: 'W1;A1', suspectNationalities: 'GBR;IRL' }, 'true'],
  ])('of %j is %s', (record, described) => {
    expect(valueOf('suspectsDescribed', record)).toBe(described);
  });
});
