import type { ChangedPart, MeasureOverTime, OverTime } from '../../compare/over-time.js';
import type { Figure } from '../../compare/figure.js';
import { count, longDate, percent } from '../../messages/figures.js';
import type { Pack } from '../../model/pack.js';
import { type Html, type HtmlValue, safe } from '../html/html.js';
import { caveat, list, paragraph, subheading } from '../html/parts.js';
import { table } from '../html/table.js';
import { type Page, type PageSection, renderPage } from '../page/page.js';
import { adoptionCaveat, filesTable, likeWithLike, packTerms, periodWords } from './basis.js';
import { changePlot } from './change-plot.js';
import { countWords, differencePoints, floorToCeiling, intervalWords, rateWords } from './figure-words.js';
import { COMPARISON_STYLE } from './style.js';
import { labelled, number } from './cells.js';
import { COMPARISON, DISCLOSURE, READING } from './words.js';

export interface OverTimeInput {
  readonly overTime: OverTime;
  /** For the titles of classes. */
  readonly pack: Pack;
  readonly tool: { readonly name: string; readonly version: string };
}

const OVER_WORDS = { strata: 'class and age band', classes: 'class', bands: 'age band' } as const;

function changeBody({ change }: MeasureOverTime): Html | null {
  if (change.refused === 'not-of-flags') return null;
  if (change.refused !== null)
    return paragraph(
      change.refused === 'suppressed'
        ? 'The change cannot be split: a count of one of the two files is suppressed.'
        : 'There is no record in either file: no data.',
    );
  const mix =
    change.over === null
      ? 'No class or age band can be told in both files, so a change of mix is within the other parts.'
      : `The mix is told apart by ${OVER_WORDS[change.over.kind]}: ${count(change.over.strata)} told, with ${percent(change.over.share)} of the records; what is left is taken as one.`;
  return safe`${changePlot(change.parts)}<p class="quiet">${mix}</p>\n`;
}

interface Line {
  readonly name: string;
  readonly figure: Figure;
}

function totalsTable(measure: MeasureOverTime, overTime: OverTime): Html {
  const isLabelled = measure.differences.length > 0;
  return table<Line>({
    caption: measure.title,
    columns: [
      { head: 'Recorded', cell: ({ name }) => name, isRowHead: true },
      number('Eligible', ({ figure }) => countWords(figure.eligible, figure)),
      number('Met', ({ figure }) => countWords(figure.met, figure)),
      number('Breached', ({ figure }) => countWords(figure.breached, figure)),
      number('Cannot be told', ({ figure }) => countWords(figure.undetermined, figure)),
      number('Rate', ({ figure }) => labelled(rateWords(figure), isLabelled)),
      number('95% range', ({ figure }) => intervalWords(figure, figure)),
      number('Floor to ceiling', ({ figure }) => floorToCeiling(figure)),
    ],
    rows: [
      { name: periodWords(overTime.earlier), figure: measure.earlier },
      { name: periodWords(overTime.later), figure: measure.later },
    ],
  });
}

function partsTable(
  measure: MeasureOverTime,
  head: string,
  parts: readonly ChangedPart[] | null,
  nameOf: (key: string) => string,
): Html | null {
  if (parts === null || parts.length === 0) return null;
  const isLabelled = measure.differences.length > 0;
  return table<ChangedPart>({
    caption: `${measure.title}, ${head.toLowerCase()}`,
    columns: [
      { head, cell: ({ key }) => nameOf(key), isRowHead: true },
      number('Eligible before', ({ earlier }) => countWords(earlier.eligible, earlier)),
      number('Rate before', ({ earlier }) => labelled(rateWords(earlier), isLabelled)),
      number('Eligible after', ({ later }) => countWords(later.eligible, later)),
      number('Rate after', ({ later }) => labelled(rateWords(later), isLabelled)),
    ],
    rows: parts,
  });
}

function differWords({ differs, difference }: MeasureOverTime): string {
  const by = difference === null ? '' : ` The difference of the rates is ${differencePoints(difference)}.`;
  switch (differs) {
    case 'lower':
    case 'higher':
      return `The later rate is ${differs}: the ranges from floor to ceiling do not overlap.${by}`;
    case 'no':
      return `The rates are not said to differ: the ranges from floor to ceiling overlap.${by}`;
    case 'cannot-be-told':
      return 'Whether the rates differ cannot be told.';
  }
}

function measureSection(measure: MeasureOverTime, input: OverTimeInput): HtmlValue {
  const { overTime, pack } = input;
  const labels = new Map(
    pack.offences.entries.flatMap(({ level, code, label }) =>
      level === 'class' ? [[code, label] as const] : [],
    ),
  );
  const isLabelled = measure.differences.length > 0;
  return safe`${isLabelled ? caveat(`${COMPARISON.notLikeWithLike}: the files are not alike in ${measure.differences.join(', ')}. Every figure here is marked ${COMPARISON.label}.`) : null}
    ${changeBody(measure)}${totalsTable(measure, overTime)}${paragraph(differWords(measure))}
    ${partsTable(measure, 'By age of the victim', measure.bands, (key) => key)}
    ${partsTable(measure, 'By class of offence', measure.classes, (key) => `${key} ${labels.get(key) ?? ''}`.trim())}`;
}

/** The page: one section a measure, the files and how to read it last. */
function pageOf(input: OverTimeInput): Page {
  const { overTime, tool } = input;
  const { earlier, later, caption, aboutIntervals, markings, differences } = overTime;
  const sections = overTime.measures.map((measure): PageSection => ({
    id: measure.id,
    heading: measure.title,
    body: measureSection(measure, input),
  }));
  return {
    title: `Marker comparison over time: ${later.name}`,
    brand: COMPARISON.brand,
    handling: markings.join(' · '),
    skip: COMPARISON.skip,
    contents: COMPARISON.contents,
    lead: safe`<h1>${COMPARISON.overTimeTitle}</h1>
      <p class="lede">${later.name} · recorded ${periodWords(earlier)} (as at ${longDate(earlier.asAt)}) and ${periodWords(later)} (as at ${longDate(later.asAt)}) · ${overTime.withUnsettled ? COMPARISON.unsettled : COMPARISON.settled}</p>
      <p><strong>${caption}</strong> ${aboutIntervals}</p>
      ${paragraph('More flagged records are not more abuse. A change in their number is split into what it comes from: how many records there are, the share of them that is flagged, their mix, and the share of which it cannot be told. The parts add up exactly.')}
      ${differences.length === 0 ? null : likeWithLike(differences)}${adoptionCaveat([earlier, later])}`,
    sections: [
      ...sections,
      {
        id: 'basis',
        heading: 'What is compared, and by what',
        body: [
          likeWithLike(differences),
          adoptionCaveat([earlier, later]),
          filesTable([earlier, later]),
          packTerms(overTime.pack, overTime.withUnsettled),
        ],
      },
      {
        id: 'reading',
        heading: 'How to read these figures',
        body: [
          list([
            'The split is the mean over all orders in which volume, mix, the share that can be judged and the share flagged can change from the earlier to the later value (the Shapley value), so that no order is preferred (Das Gupta 1993; Shorrocks 2013).',
            ...READING.slice(0, 1),
            aboutIntervals,
          ]),
          subheading('What is suppressed'),
          list(DISCLOSURE),
        ],
      },
    ],
    footer: [caption, markings.join(' · '), `Made by ${tool.name} ${tool.version}.`],
    style: COMPARISON_STYLE,
  };
}

/** `comparison.html` of one force at two times, in pieces. */
export function renderOverTime(input: OverTimeInput): Iterable<string> {
  return renderPage(pageOf(input));
}
