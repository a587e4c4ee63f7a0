const STIRLING_FROM = 16;

/**
 * The error of Stirling's formula: ln Γ(n+1) - (½ ln(2πn) + n ln n - n), for any real n above 0.
 */
function stirlingError(n: number): number {
  // Under 16 the series is not accurate enough; climbing by the exact difference of neighbours is.
  let climb = 0;
  let m = n;
  for (; m < STIRLING_FROM; m += 1) climb += (m + 0.5) * Math.log1p(1 / m) - 1;
  const s = 1 / (m * m);
  const series =
    (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / m;
  return climb + series;
}

/** The deviance x ln(x/m) + m - x, without cancellation where x is near m. */
function deviance(x: number, m: number): number {
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const v = difference / (x + m);
  let term = 2 * x * v;
  let sum = difference * v;
  for (let k = 3; ; k += 2) {
    term *= v * v;
    const next = sum + term / k;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * The logarithm of the binomial mass a!b! form, for real counts:
 * ln( Γ(a+b+1) / (Γ(a+1)Γ(b+1)) · p^a · q^b ), with q = 1 - p.
 *
 * p and q are both taken so that neither loses digits when it is tiny.
 *
 * Source: Loader C (2000) Fast and accurate computation of binomial probabilities (saddle-point form).
 *
 * @internal
 */
export function logBinomialMass(a: number, b: number, p: number, q: number): number {
  const n = a + b;
  return (
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * p) -
    deviance(b, n * q) +
    0.5 * Math.log(n / (2 * Math.PI * a * b))
  );
}
