const MOST_STEPS = 100;
const CLOSE = 1e-13;

/**
 * Where a continuous function that has opposite signs at two points is 0, between them: inverse quadratic
 * steps where they are safe, halving where they are not.
 *
 * Source: Chandrupatla TR (1997) A new hybrid quadratic/bisection algorithm. Adv Eng Softw 28:145-149.
 */
export function rootOf(f: (x: number) => number, from: number, to: number): number {
  let [a, b] = [from, to];
  let [fa, fb] = [f(a), f(b)];
  let t = 0.5;
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = a + t * (b - a);
    const fx = f(x);
    let [c, fc] = [a, fa];
    if (Math.sign(fx) !== Math.sign(fa)) {
      [c, fc] = [b, fb];
      [b, fb] = [a, fa];
    }
    [a, fa] = [x, fx];
    const [best, fBest] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const close = (CLOSE * (1 + Math.abs(best))) / Math.abs(b - c);
    if (close > 0.5 || fBest === 0) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    t =
      phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi
        ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
        : 0.5;
    t = Math.min(1 - close, Math.max(close, t));
  }
  return a;
}
