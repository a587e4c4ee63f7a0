import type { Comparison, MeasureComparison } from '../../compare/comparison.js';
import { counted, listed, percent } from '../../messages/figures.js';
import type { Pack } from '../../model/pack.js';
import { type Html, type HtmlValue, safe } from '../html/html.js';
import { caveat, paragraph, subheading } from '../html/parts.js';
import { dotPlot } from './dot-plot.js';
import { funnelPlot } from './funnel-plot.js';
import { measureTable, othersTable, standardisedTable } from './measure-tables.js';
import { standsOutByForce } from './sentences.js';
import { smallMultiples } from './small-multiples.js';
import { crossTable, ruleTable, spreadTable } from './tables.js';
import { COMPARISON, FULL_COUNTS } from './words.js';

/** Beyond this many forces, tables with a column a force are left to the CSV. */
const MOST_COLUMNS = 8;

export function standsOutSection(comparison: Comparison): HtmlValue {
  const groups = standsOutByForce(comparison);
  const quiet = comparison.forces.filter(({ short }) => !groups.some(({ name }) => name === short));
  if (groups.length === 0) return paragraph(COMPARISON.nothing);
  const named =
    quiet.length > 0 && quiet.length <= MOST_COLUMNS
      ? paragraph(`Nothing stands out at ${listed(quiet.map(({ short }) => short))}.`)
      : null;
  return safe`<dl class="stands-out">
    ${groups.map(({ name, sentences }) => safe`<dt>${name}</dt>${sentences.map((sentence) => safe`<dd>${sentence}</dd>\n`)}`)}
  </dl>${named}`;
}

export const headlines = ({ measures }: Comparison): readonly MeasureComparison[] =>
  measures.filter(({ headline }) => headline !== null);

function labelNote({ differences }: MeasureComparison): Html | null {
  if (differences.length === 0) return null;
  return caveat(
    `${COMPARISON.notLikeWithLike}: the forces are not alike in ${listed(differences)}. Every figure here is marked ${COMPARISON.label}.`,
  );
}

export function measureBody(measure: MeasureComparison, about: string): Html {
  return safe`${subheading(measure.title)}${labelNote(measure)}${dotPlot(measure)}${measureTable(measure)}${othersTable(measure)}
    <p class="quiet">${about}</p>\n`;
}

export function funnelsSection(comparison: Comparison): HtmlValue {
  return headlines(comparison).map((measure) => {
    const over = measure.standardisedOver;
    const words =
      over === null
        ? null
        : paragraph(
            `Standardised by ${over.by}: ${counted(over.strata.length, 'stratum', 'strata')} with ${percent(over.share)} of the judged records${over.share === 1 ? '' : ', and all others together as one more'}.`,
          );
    return safe`${subheading(measure.title)}${labelNote(measure)}${funnelPlot(measure)}${standardisedTable(measure)}${words}`;
  });
}

export function timeSection(comparison: Comparison): HtmlValue {
  const charts = headlines(comparison).flatMap((measure) => {
    const chart = smallMultiples(measure);
    return chart === null
      ? []
      : [
          safe`${subheading(measure.title)}${labelNote(measure)}${paragraph(`Shown is the ${measure.timeShows}, all panels of a measure on one scale.`)}${chart}`,
        ];
  });
  if (charts.length === 0)
    return paragraph('The files hold too few months, or months too small, for a course over time.');
  return [
    paragraph(
      'Months with fewer than 20 eligible records become quarters. Thin line: the mean; dashed: natural process limits (XmR). A ring is a signal: outside the limits, seven on one side, a trend of seven, or two of three near a limit. A gap, and a month named with --rebase, begin a new phase. Limits from fewer than 12 points are provisional.',
    ),
    paragraph(FULL_COUNTS),
    charts,
  ];
}

export function partsSection(comparison: Comparison, pack: Pack): HtmlValue {
  if (comparison.forces.length > MOST_COLUMNS)
    return paragraph('With so many forces, classes and age bands are in comparison.csv.');
  const labels = new Map(
    pack.offences.entries.flatMap(({ level, code, label }) =>
      level === 'class' ? [[code, label] as const] : [],
    ),
  );
  const className = (key: string): HtmlValue =>
    key === '?' ? 'Class cannot be told' : `${key} ${labels.get(key) ?? ''}`.trim();
  return headlines(comparison).map(
    (measure) =>
      safe`${subheading(measure.title)}${labelNote(measure)}${crossTable(
        measure,
        'By age of the victim',
        ({ bands }) => bands,
        (key) => key,
      )}${crossTable(measure, 'By class of offence', ({ classes }) => classes, className)}`,
  );
}

export function spreadSection({ measures }: Comparison): HtmlValue {
  const tables = measures.flatMap((measure) => spreadTable(measure) ?? []);
  if (tables.length === 0)
    return paragraph('No force has classes or months of 20 judged records that can be told and differ.');
  return [
    paragraph(
      'How far a force’s own rates lie apart over classes, and over months or quarters, of 20 judged records and more: a wide spread is uneven practice. Rates that are all alike are left out.',
    ),
    tables,
  ];
}

export function rulesSection(comparison: Comparison): HtmlValue {
  if (comparison.forces.length > MOST_COLUMNS)
    return paragraph('With so many forces, the rules are in comparison.csv.');
  return [
    paragraph(
      'Of all records of a run, whatever their age, rounded at their source. They name what is behind a measure; they are not figures to quote.',
    ),
    ruleTable(comparison),
  ];
}
