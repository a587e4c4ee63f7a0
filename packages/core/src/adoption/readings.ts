import { READING_QUESTIONS } from '../messages/adoption.js';
import type { Pack } from '../model/pack.js';
import type { Rule } from '../model/rule.js';
import { rulePages, type SaidClause } from '../report/rule-page.js';
import { jsonDigest } from '../rules/json-digest.js';
import { compilePack } from '../rules/compile.js';

/** What a rule takes the counting rules to say, where our sources do not settle it. */
export interface Reading {
  readonly rule: Rule;
  /** The rule in words, as the registrar is asked about it. */
  readonly words: string;
  readonly question: string;
  /** Changes with the words: an answer to other words is no answer. */
  readonly id: string;
}

function said({ words, parts }: SaidClause): string {
  return parts.length === 0 ? words : `${words} (${parts.map(said).join('; ')})`;
}

/** A clause that only says which of two rules speaks is nothing for the registrar to judge. */
function isPrecedence({ rules, parts }: SaidClause): boolean {
  return rules.length > 0 && parts.length === 0;
}

/** Letters first: a spreadsheet would take digits with an E between for a number. */
const ID_START = 'R-';
const ID_LENGTH = 10;

/** The readings of a pack that nobody has confirmed, in the order of the rules' ids. */
export function unconfirmedReadings(pack: Pack): readonly Reading[] {
  return rulePages(compilePack(pack))
    .filter(({ rule }) => rule.confidence === 'unconfirmed')
    .map(({ rule, concerns, asks }) => {
      const where = concerns.filter((clause) => !isPrecedence(clause)).map(said);
      const words = `Of a record where ${where.join('; and ')}: it is asked that ${said(asks)}.`;
      return {
        rule,
        words,
        question: `${READING_QUESTIONS[rule.basis]} What is open: ${rule.limits}`,
        id: ID_START + jsonDigest([rule.id, rule.title, words]).slice(0, ID_LENGTH),
      };
    });
}
