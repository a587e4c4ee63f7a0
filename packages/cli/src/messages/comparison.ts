import {
  adoptionDifference,
  changeSentence,
  type Comparison,
  notComparedWords,
  type OverTime,
  standsOutByForce,
} from '@markercheck/core';
import { counted, wrap } from './wrap.js';

function written(out: string): string {
  return wrap(`Written to ${out}: comparison.html, comparison.csv, comparison.json`);
}

function differenceLines(differences: Comparison['differences']): readonly string[] {
  if (differences.length === 0) return ['Like with like.'];
  const named = differences.map(({ id }) => id).join(', ');
  return [
    wrap(`NOT LIKE WITH LIKE: the files differ in ${named}. Every figure that this touches is labelled.`),
  ];
}

/** Who was given a file and is in no figure all the same; whose file is missing stands out anyway. */
function leftOutLines({ notCompared }: Comparison): readonly string[] {
  const leftOut = notCompared.filter(({ why }) => why !== 'no-file');
  if (leftOut.length === 0) return [];
  return [
    '',
    'Not compared, and counted in no figure:',
    ...leftOut.map((item) => wrap(`  - ${notComparedWords(item)}.`, '    ')),
  ];
}

function adoptionLine(forces: Parameters<typeof adoptionDifference>[0]): readonly string[] {
  const words = adoptionDifference(forces);
  return words === null ? [] : [wrap(words)];
}

/** What a comparison of forces shows, for standard output. */
export function comparisonSummary(comparison: Comparison, out: string): string {
  const { forces, caption, differences } = comparison;
  const groups = standsOutByForce(comparison);
  return `${[
    wrap(`${counted(forces.length, 'force')} compared. ${caption}`),
    ...differenceLines(differences),
    ...adoptionLine(forces),
    '',
    ...(groups.length === 0 ? ['Nothing stands out.'] : ['What stands out:']),
    ...groups.flatMap(({ name, sentences }) => [
      `  ${name}`,
      ...sentences.map((sentence) => wrap(`    - ${sentence}`, '      ')),
    ]),
    ...leftOutLines(comparison),
    '',
    written(out),
  ].join('\n')}\n`;
}

/** What a comparison over time shows, for standard output. */
export function overTimeSummary(overTime: OverTime, out: string): string {
  const { earlier, later, caption, differences, measures } = overTime;
  const lines = measures
    .filter(({ headline }) => headline !== null)
    .flatMap(({ title, change }) => {
      const said =
        change.parts === null
          ? change.refused === 'no-data'
            ? 'no data.'
            : 'suppressed.'
          : changeSentence(change.parts);
      return [wrap(`  - ${title}: ${said}`, '    ')];
    });
  return `${[
    wrap(`${later.name} over time. ${caption}`),
    ...differenceLines(differences),
    ...adoptionLine([earlier, later]),
    '',
    ...lines,
    '',
    written(out),
  ].join('\n')}\n`;
}
