import type { TeamSummary } from '../model/run.js';

/** What a record's team is known by: teams of one name in two forces are two. */
export interface TeamKey {
  readonly force: string;
  /** As in the extract; empty where the record names none. */
  readonly team: string;
}

/** A team's counts, one a measure: met, breached, undetermined and more that teams do not need. */
export interface Team<Counts extends readonly number[]> extends TeamKey {
  readonly counts: readonly Counts[];
}

interface OpenTeam<Counts extends readonly number[]> extends Team<Counts> {
  readonly counts: Counts[];
}

/** The teams of a tally; `null` once there are too many to be teams. */
export type Teams<Counts extends readonly number[]> = ReadonlyMap<string, Team<Counts>> | null;

/** The teams of a tally that is still counted. */
export type OpenTeams<Counts extends readonly number[]> = Map<string, OpenTeam<Counts>> | null;

/** No force has so many: a column with more holds something else, and memory must not grow with the records. */
export const MOST_TEAMS = 2000;

/** The team of a record, made if it is the first one; `null` where there are too many. */
export function teamFor<Counts extends readonly number[]>(
  teams: Map<string, OpenTeam<Counts>>,
  { force, team }: TeamKey,
  empty: () => Counts[],
): OpenTeam<Counts> | null {
  const name = JSON.stringify([force, team]);
  let of = teams.get(name);
  if (of === undefined) {
    if (teams.size === MOST_TEAMS) return null;
    // A cell may be a slice of a whole block of the file, which would be kept with it; what is parsed is a copy.
    const [forceKept, teamKept] = JSON.parse(name) as [string, string];
    teams.set(name, (of = { force: forceKept, team: teamKept, counts: empty() }));
  }
  return of;
}

/** Teams of two tallies as one; too many on one side, or together, are too many. */
export function mergeTeams<Counts extends readonly number[]>(
  left: Teams<Counts>,
  right: Teams<Counts>,
  plus: (left: Counts, right: Counts | undefined) => Counts,
): Teams<Counts> {
  if (left === null || right === null) return null;
  const teams: Map<string, Team<Counts>> = new Map();
  for (const [name, team] of [...left, ...right]) {
    const other = teams.get(name);
    teams.set(name, { ...team, counts: team.counts.map((counts, i) => plus(counts, other?.counts[i])) });
  }
  return teams.size > MOST_TEAMS ? null : teams;
}

/** A tally's teams, one line a measure that concerns some of their records, in a fixed order. */
export function teamSummaries<Counts extends readonly number[]>(
  teams: Teams<Counts>,
  measures: readonly string[],
): readonly TeamSummary[] | null {
  if (teams === null) return null;
  return [...teams.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { force, team, counts }]) =>
      measures.flatMap((measure, i): readonly TeamSummary[] => {
        const [met = 0, breached = 0, undetermined = 0] = counts[i] ?? [];
        return met + breached + undetermined === 0
          ? []
          : [{ force, team, measure, met, breached, undetermined }];
      }),
    );
}
