import { MarkercheckError } from '../model/errors.js';
import type { Clause } from '../model/clause.js';
import type { Pack } from '../model/pack.js';
import type { Tier } from '../model/rule.js';
import type { WorkListReport, WorkListRow } from '../model/work-list.js';
import { type Day, parseDate } from '../normalise/date.js';
import type { LocatedFinding } from '../report/records/files.js';
import { createCounter } from './counter.js';
import { failingClause } from './failing-clause.js';
import { createPile, type Pile, type WorkListRows } from './pile.js';

export interface WorkListOptions {
  /** The day of the run, `YYYY-MM-DD`. */
  readonly asAt: string;
  /** Leaves off records recorded fewer days than this before the run's day. @default 0, which leaves off none */
  readonly settlingDays?: number;
  /** Leaves off records recorded before this day, `YYYY-MM-DD`. @default none */
  readonly since?: string;
  /** @default one list */
  readonly splitBy?: 'team';
}

/** One list, for a sheet of its own. */
export interface WorkListPart {
  readonly kind: 'list' | 'review';
  /** Whose list it is; `null` for everybody's, an empty text for records without a team. */
  readonly team: string | null;
  /** The findings of a record stand together. */
  readonly rows: WorkListRows;
}

/** The findings that officers are to work on, and a count of those that are left off. It grows with the findings. */
export interface WorkList {
  readonly add: (located: LocatedFinding) => void;
  /** The lists of tiers 1 to 3, by team where split, and then tier 4. */
  readonly parts: () => readonly WorkListPart[];
  readonly report: () => WorkListReport;
}

type LeftOff = 'waived' | 'settling' | 'before';

function dayOf(text: string, name: string): Day {
  const day = parseDate(text);
  if (day === null)
    throw new MarkercheckError('ARGUMENT_INVALID', `${name}: ${text} is not a date (YYYY-MM-DD).`);
  return day;
}

/** Makes a work list. Throws `ARGUMENT_INVALID` on a date that is none or a negative number of days. */
export function createWorkList(pack: Pack, options: WorkListOptions): WorkList {
  const { settlingDays = 0, splitBy = null } = options;
  const asAt = dayOf(options.asAt, 'asAt');
  const since = options.since === undefined ? null : dayOf(options.since, 'since');
  if (!Number.isInteger(settlingDays) || settlingDays < 0) {
    throw new MarkercheckError('ARGUMENT_INVALID', 'settlingDays is a whole number of days, 0 or more.');
  }
  const tiers = new Map(pack.rules.map((rule) => [rule.id, rule.tier]));
  const piles: Readonly<Record<WorkListPart['kind'], Pile>> = { list: createPile(), review: createPile() };
  /** By the requirement: findings of one rule share theirs. */
  const failing = new WeakMap<Clause, string>();
  const leftOff = { waived: createCounter(), settling: createCounter(), before: createCounter() };

  /** A record whose day of recording cannot be told, or lies ahead, stays on: somebody has to look at it. */
  function whyOff({ finding, status }: LocatedFinding): LeftOff | null {
    if (status === 'waived') return 'waived';
    const recorded = finding.recordedOn === null ? null : parseDate(finding.recordedOn);
    if (recorded === null) return null;
    if (recorded <= asAt && asAt - recorded < settlingDays) return 'settling';
    return since !== null && recorded < since ? 'before' : null;
  }

  function failsOf(require: Clause): string {
    let fails = failing.get(require);
    if (fails === undefined) failing.set(require, (fails = failingClause(require)));
    return fails;
  }

  function rowOf({ finding, status, since: found, place }: LocatedFinding, tier: Tier): WorkListRow {
    return {
      tier,
      crimeReference: finding.crimeReference,
      team: finding.team,
      force: finding.force,
      message: finding.message,
      action: finding.action,
      fails: failsOf(finding.require),
      rule: finding.rule,
      severity: finding.severity,
      status,
      since: found,
      daysOpen: asAt - (parseDate(found) ?? asAt),
      file: place.file,
      row: place.row,
    };
  }

  return {
    add: (located) => {
      const off = whyOff(located);
      if (off !== null) {
        leftOff[off].add(located);
        return;
      }
      const tier = tiers.get(located.finding.rule) ?? 4;
      piles[tier === 4 ? 'review' : 'list'].add(rowOf(located, tier));
    },
    parts: () => {
      const { list, review } = piles;
      const everybody = (kind: WorkListPart['kind'], pile: Pile): WorkListPart => ({
        kind,
        team: null,
        rows: pile.rows(),
      });
      return [
        ...(splitBy === null || list.findings() === 0
          ? [everybody('list', list)]
          : list.rowsByTeam().map(([team, rows]): WorkListPart => ({ kind: 'list', team, rows }))),
        ...(review.findings() === 0 ? [] : [everybody('review', review)]),
      ];
    },
    report: () => ({
      settlingDays,
      since: options.since ?? null,
      splitBy,
      listed: { findings: piles.list.findings(), records: piles.list.records() },
      review: { findings: piles.review.findings(), records: piles.review.records() },
      waived: leftOff.waived.count(),
      settling: leftOff.settling.count(),
      before: leftOff.before.count(),
    }),
  };
}
