import type { Claim } from '../claims.js';
import type { Answers } from '../questions.js';

/** What a reviewed record is for one rate. */
export type Side = 'yes' | 'no' | 'outside';

/** A record whose answers cannot tell the side: what it is when the rate is lowest, and highest. */
export interface Untold {
  readonly lowest: Side;
  readonly highest: Side;
}

/** `null` where nobody has answered yet. */
export type Verdict = Side | Untold | null;

const EITHER: Untold = { lowest: 'no', highest: 'yes' };

type MarkerAnswers = Pick<Answers, 'shouldBeSet' | 'isSet'>;

function complete({ shouldBeSet, isSet }: MarkerAnswers) {
  return shouldBeSet === undefined || isSet === undefined ? null : { shouldBeSet, isSet };
}

/** Yes: the marker is as it should be. */
export function accuracy(answers: MarkerAnswers): Verdict {
  const of = complete(answers);
  if (of === null) return null;
  if (of.shouldBeSet === 'cannot-tell' || of.isSet === 'cannot-tell') return EITHER;
  return of.shouldBeSet === of.isSet ? 'yes' : 'no';
}

/** Of the records that should carry the marker. Yes: it is set. */
export function completeness(answers: MarkerAnswers): Verdict {
  const of = complete(answers);
  if (of === null) return null;
  if (of.shouldBeSet === 'no') return 'outside';
  if (of.isSet === 'cannot-tell') return EITHER;
  if (of.shouldBeSet === 'yes') return of.isSet;
  return of.isSet === 'yes' ? { lowest: 'outside', highest: 'yes' } : { lowest: 'no', highest: 'outside' };
}

/** Of the records that carry the marker. Yes: it should not be set. */
export function overFlagging(answers: MarkerAnswers): Verdict {
  const of = complete(answers);
  if (of === null) return null;
  if (of.isSet === 'no') return 'outside';
  if (of.shouldBeSet === 'cannot-tell')
    return of.isSet === 'yes' ? EITHER : { lowest: 'outside', highest: 'yes' };
  const over: Side = of.shouldBeSet === 'no' ? 'yes' : 'no';
  if (of.isSet === 'yes') return over;
  return over === 'yes' ? { lowest: 'outside', highest: 'yes' } : { lowest: 'no', highest: 'outside' };
}

/** Yes: the marker is wrong in this way. */
export function isWrong(answers: MarkerAnswers, wrong: Claim['wrong']): Verdict {
  const of = complete(answers);
  if (of === null) return null;
  const [should, is] = wrong === 'missing' ? (['yes', 'no'] as const) : (['no', 'yes'] as const);
  const against = (answer: string, wanted: string) => answer !== 'cannot-tell' && answer !== wanted;
  if (against(of.shouldBeSet, should) || against(of.isSet, is)) return 'no';
  return of.shouldBeSet === should && of.isSet === is ? 'yes' : EITHER;
}

/** Of the records that lack the marker. Yes: a finding says so. */
export function reach(answers: MarkerAnswers, isFound: boolean): Verdict {
  const missing = isWrong(answers, 'missing');
  const side: Side = isFound ? 'yes' : 'no';
  if (missing === null) return null;
  if (missing === 'yes') return side;
  if (missing === 'no') return 'outside';
  return isFound ? { lowest: 'outside', highest: 'yes' } : { lowest: 'no', highest: 'outside' };
}

/**
 * Yes: the reviewer says of the marker what the finding says. What the reviewer finds set does not count
 * here: somebody may have put the record right since the check.
 */
export function confirms({ shouldBeSet }: MarkerAnswers, { wrong }: Claim): Verdict {
  if (shouldBeSet === undefined) return null;
  if (shouldBeSet === 'cannot-tell') return EITHER;
  return (shouldBeSet === 'yes') === (wrong === 'missing') ? 'yes' : 'no';
}

/** Yes: what the rule describes holds on the record. */
export function holds(answers: Pick<Answers, 'holds'>): Verdict {
  if (answers.holds === undefined) return null;
  return answers.holds === 'cannot-tell' ? EITHER : answers.holds;
}

/** Yes if any is, else open if any is, else no: for a finding that says one of several things. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('yes')) return 'yes';
  if (verdicts.length === 0 || verdicts.includes(null)) return null;
  return verdicts.find((verdict) => typeof verdict === 'object') ?? 'no';
}
