import { count, counted } from '../../messages/figures.js';
import type { ScoreMeasure } from '../../sample/score/figures.js';
import type { GradedFigure, Score } from '../../sample/score/score.js';
import { clip } from '../html/escape.js';
import { type Html, type HtmlValue, safe } from '../html/html.js';
import { folded, paragraph, subheading, titled } from '../html/parts.js';
import { type FigureRow, figureTable, groupedFigureTable } from './figure-table.js';
import { picture } from './interval-picture.js';
import { markerSentence, MEASURE_WORDS, RULE_MISSED, SCORE } from './score-words.js';

export type ScoreSection = keyof typeof SCORE.sections;

export function section(name: ScoreSection, body: HtmlValue): Html {
  return safe`<section aria-labelledby="${name}">
    <h2 id="${name}">${SCORE.sections[name]}</h2>
    ${body}</section>\n`;
}

const PICTURED: readonly ScoreMeasure[] = ['accuracy', 'completeness', 'over-flagging', 'missed', 'reach'];

const ofScope = ({ figures }: Score, scope: GradedFigure['scope']) =>
  figures.filter((figure) => figure.scope === scope);

export function markersSection(score: Score): Html {
  const all = ofScope(score, 'all');
  return section('markers', [
    paragraph(SCORE.pictureKey),
    score.design.markers.map((marker) => {
      const of = (measure: ScoreMeasure) =>
        all.find((figure) => figure.marker === marker && figure.measure === measure);
      const figures = PICTURED.flatMap((measure) => of(measure) ?? []);
      return safe`<div class="headline">
        ${subheading(marker)}
        <p class="headline-sentence">${markerSentence(marker, of, score.frame.population)}</p>
        ${figures
          .filter(({ refused }) => refused === null)
          .slice(0, 3)
          .map((figure) => picture(MEASURE_WORDS[figure.measure].title, figure))}${figureTable(
          `${marker}, whole frame`,
          'What',
          figures.map((figure) => ({ head: measureHead(figure, marker), figure })),
        )}
      </div>\n`;
    }),
  ]);
}

function measureHead({ measure }: GradedFigure, marker: string): HtmlValue {
  const { title, about } = MEASURE_WORDS[measure];
  return safe`${title} <span class="about">${about(marker)}</span>`;
}

function ruleRows(score: Score, measure: ScoreMeasure): readonly FigureRow[] {
  return ofScope(score, 'rule')
    .filter((figure) => figure.measure === measure)
    .map((figure) => ({
      head: titled(score.rules.find(({ id }) => id === figure.name)?.title ?? '', figure.name),
      figure,
    }));
}

export function rulesSection(score: Score): Html {
  const precision = ruleRows(score, 'precision');
  const missed = ruleRows(score, 'missed');
  return section('rules', [
    paragraph(MEASURE_WORDS.precision.about('')),
    precision.length === 0
      ? paragraph('No rule found anything in the frame.')
      : figureTable(MEASURE_WORDS.precision.title, 'Rule', precision),
    missed.length === 0
      ? null
      : folded(
          `${MEASURE_WORDS.missed.title} (${count(missed.length)})`,
          safe`${paragraph(RULE_MISSED)}${figureTable(MEASURE_WORDS.missed.title, 'Rule', missed)}`,
        ),
  ]);
}

const teamName = (name: string): string => (name === '' ? '(no team)' : clip(name));

function teamGroups(score: Score, measure: ScoreMeasure) {
  return score.design.markers.map((marker) => ({
    head: `${marker}: ${MEASURE_WORDS[measure].title}`,
    rows: ofScope(score, 'team')
      .filter((figure) => figure.marker === marker && figure.measure === measure)
      .map((figure) => ({ head: teamName(figure.name), figure })),
  }));
}

export function teamsSection(score: Score): Html | null {
  const teams = ofScope(score, 'team');
  if (teams.length === 0) return null;
  const tableOf = (measure: ScoreMeasure) =>
    groupedFigureTable(`${MEASURE_WORDS[measure].title}, by team`, 'Team', teamGroups(score, measure));
  return section('teams', [
    paragraph(
      'A difference between teams whose intervals overlap may be chance. For firmer figures draw with --by found,team and a higher --minimum.',
    ),
    tableOf('accuracy'),
    (['completeness', 'over-flagging'] as const).map((measure) =>
      folded(`${MEASURE_WORDS[measure].title}, by team`, tableOf(measure)),
    ),
  ]);
}

export function strataSection(score: Score): Html {
  const { strata } = score;
  const rows = ofScope(score, 'stratum');
  return section('strata', [
    paragraph('Each reviewed record stands for as many records of its stratum as the weight says.'),
    figureTable(
      `${MEASURE_WORDS.accuracy.title}, by stratum`,
      'Stratum',
      rows.map((figure) => {
        const stratum = strata.find(({ name }) => name === figure.name);
        const sizes =
          stratum === undefined
            ? ''
            : `${count(stratum.drawn)} of ${counted(stratum.population, 'record')} drawn${stratum.weight === null ? '' : `; weight ${stratum.weight.toFixed(2)}`}`;
        return {
          head: safe`${clip(figure.name)}: ${figure.marker ?? ''} <span class="about">${sizes}</span>`,
          figure,
        };
      }),
    ),
  ]);
}
