import { describe, expect, it } from 'vitest';
import { RecordFacts } from '../facts/record-facts.js';
import { type CrimeRecord, FIELD_NAMES } from '../model/fields.js';
import type { Clause } from '../model/clause.js';
import type { Policy } from '../model/policy.js';
import type { RuleCases } from '../model/rule.js';
import { absentColumns, cellsOf } from '../normalise/cells.js';
import casesJson from '../rules/builtin/cases.json' with { type: 'json' };
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';
import { createChecker } from '../checker.js';
import { type ExplainedClause, explainRecord, type RuleExplanation, silencers } from './explain-record.js';

const pack = loadPack();
const CHILD: CrimeRecord = { offenceCode: '19/16', recordedOn: '2025-05-02', victimBornOn: '2015-01-01' };
const ALL_ON = Object.fromEntries(pack.rules.map(({ id }) => [id, 'on'] as const));

function explain(record: CrimeRecord, policy: Policy = {}): readonly RuleExplanation[] {
  const absent = absentColumns(record);
  const columns = FIELD_NAMES.filter((name) => !absent.includes(name));
  const compiled = compilePack(pack, { policy, columns });
  const facts = new RecordFacts(compiled.surroundings, compiled.rules.length).load(cellsOf(record));
  return explainRecord(compiled, facts);
}

function explainRule(id: string, record: CrimeRecord, policy?: Policy): RuleExplanation {
  return explain(record, policy).find(({ rule }) => rule === id)!;
}

const OUTCOMES = {
  met: 'met',
  breached: 'breached',
  undetermined: 'undetermined',
  notApplicable: 'not-applicable',
};

/** What the clauses alone say of an outcome, by the page of the rules. */
function outcomeOf({ when, require }: RuleExplanation): string {
  const truths = when.map(({ truth }) => truth);
  if (truths.includes('false')) return 'not-applicable';
  if (truths.includes('unknown') || require.truth === 'unknown') return 'undetermined';
  return require.truth === 'true' ? 'met' : 'breached';
}

describe.each(pack.rules)('$id', ({ id }) => {
  const cases = (casesJson as unknown as Record<string, Record<keyof typeof OUTCOMES, CrimeRecord[]>>)[id]!;

  it.each(Object.entries(OUTCOMES))(
    'explains each record that is %s as the checker judges it',
    (name, outcome) => {
      for (const record of cases[name as keyof typeof OUTCOMES]) {
        const explanation = explainRule(id, record);
        expect(explanation.outcome, JSON.stringify(record)).toBe(outcome);
        expect(outcomeOf(explanation), JSON.stringify(record)).toBe(outcome);
      }
    },
  );
});

it('says each clause in the words in which a finding says it', () => {
  type Said = Clause | ExplainedClause;
  const said = ({ clause, truth, parts = [] }: Said): unknown => [clause, truth, parts.map(said)];
  const checker = createChecker(pack, { asAt: '2026-11-01', policy: { rules: ALL_ON } });
  for (const [id, { breached }] of Object.entries(casesJson as unknown as Record<string, RuleCases>)) {
    for (const record of breached) {
      const { when, require } = checker.check(record).findings.find(({ rule }) => rule === id)!;
      const explanation = explainRule(id, record);
      expect(when.map(said), id).toEqual(explanation.when.map(said));
      expect(said(require), id).toEqual(said(explanation.require));
    }
  }
});

it('says of every rule, on or off, what a checker with all rules on says', () => {
  const checker = createChecker(pack, { asAt: '2026-11-01', policy: { rules: ALL_ON } });
  const record = { ...CHILD, CSA: 'N', CSE: 'Y', localMarkers: 'CSE WARNING', suspectCount: '3' };
  const { outcomes } = checker.check(record);
  for (const { rule, outcome } of explain(record)) expect(outcome, rule).toBe(outcomes[rule]?.outcome);
});

describe('a clause', () => {
  const clauseOf = (id: string, record: CrimeRecord, words: string): ExplainedClause | undefined =>
    explainRule(id, record).when.find(({ clause }) => clause === words);

  it('that negates "surely" says that it may be unknown', () => {
    const words = 'the offence does not concern images of children, or this cannot be told';
    expect(clauseOf('CSA-BYDEF-MISSING', CHILD, words)?.truth).toBe('true');
    expect(clauseOf('CSA-BYDEF-MISSING', { ...CHILD, offenceCode: '86' }, words)?.truth).toBe('true');
    expect(clauseOf('CSA-BYDEF-MISSING', { ...CHILD, offenceCode: '86/10' }, words)?.truth).toBe('false');
  });

  it('of several parts shows each with its own truth', () => {
    const clause = clauseOf(
      'CSA-AGE-MISSING',
      { ...CHILD, offenceCode: '20/05', DA: 'Y' },
      'it is not certain that all of these hold',
    );
    expect(clause).toMatchObject({
      truth: 'true',
      parts: [
        { clause: 'DA is set', truth: 'true' },
        { clause: "the victim's age on the first day of the offence is at least 16", truth: 'unknown' },
      ],
    });
  });

  it('that says "not this, or that" reads "where this, that"', () => {
    const { require } = explainRule('AGE-OFFENCE-MISMATCH', { ...CHILD, offenceFrom: '2025-05-01' });
    expect(require.parts.map(({ clause }) => clause)[0]).toMatch(
      /^where the offence sets the victim's lowest age, /,
    );
    const { require: local } = explainRule('LOCAL-MARKER-NO-HOFLAG', { ...CHILD, localMarkers: 'CSE' });
    expect(local.parts[0]).toMatchObject({
      clause: 'where all of these hold, CSE is set',
      truth: 'false',
      parts: [{ truth: 'true' }, { truth: 'true' }],
    });
  });

  it('about the days on which a rule is in force comes last', () => {
    const { when } = explainRule('CSE-C71-MISSING', { ...CHILD, recordedOn: '2016-03-31' });
    expect(when.at(-1)).toMatchObject({
      clause: 'the day of recording is on or after 2016-04-01',
      truth: 'false',
    });
  });
});

describe('severity', () => {
  const missing = { ...CHILD, CSA: 'N' };

  it('is the rule’s, without a reason', () => {
    expect(explainRule('CSA-BYDEF-MISSING', missing)).toMatchObject({ severity: 'warning', because: null });
  });

  it('is changed by the record, with the reason', () => {
    const parameters = { csaMandatoryFrom: '2025-05-02' };
    expect(explainRule('CSA-BYDEF-MISSING', missing, { parameters })).toMatchObject({
      severity: 'error',
      because: 'the force has set the date from which the CSA marker is mandatory',
    });
    const byAge = { offenceCode: '19/16', victimAge: '30', offenceFrom: '2025-05-01' };
    expect(explainRule('AGE-OFFENCE-MISMATCH', byAge)).toMatchObject({
      severity: 'warning',
      because: 'the age is not from a date of birth',
    });
  });

  it('is the policy’s before all', () => {
    expect(
      explainRule('CSA-BYDEF-MISSING', missing, { rules: { 'CSA-BYDEF-MISSING': 'info' } }),
    ).toMatchObject({
      severity: 'info',
      because: 'the policy gives the rule this severity',
    });
  });
});

it('says which columns a rule lacks', () => {
  expect(explainRule('CSA-BYDEF-MISSING', { ...CHILD, CSA: null })).toMatchObject({
    state: 'not-assessed',
    outcome: null,
    lacking: ['CSA'],
  });
  expect(explainRule('FLAG-LATE', { ...CHILD, markerHistory: null })).toMatchObject({
    state: 'off',
    outcome: null,
  });
});

it('knows which rules silence another', () => {
  const rule = pack.rules.find(({ id }) => id === 'LOCAL-MARKER-NO-HOFLAG')!;
  expect(silencers(rule)).toContain('CSE-C71-MISSING');
  expect(silencers(rule)).toHaveLength(7);
});
