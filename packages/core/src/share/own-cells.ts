import { findForce, type Force } from '../compare/forces.js';
import type { LeftOut } from '../compare/exchange.js';
import { MarkercheckError } from '../model/errors.js';
import type { CellSummary } from '../model/run.js';
import { eligibleOf } from './level.js';
import { roundTo } from '../compare/rounded.js';
import { sumOf } from './sums.js';

/** The measure that counts a record once, whatever else concerns it. */
const EVERY = 'marker-compliance';

/** The cells of the force that shares, and what else the run holds. */
export interface OwnCells {
  readonly force: Force;
  readonly cells: readonly CellSummary[];
  readonly leftOut: readonly LeftOut[];
}

const ONS_CODE = /^[A-Z]\d{8}$/;

/** The ONS codes of a run that are no force's. Any other text may hold anything, and is never named. */
export function unlistedForceCodes(cells: readonly CellSummary[]): readonly string[] {
  const names = new Set(cells.map(({ force }) => force));
  return [...names].filter((name) => ONS_CODE.test(name) && findForce(name) === undefined).toSorted();
}

function wantedForce(named: string | undefined, found: readonly Force[], unlisted: readonly string[]): Force {
  if (named !== undefined) {
    const force = findForce(named);
    if (force !== undefined) return force;
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      `There is no force ${JSON.stringify(named)}: give its ONS code, such as E23000037.`,
    );
  }
  // Railway police and the like are left out and said; a second force with an area is not.
  const territorial = found.filter((of) => of.territorial);
  const [force, ...others] = territorial.length > 0 ? territorial : found;
  if (force !== undefined && others.length === 0) return force;
  throw new MarkercheckError(
    'ARGUMENT_INVALID',
    force === undefined
      ? `The run does not say which force it is of: its records name no force that is known${unlisted.length === 0 ? '' : ` (${unlisted.join(', ')})`}. Name the force.`
      : `The run holds records of ${found.map(({ name }) => name).join(', ')}: a file is of one force. Name the force.`,
  );
}

function leftOut(cells: readonly CellSummary[], threshold: number): readonly LeftOut[] {
  const groups = new Map<string | null, CellSummary[]>();
  for (const cell of cells) {
    // What is no force may hold anything: its text is not passed on.
    const name = findForce(cell.force)?.name ?? null;
    groups.set(name, [...(groups.get(name) ?? []), cell]);
  }
  return [...groups]
    .sort(([a], [b]) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
    .map(([force, of]) => ({
      force,
      about: roundTo(eligibleOf(sumOf(of.filter(({ measure }) => measure === EVERY))), threshold),
    }));
}

/**
 * Which cells are of the force that shares. Records that name no force at all are its own where it is named and the
 * run names no other; records of another force, and of what is no force, are left out and said.
 */
export function ownCells(
  all: readonly CellSummary[],
  named: string | undefined,
  threshold: number,
): OwnCells {
  const names = [...new Set(all.map(({ force }) => force))].sort();
  const forces = [
    ...new Map(
      names.flatMap((name) => {
        const force = findForce(name);
        return force === undefined ? [] : [[force.code, force] as const];
      }),
    ).values(),
  ];
  const force = wantedForce(named, forces, unlistedForceCodes(all));
  const isUnnamed = named !== undefined && names.every((name) => name === '');
  const isOwn = new Set(names.filter((name) => isUnnamed || findForce(name)?.code === force.code));
  return {
    force,
    cells: all.filter((cell) => isOwn.has(cell.force)),
    leftOut: leftOut(
      all.filter((cell) => !isOwn.has(cell.force)),
      threshold,
    ),
  };
}
