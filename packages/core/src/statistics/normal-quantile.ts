import { requireConfidence, requireInnerProportion } from './arguments.js';

// Wichura's PPND16 coefficients, lowest power first, as printed in AS 241.
const CENTRE_TOP = [
  3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
  4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
];
const CENTRE_BOTTOM = [
  1, 4.2313330701600911252e1, 6.871870074920579083e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
  3.930789580009271061e4, 2.8729085735721942674e4, 5.226495278852854561e3,
];
const NEAR_TOP = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 2.4178072517745061177e-1, 2.27238449892691845833e-2, 7.7454501427834140764e-4,
];
const NEAR_BOTTOM = [
  1, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1, 1.4810397642748007459e-1,
  1.51986665636164571966e-2, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const FAR_TOP = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 2.9656057182850489123e-1,
  2.6532189526576123093e-2, 1.2426609473880784386e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const FAR_BOTTOM = [
  1, 5.9983220655588793769e-1, 1.3692988092273580531e-1, 1.48753612908506148525e-2, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

function polynomial(coefficients: readonly number[], at: number): number {
  return coefficients.reduceRight((sum, c) => sum * at + c, 0);
}

/**
 * The standard normal quantile: the z below which a share `p` of a standard normal distribution lies.
 *
 * Accurate to about 1 part in 10^16, so that 95% limits use 1.959963984540054 and not 1.96.
 *
 * @param p - Probability, between 0 and 1, both excluded.
 * @returns z, in standard deviations; negative for p under 0.5.
 * @throws {MarkercheckError} `ARGUMENT_INVALID` when p is not between 0 and 1.
 *
 * Formula: rational approximations in three ranges of p, routine PPND16.
 *
 * Source: Wichura MJ (1988) Algorithm AS 241: The percentage points of the normal distribution.
 * Applied Statistics 37:477-484.
 */
export function normalQuantile(p: number): number {
  requireInnerProportion('p', p);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_TOP, r)) / polynomial(CENTRE_BOTTOM, r);
  }
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const z =
    r <= 5
      ? polynomial(NEAR_TOP, r - 1.6) / polynomial(NEAR_BOTTOM, r - 1.6)
      : polynomial(FAR_TOP, r - 5) / polynomial(FAR_BOTTOM, r - 5);
  return q < 0 ? -z : z;
}

/**
 * The two-sided critical value: z such that a standard normal lies within -z to z with this confidence.
 *
 * @param confidence - Between 0 and 1, both excluded (0.95 gives 1.959963984540054).
 * @returns z, in standard deviations, above 0.
 * @throws {MarkercheckError} `ARGUMENT_INVALID` when the confidence is not between 0 and 1.
 *
 * Formula: the quantile of 1 - (1 - confidence)/2, taken from the lower tail, where no digits are lost.
 *
 * Source: as {@link normalQuantile}.
 */
export function normalCriticalValue(confidence: number): number {
  requireConfidence(confidence);
  return -normalQuantile((1 - confidence) / 2);
}
