import type { ForceMeasure, MeasureComparison } from '../../compare/comparison.js';
import { forceWords } from '../../compare/difference-words.js';
import type { Figure } from '../../compare/figure.js';
import { percent } from '../../messages/figures.js';
import type { Html } from '../html/html.js';
import { paragraph } from '../html/parts.js';
import { type Column, table } from '../html/table.js';
import { labelled, number, told } from './cells.js';
import {
  ceilingWords,
  countWords,
  differencePoints,
  differsWords,
  floorToCeiling,
  floorWords,
  intervalWords,
  rateWords,
} from './figure-words.js';
import { COMPARISON } from './words.js';

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
  if (reasons.size === 1 && typeof only === 'string')
    return paragraph(`Not standardised, at any force: ${only}.`);
  return table<ForceMeasure>({
    caption: `${title}: crude and standardised`,
    columns: [
      { head: 'Force', cell: ({ code }) => forceWords(code), isRowHead: true },
      number('Crude rate', ({ total }) => labelled(rateWords(total), differences.length > 0)),
      number('Standardised rate', ({ standardised }) =>
        standardised.refused === null ? percent(standardised.rate) : 'refused',
      ),
      number('95% range', ({ standardised }) =>
        standardised.refused === null ? `${percent(standardised.low)} to ${percent(standardised.high)}` : '',
      ),
      { head: 'Why it is refused', cell: ({ standardised }) => standardised.refused ?? '' },
    ],
    rows: forces,
  });
}
