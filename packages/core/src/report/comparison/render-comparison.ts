import type { Comparison, MeasureComparison } from '../../compare/comparison.js';
import { counted, listed, longDate, longMonth, percent } from '../../messages/figures.js';
import type { Pack } from '../../model/pack.js';
import { type Html, type HtmlValue, safe } from '../html/html.js';
import { caveat, list, paragraph, subheading } from '../html/parts.js';
import { type Page, type PageSection, renderPage } from '../page/page.js';
import { filesTable, likeWithLike, notComparedList, packTerms } from './basis.js';
import { dotPlot } from './dot-plot.js';
import { funnelPlot } from './funnel-plot.js';
import { standsOutByForce } from './sentences.js';
import { smallMultiples } from './small-multiples.js';
import { COMPARISON_STYLE } from './style.js';
import { crossTable, measureTable, othersTable, ruleTable, spreadTable, standardisedTable } from './tables.js';
import { COMPARISON, DISCLOSURE, FULL_COUNTS, READING } from './words.js';

export interface ComparisonInput {
  readonly comparison: Comparison;
  /** For the titles of classes. */
  readonly pack: Pack;
  readonly tool: { readonly name: string; readonly version: string };
}

/** Beyond this many forces, tables with a column a force are left to the CSV. */
const MOST_COLUMNS = 8;

function shared<T extends string | null>(values: readonly T[]): T | null {
  return new Set(values).size === 1 ? (values[0] ?? null) : null;
}

function ledeOf({ forces, withUnsettled }: Comparison): string {
  const from = shared(forces.map(({ period }) => period?.from ?? null));
  const to = shared(forces.map(({ period }) => period?.to ?? null));
  const asAt = shared(forces.map((force) => force.asAt));
  const period = from === null || to === null ? [] : [from === to ? `recorded in ${longMonth(from)}` : `recorded from ${longMonth(from)} to ${longMonth(to)}`];
  return [
    counted(forces.length, 'force'),
    ...period,
    ...(asAt === null ? [] : [`as at ${longDate(asAt)}`]),
    withUnsettled ? COMPARISON.unsettled : COMPARISON.settled,
  ].join(' · ');
}

function standsOutSection(comparison: Comparison): HtmlValue {
  const groups = standsOutByForce(comparison);
  const quiet = comparison.forces.filter(({ short }) => !groups.some(({ name }) => name === short));
  if (groups.length === 0) return paragraph(COMPARISON.nothing);
  const named = quiet.length > 0 && quiet.length <= MOST_COLUMNS ? paragraph(`Nothing stands out at ${listed(quiet.map(({ short }) => short))}.`) : null;
  return safe`<dl class="stands-out">
    ${groups.map(({ name, sentences }) => safe`<dt>${name}</dt>${sentences.map((sentence) => safe`<dd>${sentence}</dd>\n`)}`)}
  </dl>${named}`;
}

const headlines = ({ measures }: Comparison): readonly MeasureComparison[] => measures.filter(({ headline }) => headline !== null);

function labelNote({ differences }: MeasureComparison): Html | null {
  if (differences.length === 0) return null;
  return caveat(`${COMPARISON.notLikeWithLike}: the forces are not alike in ${listed(differences)}. Every figure here is marked ${COMPARISON.label}.`);
}

function measureBody(measure: MeasureComparison, about: string): Html {
  return safe`${subheading(measure.title)}${labelNote(measure)}${dotPlot(measure)}${measureTable(measure)}${othersTable(measure)}
    <p class="quiet">${about}</p>\n`;
}

function funnelsSection(comparison: Comparison): HtmlValue {
  return headlines(comparison).map((measure) => {
    const over = measure.standardisedOver;
    const words = over === null ? null : paragraph(
            `Standardised by ${over.by}: ${counted(over.strata.length, 'stratum', 'strata')} with ${percent(over.share)} of the judged records${over.share === 1 ? '' : ', and all others together as one more'}.`,
          );
    return safe`${subheading(measure.title)}${labelNote(measure)}${funnelPlot(measure)}${standardisedTable(measure)}${words}`;
  });
}

function timeSection(comparison: Comparison): HtmlValue {
  const charts = headlines(comparison).flatMap((measure) => {
    const chart = smallMultiples(measure);
    return chart === null ? [] : [safe`${subheading(measure.title)}${labelNote(measure)}${paragraph(`Shown is the ${measure.timeShows}, all panels of a measure on one scale.`)}${chart}`];
  });
  if (charts.length === 0) return paragraph('The files hold too few months, or months too small, for a course over time.');
  return [
    paragraph('Months with fewer than 20 eligible records become quarters. Thin line: the mean; dashed: natural process limits (XmR). A ring is a signal: outside the limits, seven on one side, a trend of seven, or two of three near a limit. A gap, and a month named with --rebase, begin a new phase. Limits from fewer than 12 points are provisional.'),
    paragraph(FULL_COUNTS),
    charts,
  ];
}

function partsSection(comparison: Comparison, pack: Pack): HtmlValue {
  if (comparison.forces.length > MOST_COLUMNS) return paragraph('With so many forces, classes and age bands are in comparison.csv.');
  const labels = new Map(pack.offences.entries.flatMap(({ level, code, label }) => (level === 'class' ? [[code, label] as const] : [])));
  const className = (key: string): HtmlValue => (key === '?' ? 'Class cannot be told' : `${key} ${labels.get(key) ?? ''}`.trim());
  return headlines(comparison).map(
    (measure) => safe`${subheading(measure.title)}${labelNote(measure)}${crossTable(measure, 'By age of the victim', ({ bands }) => bands, (key) => key)}${crossTable(measure, 'By class of offence', ({ classes }) => classes, className)}`,
  );
}

function spreadSection({ measures }: Comparison): HtmlValue {
  const tables = measures.flatMap((measure) => spreadTable(measure) ?? []);
  if (tables.length === 0) return paragraph('No force has two classes or months of 20 judged records that can be told.');
  return [paragraph('How far a force’s own rates lie apart over classes, and over months or quarters, of 20 judged records and more: a wide spread is uneven practice.'), tables];
}

function rulesSection(comparison: Comparison): HtmlValue {
  if (comparison.forces.length > MOST_COLUMNS) return paragraph('With so many forces, the rules are in comparison.csv.');
  return [paragraph('Of all records of a run, whatever their age, rounded at their source. They name what is behind a measure; they are not figures to quote.'), ruleTable(comparison)];
}

function pageOf({ comparison, pack, tool }: ComparisonInput): Page {
  const { forces, markings, differences, caption, aboutIntervals } = comparison;
  const others = comparison.measures.filter(({ headline }) => headline === null);
  const sections: readonly PageSection[] = [
    { id: 'stands-out', heading: 'What stands out', body: standsOutSection(comparison) },
    { id: 'headlines', heading: 'Headline figures', body: headlines(comparison).map((measure) => measureBody(measure, aboutIntervals)) },
    { id: 'funnels', heading: 'Against a baseline, and standardised', body: funnelsSection(comparison) },
    { id: 'time', heading: 'Over time', body: timeSection(comparison) },
    { id: 'parts', heading: 'By age and by class', body: partsSection(comparison, pack) },
    { id: 'others', heading: 'Other measures', body: others.map((measure) => measureBody(measure, aboutIntervals)) },
    { id: 'spread', heading: 'Consistency within each force', body: spreadSection(comparison) },
    { id: 'rules', heading: 'The rules', body: rulesSection(comparison) },
    {
      id: 'basis',
      heading: 'What is compared, and by what',
      body: [likeWithLike(differences), filesTable(forces), notComparedList(comparison.notCompared), packTerms(comparison.pack, comparison.withUnsettled)],
    },
    { id: 'reading', heading: 'How to read these figures', body: [list([...READING, aboutIntervals]), subheading('What is suppressed'), list(DISCLOSURE)] },
  ];
  return {
    title: `Marker comparison: ${counted(forces.length, 'force')}`,
    brand: COMPARISON.brand,
    handling: markings.join(' · '),
    skip: COMPARISON.skip,
    contents: COMPARISON.contents,
    lead: safe`<h1>${COMPARISON.title}</h1>
      <p class="lede">${ledeOf(comparison)}</p>
      <p><strong>${caption}</strong> ${aboutIntervals}</p>
      ${differences.length === 0 ? null : likeWithLike(differences)}`,
    sections,
    footer: [caption, markings.join(' · '), `Made by ${tool.name} ${tool.version}.`],
    style: COMPARISON_STYLE,
  };
}

/** `comparison.html` in pieces: forces side by side, in one page without script or network. */
export function renderComparison(input: ComparisonInput): Iterable<string> {
  return renderPage(pageOf(input));
}
