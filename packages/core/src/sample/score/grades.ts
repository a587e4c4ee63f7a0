import { MarkercheckError } from '../../model/errors.js';
import { SCORE_MEASURES, type ScoreMeasure } from './figures.js';
import type { Share } from './share.js';

/** The grade of a rate, and those of its limits: where they differ the sample does not settle the grade. */
export interface Graded {
  readonly grade: string;
  readonly low: string;
  readonly high: string;
}

export interface Threshold {
  readonly grade: string;
  /** In percent: from this rate on, or (of rates of which less is better) up to it. */
  readonly at: number;
}

/** What the force calls good, by rate. */
export type Grades = Readonly<Partial<Record<ScoreMeasure, readonly Threshold[]>>>;

/** Rates of which less is better. */
const LESS_IS_BETTER: ReadonlySet<ScoreMeasure> = new Set(['over-flagging', 'missed']);

export const isLessBetter = (measure: ScoreMeasure): boolean => LESS_IS_BETTER.has(measure);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Thresholds lead from the best grade to the worst, and the last takes in whatever is left. */
function readThresholds(measure: ScoreMeasure, value: unknown, faults: string[]): readonly Threshold[] {
  const key = isLessBetter(measure) ? 'upTo' : 'from';
  const last = isLessBetter(measure) ? 100 : 0;
  if (!Array.isArray(value) || value.length === 0) {
    faults.push(`${measure}: must be a list of grades, the best first`);
    return [];
  }
  const thresholds = value.map((entry: unknown, i): Threshold => {
    const of = isObject(entry) ? entry : {};
    const { grade, [key]: at } = of;
    const place = `${measure}/${i}`;
    if (typeof grade !== 'string' || grade.trim() === '') faults.push(`${place}: "grade" is a word`);
    if (typeof at !== 'number' || !(at >= 0 && at <= 100)) {
      faults.push(`${place}: "${key}" is a percentage from 0 to 100`);
    }
    for (const name of Object.keys(of)) {
      if (name !== 'grade' && name !== key)
        faults.push(`${place}: the key ${JSON.stringify(name)} is not known here`);
    }
    return { grade: String(grade), at: Number(at) };
  });
  const inOrder = thresholds.every((threshold, i) => {
    const next = thresholds[i + 1]?.at;
    return next === undefined || (isLessBetter(measure) ? threshold.at < next : threshold.at > next);
  });
  if (!inOrder) faults.push(`${measure}: the grades stand in the order of "${key}", the best first`);
  if (thresholds.at(-1)?.at !== last) faults.push(`${measure}: the last grade has "${key}": ${last}`);
  return thresholds;
}

/** Grades from their parsed JSON. Throws `ARGUMENT_INVALID` with every fault and its place. */
export function readGrades(value: unknown): Grades {
  const faults: string[] = [];
  const grades: Partial<Record<ScoreMeasure, readonly Threshold[]>> = {};
  const { $schema: _, ...entries } = isObject(value) ? value : { '': value };
  for (const [name, of] of Object.entries(entries)) {
    const measure = SCORE_MEASURES.find((known) => known === name);
    if (measure === undefined)
      faults.push(`there is no rate ${JSON.stringify(name)}; there are ${SCORE_MEASURES.join(', ')}`);
    else grades[measure] = readThresholds(measure, of, faults);
  }
  if (faults.length > 0) throw new MarkercheckError('ARGUMENT_INVALID', 'The grades cannot be used.', faults);
  return grades;
}

/** The grade of a rate; `null` without thresholds for it, or without a figure. */
export function gradeOf(measure: ScoreMeasure, share: Share, grades: Grades): Graded | null {
  const thresholds = grades[measure];
  const { estimate, low, high } = share;
  if (thresholds === undefined || estimate === null || low === null || high === null) return null;
  const of = (rate: number): string => {
    // A rate of exactly 90% can come out a hair under it.
    const percent = Math.round(rate * 1e11) / 1e9;
    const reached = ({ at }: Threshold) => (isLessBetter(measure) ? percent <= at : percent >= at);
    return (thresholds.find(reached) ?? thresholds.at(-1))?.grade ?? '';
  };
  return { grade: of(estimate), low: of(low), high: of(high) };
}
