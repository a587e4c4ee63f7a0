const NEWTON_STEPS = 60;

/**
 * The likeliest shares of a stratum's answers when a multiplier pulls its mean score down: share k is
 * seen_k / (m + pull * score_k), with m such that they add up to 1. An answer that was never seen gets what
 * is left where that m would be too low for it.
 *
 * @param size - How many independent observations the shares are worth; Infinity where they are known.
 */
export function pulledShares(
  size: number,
  shares: readonly number[],
  scores: readonly number[],
  pull: number,
): readonly number[] {
  if (size === Infinity || pull === 0) return shares;
  const answers = shares.map((share, k) => ({ seen: share * size, tilt: pull * (scores[k] ?? 0) }));
  const seen = answers.filter((answer) => answer.seen > 0);
  const given = (m: number) => answers.map((a) => (a.seen > 0 ? a.seen / (m + a.tilt) : 0));
  const sumAt = (m: number) => given(m).reduce((sum, share) => sum + share, 0);

  const lowest = Math.max(...seen.map((answer) => -answer.tilt));
  const unseen = Math.max(...answers.map((answer) => (answer.seen > 0 ? -Infinity : -answer.tilt)));
  if (unseen > lowest && sumAt(unseen) <= 1) {
    const left = 1 - sumAt(unseen);
    const to = answers.findIndex((answer) => answer.seen === 0 && -answer.tilt === unseen);
    return given(unseen).map((share, k) => (k === to ? left : share));
  }
  // From the left, Newton's steps on a falling convex function never pass the root.
  let m = Math.max(...seen.map((answer) => answer.seen - answer.tilt));
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const slope = seen.reduce((sum, answer) => sum - answer.seen / (m + answer.tilt) ** 2, 0);
    const next = m - (sumAt(m) - 1) / slope;
    if (!(next > m)) break;
    m = next;
  }
  return given(m);
}
