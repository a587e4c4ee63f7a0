import type {
  Comparison,
  ForceMeasure,
  MeasureComparison,
  Part,
  RuleComparison,
  Spread,
} from '../../compare/comparison.js';
import { forceWords } from '../../compare/difference-words.js';
import { count, percent } from '../../messages/figures.js';
import { type Html, type HtmlValue, safe } from '../html/html.js';
import { paragraph } from '../html/parts.js';
import { table } from '../html/table.js';
import { labelled, number, told } from './cells.js';
import { aboutWords, floorToCeiling, points, rateWords } from './figure-words.js';
import { timeWords } from './small-multiples.js';
import { COMPARISON } from './words.js';

/** A class or an age band at every force. */
interface Crossing {
  readonly key: string;
  readonly parts: readonly (Part | 'withheld' | 'no-data')[];
}

function crossings(
  forces: readonly ForceMeasure[],
  partsOf: (force: ForceMeasure) => readonly Part[] | null,
): readonly Crossing[] {
  const keys = [...new Set(forces.flatMap((force) => partsOf(force)?.map(({ key }) => key) ?? []))].sort();
  return keys.map((key) => ({
    key,
    parts: forces.map((force) => {
      const parts = partsOf(force);
      if (parts === null) return 'withheld';
      return parts.find((part) => part.key === key) ?? 'no-data';
    }),
  }));
}

function crossingWords(part: Crossing['parts'][number] | undefined): string {
  if (part === undefined || part === 'no-data') return COMPARISON.noData;
  if (part === 'withheld') return COMPARISON.withheld;
  const { figure } = part;
  if (figure.rate === null) return rateWords(figure);
  return figure.floor === figure.ceiling
    ? percent(figure.rate)
    : `${percent(figure.rate)} (${floorToCeiling(figure)})`;
}

/** Rates by class or age band, one column a force; for too many forces the CSV has them. */
export function crossTable(
  { title, forces, differences }: MeasureComparison,
  head: string,
  partsOf: (force: ForceMeasure) => readonly Part[] | null,
  nameOf: (key: string) => HtmlValue,
): Html | null {
  const rows = crossings(forces, partsOf);
  if (rows.length === 0) return null;
  return table({
    caption: `${title}, ${head.toLowerCase()}`,
    columns: [
      { head, cell: ({ key }) => nameOf(key), isRowHead: true },
      ...forces.map(({ code }, i) =>
        number<Crossing>(forceWords(code), ({ parts }) =>
          labelled(crossingWords(parts[i]), differences.length > 0),
        ),
      ),
    ],
    rows,
  });
}

interface SpreadLine {
  readonly code: string;
  readonly over: string;
  readonly of: Spread;
  readonly isTime: boolean;
}

/** How far apart a force's own rates are. */
export function spreadTable({ title, forces }: MeasureComparison): Html | null {
  const rows = forces.flatMap(({ code, spread, time }) =>
    (['classes', 'time'] as const).flatMap((over): readonly SpreadLine[] => {
      const of = spread[over];
      return of === null || of.lowest.rate === of.highest.rate
        ? []
        : [
            {
              code,
              over: over === 'time' ? `${time?.unit ?? 'month'}s` : 'classes',
              of,
              isTime: over === 'time',
            },
          ];
    }),
  );
  if (rows.length === 0) return null;
  const at = (isTime: boolean, key: string): string => (isTime ? timeWords(key) : key);
  return table({
    caption: `${title}: spread within each force`,
    columns: [
      { head: 'Force', cell: ({ code }) => forceWords(code), isRowHead: true },
      { head: 'Over', cell: ({ of, over }) => `${String(of.count)} ${over}` },
      {
        head: 'Lowest',
        cell: ({ of, isTime }) => `${percent(of.lowest.rate)} (${at(isTime, of.lowest.key)})`,
      },
      {
        head: 'Highest',
        cell: ({ of, isTime }) => `${percent(of.highest.rate)} (${at(isTime, of.highest.key)})`,
      },
      number<SpreadLine>('Apart', ({ of }) => points(of.highest.rate - of.lowest.rate).replace('+', '')),
    ],
    rows,
  });
}

function ruleCell(rule: RuleComparison, i: number, threshold: number): HtmlValue {
  const of = rule.forces[i];
  if (of === undefined || of.state === 'no-data') return COMPARISON.noData;
  if (of.state !== 'on') return of.state === 'off' ? 'off' : 'not assessed';
  if (of.about === null) return told(COMPARISON.suppressed);
  const { breached, met } = of.about;
  const rounded = (value: number): string => (value === 0 ? aboutWords(0, threshold) : count(value));
  return labelled(`${rounded(breached)} / ${rounded(breached + met)}`, rule.differences.length > 0);
}

const isBreached = ({ forces }: RuleComparison): boolean =>
  forces.some(({ about, state }) => state === 'not-assessed' || (about !== null && about.breached > 0));

/** Every rule that is on, with the rounded counts of each force; rules with nothing to show are named below. */
export function ruleTable({ rules, forces }: Comparison): Html {
  const quiet = rules.filter((rule) => !isBreached(rule)).map(({ id }) => id);
  return safe`${table<RuleComparison>({
    caption: 'Records that breach each rule / records that can be judged by it; rounded',
    columns: [
      {
        head: 'Rule',
        cell: ({ id, title }) => safe`${title} <code class="id">${id}</code>`,
        isRowHead: true,
      },
      ...forces.map(({ code, threshold }, i) =>
        number<RuleComparison>(forceWords(code), (rule) => ruleCell(rule, i, threshold)),
      ),
    ],
    rows: rules.filter(isBreached),
  })}${quiet.length === 0 ? null : paragraph(`With too few breaches to tell at every force: ${quiet.join(', ')}.`)}`;
}
