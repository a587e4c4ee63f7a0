import Papa from 'papaparse';
import type { Comparison } from '../../packages/core/src/compare/comparison.js';
import type { ExchangeCounts } from '../../packages/core/src/compare/exchange.js';

/** A figure as an output shows it: whatever of it can be read there. */
export interface SeenFigure extends ExchangeCounts {
  readonly force: string;
  readonly measure: string;
  /** `total`, `class`, `age-band`, `class-and-age`, `month` or `quarter`. */
  readonly part: string;
  readonly key: string;
  /** Every other number beside it: rates, limits, differences. */
  readonly others: Readonly<Record<string, number>>;
}

const numberOf = (cell: string | undefined): number | null =>
  cell === undefined || cell === '' ? null : Number(cell);

const BESIDE = [
  'rate',
  'rateLow',
  'rateHigh',
  'floor',
  'ceiling',
  'difference',
  'differenceLow',
  'differenceHigh',
  'standardised',
  'limit95Low',
  'limit95High',
  'limit998Low',
  'limit998High',
] as const;

/** What `comparison.csv` shows. */
export function seenInCsv(csv: string): readonly SeenFigure[] {
  const rows = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
  return rows
    .filter(({ forceCode, measure }) => forceCode !== '' && measure !== '')
    .map((row) => ({
      force: row['forceCode'] ?? '',
      measure: row['measure'] ?? '',
      part: row['part'] ?? '',
      key: [row['offenceClass'], row['ageBand'], row['period']].filter((of) => of !== '').join(' '),
      eligible: numberOf(row['eligible']),
      met: numberOf(row['met']),
      breached: numberOf(row['breached']),
      undetermined: numberOf(row['undetermined']),
      others: Object.fromEntries(
        BESIDE.flatMap((name) => {
          const value = numberOf(row[name]);
          return value === null ? [] : [[name, value] as const];
        }),
      ),
    }));
}

/** What `comparison.json` shows. */
export function seenInJson(json: string): readonly SeenFigure[] {
  const { measures } = JSON.parse(json) as Comparison;
  return measures.flatMap((measure) =>
    measure.forces.flatMap((force) => {
      const seen = (part: string, key: string, figure: typeof force.total): SeenFigure => {
        const { eligible, met, breached, undetermined, rate, low, high, floor, ceiling } = figure;
        const beside = { rate, rateLow: low, rateHigh: high, floor, ceiling };
        const others = Object.entries(beside).flatMap(([name, value]) =>
          value === null ? [] : [[name, value] as const],
        );
        return {
          force: force.code,
          measure: measure.id,
          part,
          key,
          eligible,
          met,
          breached,
          undetermined,
          others: Object.fromEntries(others),
        };
      };
      const { difference } = force.others;
      const total = seen('total', '', force.total);
      return [
        difference === null
          ? total
          : { ...total, others: { ...total.others, difference: difference.difference } },
        ...(force.bands ?? []).map(({ key, figure }) => seen('age-band', key, figure)),
        ...(force.classes ?? []).map(({ key, figure }) => seen('class', key, figure)),
        ...(force.strata ?? []).map(({ key, figure }) => seen('class-and-age', key, figure)),
        ...(force.time?.points ?? []).map(({ key, figure }) => seen(force.time?.unit ?? '', key, figure)),
      ];
    }),
  );
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .trim();

/** The tables of a page: caption, heads and cells as text. */
export function tablesOf(
  html: string,
): readonly { readonly caption: string; readonly rows: readonly (readonly string[])[] }[] {
  return [...html.matchAll(/<table>([^]*?)<\/table>/g)].map(([, table = '']) => ({
    caption: plain(/<caption>([^]*?)<\/caption>/.exec(table)?.[1] ?? ''),
    rows: [...table.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, of = '']) => plain(of)),
    ),
  }));
}

const countIn = (text: string | undefined): number | null =>
  text !== undefined && /^[\d,]+$/.test(text) ? Number(text.replaceAll(',', '')) : null;

/** The totals that `comparison.html` shows, by the title of the measure and the name of the force. */
export function seenInHtml(html: string, comparison: Comparison): readonly SeenFigure[] {
  const tables = tablesOf(html);
  return comparison.measures.flatMap(({ id, title, forces }) => {
    const rows = tables.find(({ caption }) => caption === title)?.rows ?? [];
    return forces.map((force): SeenFigure => {
      const name = comparison.forces.find(({ code }) => code === force.code)?.short ?? '';
      const [, eligible, met, breached, undetermined, rate, interval] =
        rows.find(([head]) => head === name) ?? [];
      const share = /^([\d.]+)%/.exec(rate ?? '')?.[1];
      return {
        force: force.code,
        measure: id,
        part: 'total',
        key: '',
        eligible: countIn(eligible),
        met: countIn(met),
        breached: countIn(breached),
        undetermined: countIn(undetermined),
        others: {
          ...(share === undefined ? {} : { rate: Number(share) / 100 }),
          ...(/\d/.test(interval ?? '') ? { rateLow: 0 } : {}),
        },
      };
    });
  });
}
