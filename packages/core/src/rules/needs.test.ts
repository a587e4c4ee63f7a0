import { describe, expect, it } from 'vitest';
import type { FieldName } from '../model/fields.js';
import type { Needs } from '../model/rule.js';
import { lackingColumns, neededColumns } from './needs.js';

const NEEDS: Needs = ['CSA', ['victimAge', ['victimBornOn', 'offenceFrom']]];

describe('lackingColumns', () => {
  it.each<[readonly FieldName[], readonly string[]]>([
    [['CSA', 'victimAge'], []],
    [['CSA', 'victimBornOn', 'offenceFrom'], []],
    [['victimAge'], ['CSA']],
    [['CSA', 'victimBornOn'], ['victimAge or offenceFrom']],
    [['CSA', 'offenceFrom'], ['victimAge or victimBornOn']],
    [[], ['CSA', 'victimAge or victimBornOn + offenceFrom']],
  ])('of an extract with %j are %j', (columns, lacking) => {
    expect(lackingColumns(NEEDS, new Set(columns))).toEqual(lacking);
  });
});

describe('neededColumns', () => {
  it('names every column once where the needs do', () => {
    expect(neededColumns(NEEDS)).toEqual(['CSA', 'victimAge', 'victimBornOn', 'offenceFrom']);
  });
});
