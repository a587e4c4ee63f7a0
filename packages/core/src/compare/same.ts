import type { Exchange } from './exchange.js';

/** In what two files must be alike before their figures are set side by side. */
export type BasisPart =
  'pack' | 'policy' | 'parameters' | 'blank' | 'rules' | 'revisions' | 'period' | 'as-at' | 'complete';

/** One thing in which the files are not alike. */
export interface BasisDifference {
  /** Names it in labels: the part, and the rule where it is about one. */
  readonly id: string;
  readonly part: BasisPart;
  readonly values: readonly { readonly code: string; readonly value: string }[];
  /** The measures whose figures it touches. */
  readonly measures: readonly string[];
  readonly rules: readonly string[];
}

type Touched = Pick<BasisDifference, 'measures' | 'rules'>;

function namesOf<T>(
  files: readonly Exchange[],
  of: (file: Exchange) => Readonly<Record<string, T>>,
): readonly string[] {
  return [...new Set(files.flatMap((file) => Object.keys(of(file))))].sort();
}

function everything(files: readonly Exchange[]): Touched {
  return {
    measures: namesOf(files, ({ measures }) => measures),
    rules: namesOf(files, ({ rules }) => rules),
  };
}

/** What a rule that is judged otherwise touches: itself, and the measures that count it or lean on it. */
function touchedBy(files: readonly Exchange[], rules: readonly string[]): Touched {
  const measures = namesOf(files, (file) => file.measures).filter((id) =>
    files.some((file) => {
      const measure = file.measures[id];
      return (
        measure !== undefined && [...measure.rules, ...measure.leansOn].some((rule) => rules.includes(rule))
      );
    }),
  );
  return { measures, rules };
}

function compareBy(
  files: readonly Exchange[],
  part: BasisPart,
  valueOf: (file: Exchange) => string,
  touched: Touched,
  id: string = part,
): readonly BasisDifference[] {
  const values = files.map((file) => ({ code: file.force.code, value: valueOf(file) }));
  if (new Set(values.map(({ value }) => value)).size < 2) return [];
  return [{ id, part, values, ...touched }];
}

const NOTHING: Touched = { measures: [], rules: [] };

/** A severity changes no outcome and no count. Rules that are off somewhere are told with the rules. */
function severityDifference(files: readonly Exchange[]): readonly BasisDifference[] {
  const severities = ({ policy, rules }: Exchange): string =>
    policy.changes
      .filter(({ kind, name }) => kind === 'rule' && rules[name]?.state === 'on')
      .filter(({ name }) => files.every((file) => file.rules[name]?.state === 'on'))
      .map(({ name, to }) => `${name} ${String(to)}`)
      .toSorted()
      .join('; ') || 'as in the pack';
  return compareBy(files, 'policy', severities, NOTHING);
}

function parameterDifferences(files: readonly Exchange[], touched: Touched): readonly BasisDifference[] {
  return namesOf(files, (file) => file.parameters).flatMap((name) => {
    const value = ({ parameters }: Exchange): string => {
      const of = parameters[name] ?? null;
      return of === null ? 'not set' : String(of);
    };
    return compareBy(files, 'parameters', value, touched, `parameters:${name}`);
  });
}

function stateDifferences(files: readonly Exchange[]): readonly BasisDifference[] {
  return namesOf(files, ({ rules }) => rules).flatMap((rule) => {
    const state = ({ rules }: Exchange): string => {
      const of = rules[rule];
      if (of === undefined) return 'not in the pack';
      return of.state === 'not-assessed'
        ? `not assessed: the extract lacks ${of.lacking.join(', ')}`
        : of.state;
    };
    return compareBy(files, 'rules', state, touchedBy(files, [rule]), `rules:${rule}`);
  });
}

/** Rules that judge otherwise, by their parameters or their lists. */
function revisionDifferences(files: readonly Exchange[]): readonly BasisDifference[] {
  const rules = namesOf(files, (file) => file.rules);
  const differing = rules.filter((rule) => new Set(files.map((file) => file.rules[rule]?.revision)).size > 1);
  const parameters = parameterDifferences(files, touchedBy(files, differing));
  if (parameters.length > 0) return parameters;
  return differing.flatMap((rule) =>
    compareBy(
      files,
      'revisions',
      (file) => file.rules[rule]?.revision ?? '',
      touchedBy(files, [rule]),
      `revisions:${rule}`,
    ),
  );
}

/** What the whole is compared on, apart from when. */
function basisDifferences(files: readonly Exchange[]): readonly BasisDifference[] {
  const all = everything(files);
  const packs = compareBy(
    files,
    'pack',
    ({ pack }) => `${pack.id} ${pack.edition} (${pack.digest.slice(0, 12)})`,
    all,
  );
  // Two packs differ in more than can be listed rule by rule.
  const rules = packs.length > 0 ? [] : [...stateDifferences(files), ...revisionDifferences(files)];
  return [
    ...packs,
    ...compareBy(files, 'blank', ({ blank }) => blank, all),
    ...rules,
    ...severityDifference(files),
    ...compareBy(files, 'complete', ({ complete }) => (complete ? 'whole' : 'not read to its end'), all),
  ];
}

/** In what the files of several forces are not alike. Where there is nothing, like is compared with like. */
export function differencesBetween(files: readonly Exchange[]): readonly BasisDifference[] {
  const all = everything(files);
  return [
    ...basisDifferences(files),
    ...compareBy(
      files,
      'period',
      ({ period }) => (period === null ? 'no month' : `${period.from} to ${period.to}`),
      all,
    ),
    ...compareBy(files, 'as-at', ({ asAt }) => asAt, all),
  ];
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** The same for two files of one force, which are of different times: but of times equally long and apart. */
export function differencesOverTime(earlier: Exchange, later: Exchange): readonly BasisDifference[] {
  const files = [earlier, later];
  const period = ({ period: of }: Exchange): string => (of === null ? 'no month' : `${of.from} to ${of.to}`);
  const length = ({ period: of }: Exchange): number =>
    of === null ? 0 : monthNumber(of.to) - monthNumber(of.from) + 1;
  const isApart = earlier.period !== null && later.period !== null && earlier.period.to < later.period.from;
  const isAlike = isApart && length(earlier) === length(later);
  const values = files.map((file) => ({
    code: file.force.code,
    value: `${period(file)} (${String(length(file))} ${length(file) === 1 ? 'month' : 'months'})`,
  }));
  const found = [
    ...basisDifferences(files),
    ...(isAlike ? [] : [{ id: 'period', part: 'period' as const, values, ...everything(files) }]),
  ];
  // Both are of one force: which of the two it is has to be said instead.
  const which = (difference: BasisDifference): BasisDifference => ({
    ...difference,
    values: difference.values.map(({ value }, i) => ({ code: i === 0 ? 'earlier' : 'later', value })),
  });
  return found.map(which);
}
