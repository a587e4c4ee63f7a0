import { counted, longMonth } from '../../messages/figures.js';
import { EMPTY } from '../../messages/report.js';
import { BREAKDOWNS } from '../../messages/report-sections.js';
import type { CellSummary, TeamSummary } from '../../model/run.js';
import type { BarCounts } from './bar.js';
import { clip } from './escape.js';

/** Months before these are added up in one line. */
const MONTHS_SHOWN = 24;

/** Teams after these are added up in one line. */
const TEAMS_SHOWN = 30;

/** Cells of one measure that were added up. */
export interface Line extends BarCounts {
  readonly name: string;
  /** Some of its records are young and may still be completed. */
  readonly isSettling: boolean;
}

interface Kept extends Line {
  readonly key: string | null;
}

function addUp(
  cells: readonly CellSummary[],
  keyOf: (cell: CellSummary) => string | null,
  nameOf: (key: string | null) => string,
): readonly Kept[] {
  const lines = new Map<string | null, Kept>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const line = lines.get(key);
    lines.set(key, {
      key,
      name: nameOf(key),
      met: (line?.met ?? 0) + cell.met,
      breached: (line?.breached ?? 0) + cell.breached,
      undetermined: (line?.undetermined ?? 0) + cell.undetermined,
      isSettling: (line?.isSettling ?? false) || cell.maturity === '0-27',
    });
  }
  return [...lines.values()];
}

/** What has no key comes last. */
function compareKeys(left: Kept, right: Kept): number {
  if (left.key === right.key) return 0;
  if (left.key === null || right.key === null) return left.key === null ? 1 : -1;
  return left.key < right.key ? -1 : 1;
}

/** In order of time; the months before the latest in one line. */
export function monthLines(cells: readonly CellSummary[]): readonly Line[] {
  const months = [...new Set(cells.flatMap(({ month }) => month ?? []))].sort();
  const first = months.at(-MONTHS_SHOWN) ?? '';
  const lines = addUp(
    cells,
    ({ month }) => (month !== null && month < first ? '' : month),
    (key) => {
      if (key === null) return BREAKDOWNS.noDate;
      return key === '' ? `Before ${longMonth(first)}` : longMonth(key);
    },
  );
  return [...lines].sort(compareKeys);
}

/** Most breached first: where work pays. */
export function classLines(
  cells: readonly CellSummary[],
  labels: ReadonlyMap<string, string>,
): readonly Line[] {
  const lines = addUp(
    cells,
    ({ offenceClass }) => offenceClass,
    (key) => (key === null ? BREAKDOWNS.noClass : [key, labels.get(key) ?? ''].join(' ').trim()),
  );
  return [...lines].sort((a, b) => b.breached - a.breached || b.met - a.met || compareKeys(a, b));
}

const workFirst = (a: BarCounts, b: BarCounts): number => b.breached - a.breached || b.met - a.met;

/** Most breached first; records that name no team are a line of their own, and many small teams are one. */
export function teamLines(teams: readonly TeamSummary[], hasForces: boolean): readonly Line[] {
  const named = (team: string) => (team === '' ? EMPTY.team : clip(team, 80));
  const lines = teams
    .map(({ force, team, met, breached, undetermined }): Line => {
      const name = hasForces ? `${clip(force, 40) || EMPTY.force}: ${named(team)}` : named(team);
      return { name, met, breached, undetermined, isSettling: false };
    })
    .toSorted(workFirst);
  const others = lines.slice(TEAMS_SHOWN);
  if (others.length === 0) return lines;
  const sum = (key: keyof BarCounts) => others.reduce((total, line) => total + line[key], 0);
  const name = `The other ${counted(others.length, 'team')}`;
  const rest = { met: sum('met'), breached: sum('breached'), undetermined: sum('undetermined') };
  return [...lines.slice(0, TEAMS_SHOWN), { name, ...rest, isSettling: false }];
}
