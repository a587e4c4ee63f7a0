import type { SampleManifest } from '../../sample/manifest.js';
import type { Agreement, AgreementFigure } from '../../sample/score/agreement.js';
import type { GradedFigure, Score } from '../../sample/score/score.js';
import { BYTE_ORDER_MARK, csvLine } from '../records/csv-text.js';

const COLUMNS = [
  'scope',
  'name',
  'marker',
  'measure',
  'population',
  'reviewed',
  'yes',
  'cannotTell',
  'unanswered',
  'rate',
  'low',
  'high',
  'floor',
  'ceiling',
  'grade',
  'gradeLow',
  'gradeHigh',
  'noFigureBecause',
  'reviewsThatWouldDo',
];

/** Six decimals: more than any sample settles, and the same on every machine. */
const rate = (value: number | null): string => (value === null ? '' : value.toFixed(6));

function figureLine(figure: GradedFigure): string {
  const { grade, refused } = figure;
  return csvLine([
    figure.scope,
    figure.name,
    figure.marker ?? '',
    figure.measure,
    figure.population,
    figure.reviewed,
    figure.yes,
    figure.untold,
    figure.unanswered,
    ...[figure.estimate, figure.low, figure.high, figure.floor, figure.ceiling].map(rate),
    ...(grade === null ? ['', '', ''] : [grade.grade, grade.low, grade.high]),
    refused?.because ?? '',
    refused === null || refused.because === 'not-asked' ? '' : refused.need,
  ]);
}

function agreementLines({
  question,
  field,
  records,
  percent,
  ac1,
  kappa,
  need,
}: Agreement): readonly string[] {
  const line = (measure: string, of: AgreementFigure | null) =>
    csvLine([
      'agreement',
      field,
      question,
      measure,
      '',
      records,
      '',
      '',
      '',
      ...[of?.estimate, of?.low, of?.high].map((value) => rate(value ?? null)),
      '',
      '',
      '',
      '',
      '',
      of === null ? (need === null ? 'undefined' : 'too-few') : '',
      need ?? '',
    ]);
  return [line('percent', percent), line('ac1', ac1), line('kappa', kappa)];
}

/** Every figure of a score, one line each. */
export function scoreCsv({ figures, agreement }: Score): string {
  return [
    BYTE_ORDER_MARK + csvLine(COLUMNS),
    ...figures.map(figureLine),
    ...agreement.flatMap(agreementLines),
  ].join('');
}

/** The sampled records whose marker reviewers call wrong: the list to put right. */
export function wrongCsv({ wrong }: Score, { items }: SampleManifest): string {
  const byItem = new Map(items.map((item) => [item.item, item]));
  const lines = wrong.map(({ item, marker, wrong: how, foundBy }) => {
    const record = byItem.get(item);
    const { crimeReference = '', force = '', team = '' } = record ?? {};
    return csvLine([
      item,
      crimeReference,
      force,
      team,
      marker,
      how === 'missing' ? 'missing' : 'over-flagged',
      foundBy.join(';'),
    ]);
  });
  return [
    BYTE_ORDER_MARK + csvLine(['item', 'crimeReference', 'force', 'team', 'marker', 'wrong', 'foundBy']),
    ...lines,
  ].join('');
}
