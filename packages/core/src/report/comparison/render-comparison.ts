import type { Comparison } from '../../compare/comparison.js';
import { counted, longDate, longMonth } from '../../messages/figures.js';
import type { Pack } from '../../model/pack.js';
import { safe } from '../html/html.js';
import { list, subheading } from '../html/parts.js';
import { type Page, type PageSection, renderPage } from '../page/page.js';
import { adoptionCaveat, filesTable, likeWithLike, notComparedList, packTerms } from './basis.js';
import {
  funnelsSection,
  headlines,
  measureBody,
  partsSection,
  rulesSection,
  spreadSection,
  standsOutSection,
  timeSection,
} from './sections.js';
import { COMPARISON_STYLE } from './style.js';
import { COMPARISON, DISCLOSURE, READING } from './words.js';

export interface ComparisonInput {
  readonly comparison: Comparison;
  /** For the titles of classes. */
  readonly pack: Pack;
  readonly tool: { readonly name: string; readonly version: string };
}

function shared<T extends string | null>(values: readonly T[]): T | null {
  return new Set(values).size === 1 ? (values[0] ?? null) : null;
}

function ledeOf({ forces, withUnsettled }: Comparison): string {
  const from = shared(forces.map(({ period }) => period?.from ?? null));
  const to = shared(forces.map(({ period }) => period?.to ?? null));
  const asAt = shared(forces.map((force) => force.asAt));
  const period =
    from === null || to === null
      ? []
      : [
          from === to
            ? `recorded in ${longMonth(from)}`
            : `recorded from ${longMonth(from)} to ${longMonth(to)}`,
        ];
  return [
    counted(forces.length, 'force'),
    ...period,
    ...(asAt === null ? [] : [`as at ${longDate(asAt)}`]),
    withUnsettled ? COMPARISON.unsettled : COMPARISON.settled,
  ].join(' · ');
}

function pageOf({ comparison, pack, tool }: ComparisonInput): Page {
  const { forces, markings, differences, caption, aboutIntervals } = comparison;
  const others = comparison.measures.filter(({ headline }) => headline === null);
  const sections: readonly PageSection[] = [
    { id: 'stands-out', heading: 'What stands out', body: standsOutSection(comparison) },
    {
      id: 'headlines',
      heading: 'Headline figures',
      body: headlines(comparison).map((measure) => measureBody(measure, aboutIntervals)),
    },
    { id: 'funnels', heading: 'Against a baseline, and standardised', body: funnelsSection(comparison) },
    { id: 'time', heading: 'Over time', body: timeSection(comparison) },
    { id: 'parts', heading: 'By age and by class', body: partsSection(comparison, pack) },
    {
      id: 'others',
      heading: 'Other measures',
      body: others.map((measure) => measureBody(measure, aboutIntervals)),
    },
    { id: 'spread', heading: 'Consistency within each force', body: spreadSection(comparison) },
    { id: 'rules', heading: 'The rules', body: rulesSection(comparison) },
    {
      id: 'basis',
      heading: 'What is compared, and by what',
      body: [
        likeWithLike(differences),
        adoptionCaveat(forces),
        filesTable(forces),
        notComparedList(comparison.notCompared),
        packTerms(comparison.pack, comparison.withUnsettled),
      ],
    },
    {
      id: 'reading',
      heading: 'How to read these figures',
      body: [list([...READING, aboutIntervals]), subheading('What is suppressed'), list(DISCLOSURE)],
    },
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
      ${differences.length === 0 ? null : likeWithLike(differences)}${adoptionCaveat(forces)}`,
    sections,
    footer: [caption, markings.join(' · '), `Made by ${tool.name} ${tool.version}.`],
    style: COMPARISON_STYLE,
  };
}

/** `comparison.html` in pieces: forces side by side, in one page without script or network. */
export function renderComparison(input: ComparisonInput): Iterable<string> {
  return renderPage(pageOf(input));
}
