import { MarkercheckError } from '../model/errors.js';
import { cheapestCycle, lossOf } from './cheapest-cycle.js';
import { feasibleInterval } from './interval.js';
import { type Arc, arcsOf, nodesOf } from './network.js';

/** Counts below this many are not shown. A judgement: no confirmed national rule for crime tables was found. */
export const SUPPRESSION_THRESHOLD = 5;

export const SUPPRESSED = 'suppressed';

/**
 * A figure as it may be shown. Why a figure is suppressed is not told one by one: whoever knows which of
 * them is the small one knows that it is small.
 */
export type Shown = number | typeof SUPPRESSED;

export interface SuppressionOptions {
  /** Counts from 1 to one below this are hidden. @default 5 */
  readonly threshold?: number;
}

/** A table with its totals, as it may be shown. */
export interface SuppressedTable {
  readonly threshold: number;
  readonly counts: readonly (readonly Shown[])[];
  readonly rowTotals: readonly Shown[];
  readonly columnTotals: readonly Shown[];
  readonly total: Shown;
  /** How many figures are suppressed, totals included. */
  readonly suppressed: number;
}

function checkArguments(counts: readonly (readonly number[])[], threshold: number): void {
  const columns = counts[0]?.length ?? 0;
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (!counts.every((row) => row.length === columns && row.every(isCount))) {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      'A table of counts has rows of one length, of whole numbers of 0 or more.',
    );
  }
  if (!Number.isSafeInteger(threshold) || threshold < 2) {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      'The threshold of suppression is a whole number of 2 or more.',
    );
  }
}

/** Takes back what turns out not to be needed, the dearest first: each step is tested on every hidden figure. */
function withoutNeedless(
  arcs: readonly Arc[],
  hidden: ReadonlySet<number>,
  small: ReadonlySet<number>,
  nodes: number,
  threshold: number,
): ReadonlySet<number> {
  const all = arcs.at(-1)?.value ?? 0;
  const loss = (index: number) => {
    const arc = arcs[index];
    return arc === undefined ? 0 : lossOf(arc, nodes, all);
  };
  let kept = hidden;
  for (const index of [...hidden]
    .filter((i) => !small.has(i))
    .toSorted((a, b) => loss(b) - loss(a) || a - b)) {
    const fewer = new Set([...kept].filter((i) => i !== index));
    const isSafe = [...fewer].every((i) => {
      const { low, high } = feasibleInterval(arcs, fewer, i, nodes);
      return high - low >= threshold;
    });
    if (isSafe) kept = fewer;
  }
  return kept;
}

/**
 * Hides the small counts of a two-way table, and as many others as it takes that neither the counts nor the
 * totals give them away.
 *
 * Every count and total from 1 to one below the threshold is hidden. Then others are hidden, counts before
 * totals, until this holds: whoever knows every figure that is shown, that rows and columns add up to their
 * totals, and that counts are whole numbers of 0 or more, can bound no hidden figure to an interval
 * narrower than the threshold (highest possible less lowest possible). Which of the hidden figures are the
 * small ones is not told. A count of 0 is shown unless it has to protect another.
 *
 * It does not protect against someone who knows a hidden figure from elsewhere, nor against the comparison of
 * two tables that share records: put all that is published of the same records into one table.
 *
 * @param counts - Rows of one length, of whole numbers of 0 or more.
 * @throws {MarkercheckError} `ARGUMENT_INVALID` for anything else.
 */
export function suppressTable(
  counts: readonly (readonly number[])[],
  { threshold = SUPPRESSION_THRESHOLD }: SuppressionOptions = {},
): SuppressedTable {
  checkArguments(counts, threshold);
  const arcs = arcsOf(counts);
  const nodes = nodesOf(counts);
  const isSmall = ({ value }: Arc) => value > 0 && value < threshold;
  const small = new Set(arcs.flatMap((arc, i) => (isSmall(arc) ? [i] : [])));
  const hidden = new Set(small);
  for (const index of small) {
    for (const other of cheapestCycle(arcs, hidden, index, nodes, threshold)) hidden.add(other);
  }
  return shownTable(counts, arcs, withoutNeedless(arcs, hidden, small, nodes, threshold), threshold);
}

function shownTable(
  counts: readonly (readonly number[])[],
  arcs: readonly Arc[],
  hidden: ReadonlySet<number>,
  threshold: number,
): SuppressedTable {
  const columns = counts[0]?.length ?? 0;
  const shown = arcs.map(({ value }, i): Shown => (hidden.has(i) ? SUPPRESSED : value));
  const rows = counts.map((_, r) => shown.slice(r * (columns + 1), (r + 1) * (columns + 1)));
  return {
    threshold,
    counts: rows.map((row) => row.slice(0, columns)),
    rowTotals: rows.map((row) => row[columns] ?? SUPPRESSED),
    columnTotals: shown.slice(-1 - columns, -1),
    total: shown.at(-1) ?? SUPPRESSED,
    suppressed: hidden.size,
  };
}
