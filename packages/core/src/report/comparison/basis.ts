import { adoptionDifference } from '../../compare/adoption-words.js';
import type { ComparedForce, NotCompared } from '../../compare/comparison.js';
import { notComparedWords } from '../../compare/not-compared-words.js';
import { forceWords, partWords, valuesOf } from '../../compare/difference-words.js';
import type { BasisDifference } from '../../compare/same.js';
import { count, counted, longDate, longMonth } from '../../messages/figures.js';
import { type Html, type HtmlValue, safe } from '../html/html.js';
import { caveat, digest, list, paragraph, terms } from '../html/parts.js';
import { table } from '../html/table.js';
import { aboutWords } from './figure-words.js';
import { COMPARISON } from './words.js';

export function periodWords({ period }: ComparedForce): string {
  if (period === null) return COMPARISON.noData;
  return period.from === period.to
    ? longMonth(period.from)
    : `${longMonth(period.from)} to ${longMonth(period.to)}`;
}

function leftOutWords({ leftOut, threshold }: ComparedForce): string {
  return (
    leftOut
      .map(({ force, about }) => `${force ?? 'no known force'}: ${aboutWords(about, threshold)}`)
      .join('; ') || 'none'
  );
}

/** The files that are compared. */
export function filesTable(forces: readonly ComparedForce[]): Html {
  return table({
    caption: 'Files compared',
    columns: [
      {
        head: 'Force',
        cell: ({ name, code }) => safe`${name} <code class="id">${code}</code>`,
        isRowHead: true,
      },
      { head: 'Recorded', cell: periodWords },
      { head: 'As at', cell: ({ asAt }) => longDate(asAt) },
      { head: 'Records read', cell: ({ records }) => count(records), isNumber: true },
      { head: 'Records of others, left out', cell: leftOutWords },
      {
        head: 'Readings adopted',
        cell: ({ adoption }) =>
          adoption === null ? 'no adoption sheet' : `${count(adoption.confirmed)} of ${count(adoption.of)}`,
      },
      { head: 'Suppressed under', cell: ({ threshold }) => count(threshold), isNumber: true },
      { head: 'Marking', cell: ({ marking }) => marking },
      { head: 'Tool', cell: ({ toolVersion }) => toolVersion },
    ],
    rows: forces,
  });
}

/** That figures rest on different readings, where they do. */
export function adoptionCaveat(forces: readonly ComparedForce[]): Html | null {
  const words = adoptionDifference(forces);
  return words === null ? null : caveat(words);
}

export function notComparedList(notCompared: readonly NotCompared[]): Html | null {
  if (notCompared.length === 0) return null;
  return safe`${paragraph('Not compared, and counted in no figure:')}${list(notCompared.map((item) => `${notComparedWords(item)}.`))}`;
}

function differenceItem(difference: BasisDifference): HtmlValue {
  const { measures, rules } = difference;
  const values = valuesOf(difference).map(
    ({ value, codes }) => `${value} (${codes.map(forceWords).join(', ')})`,
  );
  const touched =
    measures.length === 0 && rules.length === 0
      ? 'It touches no count.'
      : measures.length === 0
        ? `It touches ${counted(rules.length, 'rule')} and no measure.`
        : `It touches ${counted(measures.length, 'measure')}.`;
  return safe`<strong>${partWords(difference)}</strong>: ${values.join('; ')}. ${touched}`;
}

/** In what the files are not alike, or that they are. */
export function likeWithLike(differences: readonly BasisDifference[]): Html {
  if (differences.length === 0)
    return paragraph(
      'Like with like: the same rules, judged and read in the same way, over the same months and as at the same day.',
    );
  return safe`${caveat(safe`<strong>${COMPARISON.notLikeWithLike}.</strong> The files differ in what follows, and the comparison was made all the same. Every figure that this touches is marked ${COMPARISON.label}.`)}${list(differences.map(differenceItem))}`;
}

/** The rules by which all was judged. */
export function packTerms(
  pack: { readonly id: string; readonly edition: string; readonly digest: string },
  withUnsettled: boolean,
): Html {
  return terms([
    ['Rule pack', [`${pack.id}, edition ${pack.edition} `, digest(pack.digest)]],
    ['Records', withUnsettled ? COMPARISON.unsettled : COMPARISON.settled],
  ]);
}
