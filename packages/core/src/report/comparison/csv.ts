import type { Comparison, ForceMeasure, MeasureComparison, TimeSeries } from '../../compare/comparison.js';
import { BYTE_ORDER_MARK, csvLine } from '../records/csv-text.js';
import { type CsvValue, figureLine, rounded } from './csv-line.js';
import { FIGURE_COLUMNS, figureRow } from './figure-columns.js';

/** The columns of `comparison.csv`. One row a figure; what does not concern a row is empty. */
export const COMPARISON_COLUMNS = [
  'part',
  'measure',
  'rule',
  'forceCode',
  'force',
  'offenceClass',
  'ageBand',
  'period',
  ...FIGURE_COLUMNS,
  'othersRate',
  'othersRangeLow',
  'othersRangeHigh',
  'difference',
  'differenceLow',
  'differenceHigh',
  'differs',
  'beyondChance',
  'standardised',
  'standardisedLow',
  'standardisedHigh',
  'standardisedRefused',
  'baseline',
  'limit95Low',
  'limit95High',
  'limit998Low',
  'limit998High',
  'zone',
  'processMean',
  'processLow',
  'processHigh',
  'signals',
  'notLikeWithLike',
  'caption',
] as const;

type Row = Partial<Record<(typeof COMPARISON_COLUMNS)[number], CsvValue>>;

function totalRow(
  { total, others, standardised, funnel }: ForceMeasure,
  { baseline }: MeasureComparison,
): Row {
  const { difference, figure } = others;
  return {
    ...figureRow(total),
    othersRate: rounded(figure.rate),
    othersRangeLow: rounded(figure.range?.low),
    othersRangeHigh: rounded(figure.range?.high),
    difference: rounded(difference?.difference),
    differenceLow: rounded(difference?.low),
    differenceHigh: rounded(difference?.high),
    differs: others.differs,
    beyondChance: others.beyondChance,
    standardised: rounded(standardised.refused === null ? standardised.rate : null),
    standardisedLow: rounded(standardised.refused === null ? standardised.low : null),
    standardisedHigh: rounded(standardised.refused === null ? standardised.high : null),
    standardisedRefused: standardised.refused,
    baseline: rounded(baseline.rate),
    limit95Low: rounded(funnel?.limits95.low),
    limit95High: rounded(funnel?.limits95.high),
    limit998Low: rounded(funnel?.limits998.low),
    limit998High: rounded(funnel?.limits998.high),
    zone: funnel?.zone ?? null,
  };
}

function timeRows(time: TimeSeries | null): readonly Row[] {
  return (time?.points ?? []).map(({ key, figure }, i) => {
    const phase = time?.phases.find(({ start, count }) => start <= i && i < start + count);
    return {
      part: time?.unit ?? 'month',
      period: key,
      ...figureRow(figure),
      processMean: rounded(phase?.mean),
      processLow: rounded(phase?.low),
      processHigh: rounded(phase?.high),
      signals: (time?.signals ?? [])
        .filter(({ index }) => index === i)
        .map(({ rule, direction }) => `${rule} ${direction}`)
        .join('; '),
    };
  });
}

function stratumRow(key: string): Row {
  const at = key.indexOf(' ');
  return { part: 'class-and-age', offenceClass: key.slice(0, at), ageBand: key.slice(at + 1) };
}

function forceRows(force: ForceMeasure, measure: MeasureComparison): readonly Row[] {
  return [
    { part: 'total', ...totalRow(force, measure) },
    ...(force.bands ?? []).map(({ key, figure }): Row => ({
      part: 'age-band',
      ageBand: key,
      ...figureRow(figure),
    })),
    ...(force.classes ?? []).map(({ key, figure }): Row => ({
      part: 'class',
      offenceClass: key,
      ...figureRow(figure),
    })),
    ...(force.strata ?? []).map(({ key, figure }): Row => ({ ...stratumRow(key), ...figureRow(figure) })),
    ...timeRows(force.time),
  ];
}

function ruleRows({ rules }: Comparison): readonly (Row & { readonly forceCode: string })[] {
  return rules.flatMap(({ id, differences, forces }) =>
    forces.map(({ code, state, about, share }) => ({
      part: 'rule',
      rule: id,
      forceCode: code,
      state: about === null ? (state === 'on' ? 'suppressed' : state) : 'rounded',
      met: about?.met ?? null,
      breached: about?.breached ?? null,
      undetermined: about?.undetermined ?? null,
      // Of a rule it is the share breached.
      rangeLow: rounded(share?.low),
      rangeHigh: rounded(share?.high),
      notLikeWithLike: differences.join('; '),
    })),
  );
}

/** `comparison.csv`: every figure behind the pages and pictures, in the order of the page. */
export function* comparisonCsv(comparison: Comparison): Iterable<string> {
  const names = new Map(comparison.forces.map(({ code, name }) => [code, name]));
  const line = (row: Row): string => figureLine(COMPARISON_COLUMNS, row);
  const { caption } = comparison;
  yield BYTE_ORDER_MARK + csvLine(COMPARISON_COLUMNS);
  for (const measure of comparison.measures) {
    const notLikeWithLike = measure.differences.join('; ');
    const head = { measure: measure.id, notLikeWithLike, caption };
    yield line({
      part: 'together',
      ...head,
      ...figureRow(measure.together),
      baseline: rounded(measure.baseline.rate),
    });
    for (const force of measure.forces) {
      const own = { ...head, forceCode: force.code, force: names.get(force.code) ?? '' };
      yield forceRows(force, measure)
        .map((row) => line({ ...own, ...row }))
        .join('');
    }
  }
  for (const row of ruleRows(comparison))
    yield line({ ...row, force: names.get(row.forceCode) ?? '', caption });
  for (const { name, why } of comparison.notCompared)
    yield line({ part: why, force: name, state: 'no-data', caption });
}

/** `comparison.json`. */
export function comparisonJson(comparison: object): string {
  return `${JSON.stringify(comparison, null, 1)}\n`;
}
