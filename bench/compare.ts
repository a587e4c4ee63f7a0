import { type Contender, measure, type Measured } from './measure.js';

export type Figure = 'wall' | 'cpu' | 'memory' | 'rate';

/** What a contender took in each round. */
export type Rounds = readonly (Measured & { readonly rate: number | null })[];
export type Results = ReadonlyMap<string, Rounds>;

/**
 * Rounds of all contenders in turn, so that what else the machine does falls on each of them alike. The answers
 * of those who apply the rules are compared after the first.
 */
export function compare(contenders: readonly Contender[], rounds: number): Results {
  const results = new Map<string, Rounds[number][]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const measured = measure(contender);
      if (measured.exit !== (contender.exit ?? 0))
        throw new Error(`${contender.name} ended with ${measured.exit}.`);
      results.get(contender.name)?.push({ ...measured, rate: contender.rate?.() ?? null });
      process.stderr.write('.');
    }
    if (round > 0) continue;
    const answers = new Set(contenders.flatMap(({ counts }) => counts?.() ?? []));
    if (answers.size > 1) throw new Error('The answers differ: no time is worth printing.');
  }
  process.stderr.write('\n');
  return results;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

function range(values: readonly number[], digits = 2): string {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map((of) =>
    of.toFixed(digits),
  );
  return `${middle} [${least}–${most}]`;
}

/** What each contender took, as a table of Markdown. */
export function table(results: Results): string {
  const isRated = [...results.values()].some(([first]) => (first?.rate ?? null) !== null);
  const head = ['', ...(isRated ? ['records a second'] : ['wall, s', 'CPU, s']), 'peak memory, MiB'];
  const rows = [...results].map(([name, rounds]) => {
    const memory = range(
      rounds.map((of) => of.memory),
      0,
    );
    const figures = isRated
      ? [
          range(
            rounds.map(({ rate }) => (rate ?? NaN) / 1000),
            0,
          ).replaceAll(/\d+/g, '$&,000'),
        ]
      : [range(rounds.map(({ wall }) => wall)), range(rounds.map(({ cpu }) => cpu))];
    return [name, ...figures, memory];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A ratio of two contenders that is aimed at. */
export interface Ratio {
  readonly of: string;
  readonly to: string;
  /** What is compared. @default wall and CPU time */
  readonly figures?: readonly Figure[];
  readonly aim?: number;
}

const SAID: Readonly<Record<Figure, string>> = { wall: 'wall', cpu: 'CPU', memory: 'memory', rate: 'rate' };

/** The ratios, round by round, as a table of Markdown. An aim is missed by the median of the first figure. */
export function ratioTable(results: Results, ratios: readonly Ratio[]): string {
  const rows = ratios.map(({ of, to, figures = ['wall', 'cpu'], aim }) => {
    const measured = figures.map((figure) => {
      const others = results.get(to) ?? [];
      return (results.get(of) ?? []).map((one, i) => (one[figure] ?? NaN) / (others[i]?.[figure] ?? NaN));
    });
    const said = figures.map((figure, i) => `${SAID[figure]} ${range(measured[i] ?? [])}`).join(', ');
    const isMissed = aim !== undefined && median(measured[0] ?? []) > aim;
    return `| ${of} / ${to} | ${aim === undefined ? '–' : `≤ ${aim}`} | ${said}${isMissed ? ': **missed**' : ''} |`;
  });
  return ['| ratio, round by round | aim | measured |', '| --- | --- | --- |', ...rows].join('\n');
}
