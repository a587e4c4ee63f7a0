import type { Comparison, ForceMeasure, MeasureComparison } from '../../compare/comparison.js';
import { forceWords } from '../../compare/difference-words.js';
import type { StandsOut } from '../../compare/stands-out-kinds.js';
import { count, counted, listed, percent } from '../../messages/figures.js';
import { aboutWords, boundWords, differencePoints, floorToCeiling, rateWords } from './figure-words.js';
import { timeWords } from './small-multiples.js';

const MOST_NAMED = 4;

/** A title within a sentence: abbreviations keep their capitals. */
function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function named(words: readonly string[]): string {
  const more = words.length - MOST_NAMED;
  return more > 0 ? `${words.slice(0, MOST_NAMED).join(', ')} and ${count(more)} more` : listed(words);
}

function ruleAt(
  { rules, forces }: Comparison,
  code: string,
  id: string,
): { readonly title: string; readonly about: string } | null {
  const rule = rules.find((of) => of.id === id);
  const about = rule?.forces.find((force) => force.code === code)?.about;
  const threshold = forces.find((force) => force.code === code)?.threshold ?? 0;
  if (rule === undefined || about === undefined || about === null) return null;
  return { title: rule.title, about: aboutWords(about.breached, threshold) };
}

function found(
  comparison: Comparison,
  code: string,
  measure: string,
): readonly [MeasureComparison, ForceMeasure] | null {
  const of = comparison.measures.find(({ id }) => id === measure);
  const force = of?.forces.find((one) => one.code === code);
  return of === undefined || force === undefined ? null : [of, force];
}

function untoldSentence(comparison: Comparison, code: string, id: string): string {
  const at = found(comparison, code, id);
  if (at === null) return '';
  const [{ title }, { total, others }] = at;
  const { eligible, undetermined } = total;
  const share =
    eligible === null || undetermined === null
      ? ''
      : ` of ${count(undetermined)} of ${count(eligible)} (${percent(undetermined / eligible)})`;
  return `${title}: it cannot be told${share}; at the other forces together ${boundWords(others.figure.untoldRange)}. What cannot be told is not compliance.`;
}

function differsSentence(
  comparison: Comparison,
  item: Extract<StandsOut, { readonly kind: 'differs' }>,
): string {
  const at = found(comparison, item.code, item.measure);
  if (at === null) return '';
  const [{ title }, { total, others }] = at;
  const counts =
    total.met === null || total.eligible === null ? '' : ` (${count(total.met)} of ${count(total.eligible)})`;
  const by = others.difference === null ? '' : ` The difference is ${differencePoints(others.difference)}.`;
  const rule = item.rule === null ? null : ruleAt(comparison, item.code, item.rule);
  const why =
    rule === null ? '' : ` Breached most: ${inSentence(rule.title)} (${item.rule ?? ''}, ${rule.about}).`;
  return `${title}: ${rateWords(total)}${counts}, lower than at the other forces together (from floor to ceiling ${floorToCeiling(others.figure)}) by more than chance gives.${by}${why}`;
}

/** One thing that stands out, as a sentence. */
export function standsOutSentence(comparison: Comparison, item: StandsOut): string {
  switch (item.kind) {
    case 'no-file':
      return 'No file was given: no data, which is not 0.';
    case 'incomplete':
      return 'INCOMPLETE: not every row or byte of its extract could be read.';
    case 'lacking':
      return `A missing feed: its extract has no ${item.columns.length === 1 ? 'column' : 'columns'} ${listed(item.columns)}, so ${counted(item.rules.length, 'rule')} could not be assessed there: ${named(item.rules)}.`;
    case 'check': {
      const { title, marker, month, percent: share } = item.check;
      const about = [
        marker,
        month === null ? null : timeWords(month),
        share === null ? null : `${count(share)}%`,
      ].filter((of) => of !== null);
      return `A check on the whole extract is raised: ${inSentence(title)}${about.length === 0 ? '' : ` (${about.join(', ')})`}.`;
    }
    case 'no-months':
      return `${titleOf(comparison, item.measure)}: no record in ${named(item.months.map(timeWords))}. That is no data, not 0: ask whether the feed stopped.`;
    case 'differs':
      return differsSentence(comparison, item);
    case 'untold':
      return untoldSentence(comparison, item.code, item.measure);
    case 'rule': {
      const rule = ruleAt(comparison, item.code, item.rule);
      const about = rule === null ? '' : ` (${item.rule}): ${rule.about} records`;
      return `${rule?.title ?? item.rule}${about}, a larger share than at the other forces whatever the rounding hides.`;
    }
    case 'shift':
      return `${titleOf(comparison, item.measure)}: ${item.direction === 'down' ? 'lower' : 'higher'} than its own course allows, ${item.from === item.to ? `in ${timeWords(item.from)}` : `between ${timeWords(item.from)} and ${timeWords(item.to)}`}. If a system or a definition changed then, say so with --rebase ${item.code}=YYYY-MM.`;
  }
}

function titleOf({ measures }: Comparison, id: string): string {
  return measures.find((measure) => measure.id === id)?.title ?? id;
}

/** What stands out by force, in the order of the forces; forces without a file last. */
export function standsOutByForce(
  comparison: Comparison,
): readonly { readonly name: string; readonly sentences: readonly string[] }[] {
  const own = comparison.forces.map(({ code }) => ({
    name: forceWords(code),
    sentences: comparison.standsOut
      .filter((item) => item.kind !== 'no-file' && item.code === code)
      .map((item) => standsOutSentence(comparison, item)),
  }));
  const missing = comparison.standsOut.flatMap((item) =>
    item.kind === 'no-file' ? [{ name: item.name, sentences: [standsOutSentence(comparison, item)] }] : [],
  );
  return [...own, ...missing].filter(({ sentences }) => sentences.length > 0);
}
