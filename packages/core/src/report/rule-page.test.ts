import { describe, expect, it } from 'vitest';
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';
import { needsWords, rulePages, type SaidClause } from './rule-page.js';

const pages = rulePages(compilePack(loadPack()));
const pageOf = (id: string) => pages.find(({ rule }) => rule.id === id)!;

function wordsOf({ words, parts }: SaidClause): readonly string[] {
  return [words, ...parts.flatMap(wordsOf)];
}

describe.each(pages)('$rule.id', (page) => {
  const clauses = [...page.concerns, page.asks].flatMap(wordsOf);

  it('is said in words, not in names of operators or categories', () => {
    for (const clause of clauses) {
      expect(clause).not.toMatch(
        /undefined|\[object|a condition that cannot|by-definition|age-dependent|[{}]/,
      );
    }
  });

  it('has no list of one part, and no list within a list of its kind', () => {
    const check = ({ words, parts }: SaidClause): void => {
      expect(parts).not.toHaveLength(1);
      for (const part of parts) {
        if (part.parts.length > 0) expect(part.words).not.toBe(words);
        check(part);
      }
    };
    for (const clause of [...page.concerns, page.asks]) check(clause);
  });
});

it('knows which rules silence it, and which it silences', () => {
  expect(pageOf('CSA-BYDEF-MISSING')).toMatchObject({
    silencedBy: ['CSE-WITHOUT-CSA'],
    silences: ['LOCAL-MARKER-NO-HOFLAG'],
  });
});

it('knows the measures it counts in, also those made of others', () => {
  expect(pageOf('CSA-BYDEF-MISSING').measures.map(({ id }) => id)).toEqual([
    'csa-by-title',
    'csa-completeness',
    'marker-compliance',
  ]);
  expect(pageOf('SEX-OFFENCE-MISMATCH').measures).toEqual([]);
});

it('says what it needs as choices', () => {
  expect(needsWords(['CSA', ['victimAge', ['victimBornOn', 'offenceFrom']]])).toEqual([
    'CSA',
    'victimAge, or victimBornOn with offenceFrom',
  ]);
});

it('names its sources, and none where none was found', () => {
  expect(pageOf('CSA-BYDEF-MISSING').sources).toHaveLength(4);
  expect(pageOf('CSE-WARNING-REVIEW').sources).toHaveLength(1);
  expect(pageOf('FLAG-LATE').sources).toEqual([]);
});
