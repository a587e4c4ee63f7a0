import { describe, expect, it } from 'vitest';
import { RecordFacts } from '../facts/record-facts.js';
import { judge } from '../evaluate/judge.js';
import type { CrimeRecord } from '../model/fields.js';
import { cellsOf } from '../normalise/cells.js';
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';
import { type Claim, findingClaims, ruleClaims } from './claims.js';

const compiled = compilePack(loadPack());
const said = (claims: readonly Claim[]) => claims.map(({ marker, wrong }) => `${marker} ${wrong}`).join(', ');

/** Read off the rules page by hand: what each rule says of markers. Rules that say nothing are left out. */
const SAYS: Readonly<Record<string, string>> = {
  'CA-PHYS-MISSING': 'CA missing',
  'CCE-DRUGS-CHILD': 'CCE missing, MS missing',
  'CSA-ADULT-RELATIVE': 'CSA over, CSE over',
  'CSA-ADULT-VICTIM': 'CSA over',
  'CSA-AGE-MISSING': 'CSA missing',
  'CSA-BYDEF-MISSING': 'CSA missing',
  'CSA-IIOC-MISSING': 'CSA missing',
  'CSA-NONSEX-PHYS': 'CSA over',
  'CSE-ADULT-VICTIM': 'CSE over',
  'CSE-AS-CCE': 'CSE over',
  'CSE-BLACKMAIL-CHILD': 'CSA missing, CSE missing',
  'CSE-C71-MISSING': 'CSE missing',
  'CSE-EXCHANGE-INDICATOR': 'CSE missing',
  'CSE-MULTI-SUSPECT': 'CSE missing',
  'CSE-NONSEX-REVIEW': 'CSE over',
  'CSE-TRAFFICK-MISSING': 'CSE missing',
  'CSE-WARNING-REVIEW': 'CSE missing',
  'CSE-WITHOUT-CSA': 'CSA missing',
  'DA-CSA-INTIMATE-16': 'CSA missing',
  'DA-UNDER16': 'DA over',
  'LOCAL-MARKER-NO-HOFLAG': 'CSE missing, CSA missing',
  'NONRECENT-UNFLAGGED': 'CSA missing',
  'ONLINE-15A-MISSING': 'ONLINE missing',
};

describe('ruleClaims', () => {
  it('reads from the conditions of every rule what it says of markers', () => {
    const found = compiled.rules
      .map((rule) => [rule.rule.id, said(ruleClaims(rule))] as const)
      .filter(([, words]) => words !== '');
    expect(Object.fromEntries(found)).toEqual(SAYS);
  });
});

describe('findingClaims', () => {
  const claimsOn = (id: string, record: CrimeRecord) => {
    const policy = { rules: { [id]: 'on' } } as const;
    const pack = compilePack(loadPack(), { policy });
    const facts = new RecordFacts(pack.surroundings, pack.rules.length);
    facts.load(cellsOf(record));
    judge(pack, facts);
    const rule = pack.rules.find((of) => of.rule.id === id)!;
    return said(findingClaims(rule, facts));
  };
  const local = {
    crimeReference: 'X',
    offenceCode: '19/16',
    victimBornOn: '2015-01-01',
    offenceFrom: '2025-05-01',
  };

  it.each([
    [{ ...local, CSA: 'Y', CSE: 'N', localMarkers: 'CSE' }, 'CSE missing'],
    [{ ...local, offenceCode: '8/1', CSA: 'N', CSE: 'N', localMarkers: 'CSA' }, 'CSA missing'],
  ])('names only the marker that the record lacks: %o', (record, words) => {
    expect(claimsOn('LOCAL-MARKER-NO-HOFLAG', record)).toBe(words);
  });

  it('names only the marker that is set', () => {
    const record = {
      offenceCode: '23/01',
      victimBornOn: '1980-01-01',
      offenceFrom: '2025-05-01',
      CSA: 'N',
      CSE: 'Y',
    };
    expect(claimsOn('CSA-ADULT-RELATIVE', record)).toBe('CSE over');
  });
});
