import type { FindingStatus } from '../model/finding.js';
import type { RuleSummary, RunSummary } from '../model/run.js';
import { parseDate } from '../normalise/date.js';
import { copyOf, createTexts } from '../normalise/kept.js';
import type { CompiledPack, CompiledRule } from '../rules/compile.js';
import { columnsRead } from '../rules/needs.js';

/** A finding of the baseline as its run wrote it for the next one. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly force: string;
  readonly crimeReference: string;
  /** The day as at which it was first found, `YYYY-MM-DD`. */
  readonly since: string;
  /** The day as at which it could first not be judged any more, `YYYY-MM-DD`; empty while it is found. */
  readonly dormantSince: string;
  /** Columns that its rule reads and that went missing since it was found: until they are back it is not resolved. */
  readonly lost: readonly string[];
}

/** What became of a finding of the baseline that was not found again. */
export type Gone = 'resolved' | 'no-longer-assessed';

/**
 * For so many days a finding that cannot be judged is remembered, so that it keeps its age when a broken feed
 * is mended. After that it is forgotten: records that left an extract for good must not pile up.
 */
export const DORMANT_DAYS = 91;

/** What a finding is known by. */
export type Known = Pick<BaselineEntry, 'fingerprint' | 'rule' | 'force' | 'crimeReference'>;

/** An earlier run to compare with: it holds one small entry a finding of that run, and nothing a record. */
export interface Baseline {
  readonly add: (entry: BaselineEntry) => void;
  /** Notes a record that was read. */
  readonly sawRecord: (force: string, crimeReference: string) => void;
  /** Notes an outcome that cannot be told: its finding is not resolved. */
  readonly sawUndetermined: (of: Omit<Known, 'fingerprint'>) => void;
  /** Notes a finding of this run; tells how it stands and since when. */
  readonly sawFinding: (finding: Known) => { readonly status: FindingStatus; readonly since: string };
  /** What became of the findings that were not found again; one that was dormant before is told when it is resolved. */
  readonly gone: () => Iterable<readonly [entry: BaselineEntry, what: Gone]>;
  /** The findings that cannot be judged now, for the next run to know them by. */
  readonly dormant: () => Iterable<BaselineEntry>;
}

/** A finding of the baseline; the findings of one record are a chain. */
interface Held extends BaselineEntry {
  found: boolean;
  undetermined: boolean;
  /** Whether the record was read; kept on the first finding of the chain. */
  isThere: boolean;
  next: Held | null;
}

const NOTHING_LOST: readonly string[] = [];

/** Whether a rule judges otherwise than in the baseline: its revision, or what the policy makes of it. */
function isChanged(then: RuleSummary | undefined, now: CompiledRule | undefined): boolean {
  return then?.state !== 'on' || now === undefined || then.revision !== now.revision;
}

function lackedColumns(then: RuleSummary | undefined): boolean {
  return then?.state === 'not-assessed' && !then.isOff;
}

/** The rules of this run, against those of the baseline. */
interface RulesNow {
  readonly on: ReadonlySet<string>;
  readonly rejudged: ReadonlySet<string>;
  /** Of those, the ones that the baseline could not judge for want of columns: what nobody knew then is news. */
  readonly unjudged: ReadonlySet<string>;
  /** Columns that a rule reads, needed or not, and that the baseline had and this run has not. */
  readonly lost: ReadonlyMap<string, readonly string[]>;
  readonly columns: ReadonlySet<string>;
}

function rulesNow({ rules, columns }: Pick<RunSummary, 'rules' | 'columns'>, now: CompiledPack): RulesNow {
  const there: ReadonlySet<string> = now.surroundings.columns;
  const gone = new Set(columns.filter((column) => !there.has(column)));
  const ids = (of: readonly CompiledRule[]) => new Set(of.map(({ rule }) => rule.id));
  return {
    on: ids(now.rules.filter(({ state }) => state === 'on')),
    rejudged: ids(now.rules.filter((of) => isChanged(rules[of.rule.id], of))),
    unjudged: ids(now.rules.filter(({ rule }) => lackedColumns(rules[rule.id]))),
    lost: new Map(
      now.rules.map(({ rule, applies, require }) => [
        rule.id,
        [...columnsRead([applies, require])].filter((column) => gone.has(column)),
      ]),
    ),
    columns: there,
  };
}

/**
 * Compares a run with an earlier one; `compiledNow` is asked once, when the extract's columns are known. A finding
 * that the earlier run did not have is new, unless its rule judges otherwise than then: it is re-judged. Where the
 * rule could not be judged then, for want of columns, a finding that was known from before is re-judged, and any
 * other is new: that a feed is mended must not hide what came up while it was broken.
 */
export function createBaseline(
  before: Pick<RunSummary, 'rules' | 'columns'>,
  compiledNow: () => CompiledPack,
  asAt: string,
): Baseline {
  const records = new Map<string, Map<string, Held>>();
  const once = createTexts();
  let known: RulesNow | null = null;
  const now = () => (known ??= rulesNow(before, compiledNow()));
  const today = parseDate(asAt) ?? 0;
  const isForgotten = (since: string) => today - (parseDate(since) ?? today) > DORMANT_DAYS;

  const recordOf = (force: string, crimeReference: string) => records.get(force)?.get(crimeReference);

  /** Findings that were not found again as they are now, and whether that says that they are in order. */
  function* left(): Iterable<readonly [entry: BaselineEntry, isResolved: boolean]> {
    const { on, lost, columns } = now();
    for (const byReference of records.values()) {
      for (const first of byReference.values()) {
        for (let of: Held | null = first; of !== null; of = of.next) {
          if (of.found) continue;
          const stillLost = of.lost.filter((column) => !columns.has(column));
          const without = [...new Set([...stillLost, ...(lost.get(of.rule) ?? [])])].sort();
          const isJudged = first.isThere && !of.undetermined && on.has(of.rule) && without.length === 0;
          yield [{ ...of, lost: without }, isJudged];
        }
      }
    }
  }

  function hold({
    fingerprint,
    rule,
    force,
    crimeReference,
    since,
    dormantSince,
    lost,
  }: BaselineEntry): Held {
    return {
      fingerprint: copyOf(fingerprint),
      rule: once(rule),
      force: once(force),
      crimeReference: copyOf(crimeReference),
      since: once(since),
      dormantSince: once(dormantSince),
      lost: lost.length === 0 ? NOTHING_LOST : lost,
      found: false,
      undetermined: false,
      isThere: false,
      next: null,
    };
  }

  return {
    add: (entry) => {
      const of = hold(entry);
      let byReference = records.get(of.force);
      if (byReference === undefined) records.set(of.force, (byReference = new Map<string, Held>()));
      const first = byReference.get(of.crimeReference);
      if (first === undefined) {
        byReference.set(of.crimeReference, of);
        return;
      }
      let last = first;
      // Two records of one reference have findings of one fingerprint: one entry stands for both.
      while (last.fingerprint !== of.fingerprint && last.next !== null) last = last.next;
      if (last.fingerprint !== of.fingerprint) last.next = of;
    },
    sawRecord: (force, crimeReference) => {
      const first = recordOf(force, crimeReference);
      if (first !== undefined) first.isThere = true;
    },
    sawUndetermined: ({ rule, force, crimeReference }) => {
      for (let of = recordOf(force, crimeReference) ?? null; of !== null; of = of.next) {
        if (of.rule === rule) of.undetermined = true;
      }
    },
    sawFinding: ({ fingerprint, rule, force, crimeReference }) => {
      const { rejudged, unjudged } = now();
      const isRejudged = rejudged.has(rule);
      let of = recordOf(force, crimeReference) ?? null;
      while (of !== null && of.fingerprint !== fingerprint) of = of.next;
      if (of === null)
        return { status: isRejudged && !unjudged.has(rule) ? 're-judged' : 'new', since: asAt };
      of.found = true;
      const isKnown = of.dormantSince === '' || !isRejudged;
      return { status: isKnown ? 'persisting' : 're-judged', since: of.since };
    },
    *gone() {
      for (const [entry, isResolved] of left()) {
        if (isResolved) yield [entry, 'resolved'];
        else if (entry.dormantSince === '') yield [entry, 'no-longer-assessed'];
      }
    },
    *dormant() {
      for (const [entry, isResolved] of left()) {
        const dormantSince = entry.dormantSince === '' ? asAt : entry.dormantSince;
        if (!isResolved && !isForgotten(dormantSince)) yield { ...entry, dormantSince };
      }
    },
  };
}
