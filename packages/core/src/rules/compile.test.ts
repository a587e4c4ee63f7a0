import { describe, expect, it } from 'vitest';
import { MarkercheckError } from '../model/errors.js';
import { FIELD_NAMES } from '../model/fields.js';
import type { Measure, Pack } from '../model/pack.js';
import type { ConditionData, Rule } from '../model/rule.js';
import { compilePack } from './compile.js';
import { loadPack } from './load.js';

const pack = loadPack();
const [template] = pack.rules;

function ruleWith(id: string, changes: Partial<Rule>): Rule {
  return {
    ...template!,
    id,
    needs: ['CSA'],
    when: [{ is: 'live' }],
    require: { set: 'CSA' },
    effective: {},
    ...changes,
  };
}

function packOf(rules: readonly Rule[], measures: readonly Measure[] = []): Pack {
  return { ...pack, rules, measures };
}

function faultsOf(broken: Pack): readonly string[] {
  try {
    compilePack(broken);
  } catch (error) {
    expect(error).toBeInstanceOf(MarkercheckError);
    expect((error as MarkercheckError).code).toBe('PACK_INVALID');
    return (error as MarkercheckError).faults;
  }
  return [];
}

function faultsOfRequire(require: ConditionData): readonly string[] {
  return faultsOf(packOf([ruleWith('A-RULE', { require })]));
}

describe('a pack with faults', () => {
  it('is refused with every one of them, each with its place', () => {
    const rules = [
      ruleWith('A-RULE', {
        when: [{ is: 'live' }, { is: 'alive' }, { all: [{ set: 'CSA' }, { isnt: 'live' }] }],
        require: { any: [{ breached: ['B-RULE', 'Z-RULE'] }, { under: ['ageFrom', 'bornOn'] }] },
        sources: ['none-found', 'hearsay'],
        needs: ['CSA', ['victimAge', ['dateOfBirth', 'offenceFrom']]],
      }),
      ruleWith('B-RULE', {
        where: { gap: { local: 'csx' } },
        when: [{ not: { where: 'gaps' } }],
        require: { breached: 'C-RULE' },
        effective: { from: '2016-02-30' },
        severityWhen: [{ severity: 'info', if: { sure: { mentions: 'rumours' } }, because: 'so' }],
      }),
      ruleWith('C-RULE', { require: { not: { breached: 'B-RULE' } } }),
    ];
    const measures: Measure[] = [
      { id: 'all', title: 'All', rules: ['A-RULE', 'D-RULE'], where: { is: 'ageFrom' } },
      { id: 'some', title: 'Some', of: ['all', 'more'] },
      { id: 'more', title: 'More', rules: ['A-RULE'] },
    ];
    expect(faultsOf(packOf(rules, measures))).toEqual([
      'A-RULE/needs: "dateOfBirth" is not the name of a field',
      'A-RULE/sources: the pack has no source hearsay',
      'A-RULE/when/1/is: "alive" is not the name of a fact of the kind truth',
      'A-RULE/when/2/all/1: a condition is an object of one key, the name of an operator; this has isnt',
      'A-RULE/require/any/0/breached: there is no rule "Z-RULE"',
      'A-RULE/require/any/1/under/1: "bornOn" is not the name of a fact of the kind number',
      'B-RULE/where/gap/local: the pack has no kind of local marker "csx"',
      'B-RULE/when/0/not/where: the rule\'s "where" has no part "gaps"',
      'B-RULE/when/1/onOrAfter/1: "2016-02-30" is not a date of the form YYYY-MM-DD',
      'B-RULE/severityWhen/0/sure/mentions: the pack has no term list "rumours"',
      'the rules refer to each other in a circle: B-RULE → C-RULE → B-RULE',
      'measures/all: there is no rule D-RULE',
      'measures/all/where/is: "ageFrom" is not the name of a fact of the kind truth',
      'measures/some: a measure is made of measures that stand before it',
    ]);
  });

  it('may not have two rules of one id', () => {
    expect(faultsOf(packOf([ruleWith('A-RULE', {}), ruleWith('A-RULE', {})]))).toEqual([
      'two rules have the same id',
    ]);
  });

  it('names the whole circle, through "where" and lists too', () => {
    const rules = [
      ruleWith('A-RULE', { when: [{ breached: 'B-RULE' }] }),
      ruleWith('B-RULE', { where: { part: { breached: ['D-RULE', 'C-RULE'] } } }),
      ruleWith('C-RULE', { require: { sure: { breached: 'A-RULE' } } }),
      ruleWith('D-RULE', {}),
    ];
    expect(faultsOf(packOf(rules))).toEqual([
      'the rules refer to each other in a circle: A-RULE → B-RULE → C-RULE → A-RULE',
    ]);
  });

  it('may not have a rule that refers to itself', () => {
    expect(faultsOfRequire({ breached: 'A-RULE' })).toEqual([
      'the rules refer to each other in a circle: A-RULE → A-RULE',
    ]);
  });

  it.each<[string, ConditionData]>([
    ['an empty condition', {}],
    ['two operators in one', { is: 'live', set: 'CSA' }],
    ['a marker that is none', { set: 'XYZ' }],
    ['a fact that is none', { known: 'mood' }],
    ['a field that is none', { recorded: 'mood' }],
    ['a truth compared', { atLeast: ['live', 1] }],
    ['a day compared with a number', { under: ['recordedOn', 18] }],
    ['a number compared with a day', { onOrAfter: ['recordedOn', 'ageFrom'] }],
    ['a choice where there is none', { oneOf: ['victimSex', ['F']] }],
    ['a day equal to a number', { equals: ['recordedOn', 'ageFrom'] }],
    ['a truth equal to a day', { equals: ['live', 'recordedOn'] }],
    ['an unknown parameter', { withinDays: ['recordedOn', 'CSA.firstSet', 'lateDays'] }],
    ['a bound that is none', { someSuspectAged: ['young', 17] }],
    ['a property that every object has', { is: 'toString' }],
    ['an operator that every object has', { toString: 'live' }],
  ])('may not have %s', (_, require) => {
    expect(faultsOfRequire(require)).toHaveLength(1);
  });
});

describe('the built-in pack', () => {
  const compiled = compilePack(pack);

  it('has 41 rules, 25 of them on, and no fault', () => {
    expect(compiled.rules).toHaveLength(41);
    expect(compiled.rules.filter((rule) => rule.state === 'on')).toHaveLength(25);
  });

  it('is judged by id, each rule after all that its conditions refer to', () => {
    expect(compiled.rules.map((rule) => rule.rule.id)).toEqual(pack.rules.map((rule) => rule.id).toSorted());
    const place = new Map(compiled.order.map((rule, index) => [rule.rule.id, index]));
    for (const { rule } of compiled.order) {
      const conditions = JSON.stringify([rule.when, rule.where, rule.require]);
      const referred = [...conditions.matchAll(/"([A-Z0-9]+(?:-[A-Z0-9]+)+)"/g)].map((match) => match[1]!);
      for (const id of referred) expect(place.get(id)).toBeLessThan(place.get(rule.id)!);
    }
  });

  it('says that rules are not assessed, and which columns are lacking', () => {
    const columns = FIELD_NAMES.filter((name) => name !== 'CSE' && name !== 'localMarkers');
    const without = compilePack(pack, { columns });
    const states = Object.fromEntries(without.rules.map((rule) => [rule.rule.id, rule]));
    expect(states['CSE-C71-MISSING']).toMatchObject({
      state: 'not-assessed',
      lacking: ['CSE'],
      evaluated: false,
    });
    expect(states['LOCAL-MARKER-NO-HOFLAG']).toMatchObject({
      state: 'not-assessed',
      lacking: ['localMarkers'],
    });
    expect(states['CSA-BYDEF-MISSING']).toMatchObject({ state: 'on', lacking: [], evaluated: true });
    expect(states['CA-PHYS-MISSING']).toMatchObject({ state: 'off', evaluated: false });
  });

  it('gives the highest severity that a finding can have', () => {
    const severityOf = (of: typeof compiled, id: string) =>
      of.rules.find(({ rule }) => rule.id === id)?.severity;
    const policy = { parameters: { csaMandatoryFrom: '2026-04-01' } };
    expect(severityOf(compiled, 'CSA-BYDEF-MISSING')).toBe('warning');
    expect(severityOf(compilePack(pack, { policy }), 'CSA-BYDEF-MISSING')).toBe('error');
    expect(
      severityOf(
        compilePack(pack, { policy: { rules: { 'CSE-ADULT-VICTIM': 'info' } } }),
        'CSE-ADULT-VICTIM',
      ),
    ).toBe('info');
  });
});
