import type { Comparison, ForceMeasure, MeasureComparison, Part, Spread } from '../../compare/comparison.js';
import { forceWords } from '../../compare/difference-words.js';
import type { Figure } from '../../compare/figure.js';
import { percent } from '../../messages/figures.js';
import { type Html, type HtmlValue, safe } from '../html/html.js';
import { paragraph } from '../html/parts.js';
import { type Column, table } from '../html/table.js';
import {
  aboutWords,
  ceilingWords,
  countWords,
  differencePoints,
  differsWords,
  floorToCeiling,
  floorWords,
  intervalWords,
  points,
  rateWords,
} from './figure-words.js';
import { timeWords } from './small-multiples.js';
import { COMPARISON } from './words.js';

/** Marks a figure that is not like with like. */
export function labelled(words: string, isLabelled: boolean): HtmlValue {
  if (!isLabelled) return words;
  return safe`${words} <abbr class="label" title="${COMPARISON.notLikeWithLike}">${COMPARISON.label}</abbr>`;
}

const number = <Row>(head: string, cell: (row: Row) => HtmlValue): Column<Row> => ({
  head,
  cell,
  isNumber: true,
});

/** A figure, or the sign for what is suppressed with its meaning. */
function told(words: string): HtmlValue {
  if (words !== COMPARISON.suppressed) return words;
  return safe`<abbr title="${COMPARISON.suppressedMeans}">${words}</abbr>`;
}

interface Line {
  readonly name: string;
  readonly figure: Figure;
}

/** Every force on one measure: counts, rate, interval, floor and ceiling. */
export function measureTable({ title, forces, together, differences }: MeasureComparison): Html {
  const isLabelled = differences.length > 0;
  return table<Line>({
    caption: title,
    columns: [
      { head: 'Force', cell: ({ name }) => name, isRowHead: true },
      number('Eligible', ({ figure }) => told(countWords(figure.eligible, figure))),
      number('Met', ({ figure }) => told(countWords(figure.met, figure))),
      number('Breached', ({ figure }) => told(countWords(figure.breached, figure))),
      number('Cannot be told', ({ figure }) => told(countWords(figure.undetermined, figure))),
      number('Rate', ({ figure }) => labelled(rateWords(figure), isLabelled)),
      number('95% range', ({ figure }) => told(intervalWords(figure, figure))),
      number('Floor', ({ figure }) => told(floorWords(figure))),
      number('Ceiling', ({ figure }) => told(ceilingWords(figure))),
    ],
    rows: [
      ...forces.map((force) => ({ name: forceWords(force.code), figure: force.total })),
      { name: 'All together', figure: together },
    ],
  });
}

function differenceWords({ others, total }: ForceMeasure): string {
  const { difference } = others;
  if (difference === null) return total.state === 'no-data' ? COMPARISON.noData : COMPARISON.suppressed;
  return differencePoints(difference);
}

/** Every force against the others together. */
export function othersTable({ title, forces, differences }: MeasureComparison): Html {
  const isLabelled = differences.length > 0;
  const hasPairs = forces.some(({ differsFrom }) => differsFrom.length > 0);
  const pairs: Column<ForceMeasure> = {
    head: 'Differs beyond chance from',
    cell: ({ differsFrom }) => differsFrom.map(forceWords).join(', ') || 'none',
  };
  return table<ForceMeasure>({
    caption: `${title}: each force against the others together`,
    columns: [
      { head: 'Force', cell: ({ code }) => forceWords(code), isRowHead: true },
      number('Floor to ceiling', ({ total }) => labelled(floorToCeiling(total), isLabelled)),
      number('Of the others together', ({ others }) => labelled(floorToCeiling(others.figure), isLabelled)),
      number('Rate less theirs, with its 95% interval', (force) => told(differenceWords(force))),
      { head: 'Differs', cell: ({ others }) => differsWords(others.differs, others.beyondChance) },
      ...(hasPairs ? [pairs] : []),
    ],
    rows: forces,
  });
}

/** Crude and standardised rates side by side. */
export function standardisedTable({ title, forces, differences }: MeasureComparison): Html {
  const reasons = new Set(forces.map(({ standardised }) => standardised.refused));
  const [only] = reasons;
  if (reasons.size === 1 && typeof only === 'string') return paragraph(`Not standardised, at any force: ${only}.`);
  return table<ForceMeasure>({
    caption: `${title}: crude and standardised`,
    columns: [
      { head: 'Force', cell: ({ code }) => forceWords(code), isRowHead: true },
      number('Crude rate', ({ total }) => labelled(rateWords(total), differences.length > 0)),
      number('Standardised rate', ({ standardised }) => (standardised.refused === null ? percent(standardised.rate) : 'refused')),
      number('95% range', ({ standardised }) =>
        standardised.refused === null ? `${percent(standardised.low)} to ${percent(standardised.high)}` : '',
      ),
      { head: 'Why it is refused', cell: ({ standardised }) => standardised.refused ?? '' },
    ],
    rows: forces,
  });
}

/** A class or an age band at every force. */
interface Crossing {
  readonly key: string;
  readonly parts: readonly (Part | 'withheld' | 'no-data')[];
}

function crossings(forces: readonly ForceMeasure[], partsOf: (force: ForceMeasure) => readonly Part[] | null): readonly Crossing[] {
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
  return figure.floor === figure.ceiling ? percent(figure.rate) : `${percent(figure.rate)} (${floorToCeiling(figure)})`;
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
      ...forces.map(({ code }, i) => number<Crossing>(forceWords(code), ({ parts }) => labelled(crossingWords(parts[i]), differences.length > 0))),
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
      return of === null ? [] : [{ code, over: over === 'time' ? `${time?.unit ?? 'month'}s` : 'classes', of, isTime: over === 'time' }];
    }),
  );
  if (rows.length === 0) return null;
  const at = (isTime: boolean, key: string): string => (isTime ? timeWords(key) : key);
  return table({
    caption: `${title}: spread within each force`,
    columns: [
      { head: 'Force', cell: ({ code }) => forceWords(code), isRowHead: true },
      { head: 'Over', cell: ({ of, over }) => `${String(of.count)} ${over}` },
      { head: 'Lowest', cell: ({ of, isTime }) => `${percent(of.lowest.rate)} (${at(isTime, of.lowest.key)})` },
      { head: 'Highest', cell: ({ of, isTime }) => `${percent(of.highest.rate)} (${at(isTime, of.highest.key)})` },
      number<SpreadLine>('Apart', ({ of }) => points(of.highest.rate - of.lowest.rate).replace('+', '')),
    ],
    rows,
  });
}

/** Every rule that is on, with the rounded counts of each force. */
export function ruleTable({ rules, forces }: Comparison): Html {
  return table({
    caption: 'Records that breach each rule, of those that can be judged; rounded',
    columns: [
      { head: 'Rule', cell: ({ id, title }) => safe`${title} <code class="id">${id}</code>`, isRowHead: true },
      ...forces.map(({ code, threshold }, i) =>
        number<Comparison['rules'][number]>(forceWords(code), (rule) => {
          const of = rule.forces[i];
          if (of === undefined || of.state === 'no-data') return COMPARISON.noData;
          if (of.state !== 'on') return of.state === 'off' ? 'off' : 'not assessed';
          if (of.about === null) return COMPARISON.suppressed;
          const words = `${aboutWords(of.about.breached, threshold)} of ${aboutWords(of.about.breached + of.about.met, threshold)}`;
          return labelled(words, rule.differences.length > 0);
        }),
      ),
    ],
    rows: rules,
  });
}
