import type { FindingStatus } from '../model/finding.js';
import type { RuleSummary, RunSummary } from '../model/run.js';
import { parseDate } from '../normalise/date.js';
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

/** An earlier run to compare with: it holds one entry a finding of that run, and nothing a record. */
export interface Baseline {
  readonly add: (entry: BaselineEntry) => void;
  /** Notes a record that was read. */
  readonly sawRecord: (force: string, crimeReference: string) => void;
  /** Notes an outcome that cannot be told: its finding is not resolved. */
  readonly sawUndetermined: (rule: string, force: string, crimeReference: string) => void;
  /** Notes a finding of this run; tells how it stands and since when. */
  readonly sawFinding: (
    fingerprint: string,
    rule: string,
  ) => { readonly status: FindingStatus; readonly since: string };
  /** What became of the findings that were not found again; one that was dormant before is told when it is resolved. */
  readonly gone: () => Iterable<readonly [entry: BaselineEntry, what: Gone]>;
  /** The findings that cannot be judged now, for the next run to know them by. */
  readonly dormant: () => Iterable<BaselineEntry>;
}

interface Held {
  readonly entry: BaselineEntry;
  found: boolean;
  undetermined: boolean;
}

/** A record of the baseline, with its findings. */
interface HeldRecord {
  isThere: boolean;
  readonly findings: Held[];
}

/** Whether a rule judges otherwise than in the baseline: its revision, or what the policy makes of it. */
function isChanged(then: RuleSummary | undefined, now: CompiledRule | undefined): boolean {
  return then?.state !== 'on' || now === undefined || then.revision !== now.revision;
}

/** The rules of this run, against those of the baseline. */
interface RulesNow {
  readonly on: ReadonlySet<string>;
  readonly rejudged: ReadonlySet<string>;
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
 * that the earlier run did not have is new, unless its rule judges otherwise than then, or was not assessed: then
 * it is re-judged.
 */
export function createBaseline(
  before: Pick<RunSummary, 'rules' | 'columns'>,
  compiledNow: () => CompiledPack,
  asAt: string,
): Baseline {
  const held = new Map<string, Held>();
  const records = new Map<string, HeldRecord>();
  const recordKey = (force: string, crimeReference: string) => JSON.stringify([force, crimeReference]);
  let known: RulesNow | null = null;
  const now = () => (known ??= rulesNow(before, compiledNow()));
  const today = parseDate(asAt) ?? 0;
  const isForgotten = (since: string) => today - (parseDate(since) ?? today) > DORMANT_DAYS;

  /** Findings that were not found again as they are now, and whether that says that they are in order. */
  function* left(): Iterable<readonly [entry: BaselineEntry, isResolved: boolean]> {
    const { on, lost, columns } = now();
    for (const { isThere, findings } of records.values()) {
      for (const { entry, found, undetermined } of findings) {
        if (found) continue;
        const stillLost = entry.lost.filter((column) => !columns.has(column));
        const without = [...new Set([...stillLost, ...(lost.get(entry.rule) ?? [])])].sort();
        const isJudged = isThere && !undetermined && on.has(entry.rule) && without.length === 0;
        yield [{ ...entry, lost: without }, isJudged];
      }
    }
  }

  return {
    add: (entry) => {
      const of: Held = { entry, found: false, undetermined: false };
      const isKnown = held.has(entry.fingerprint);
      held.set(entry.fingerprint, of);
      const key = recordKey(entry.force, entry.crimeReference);
      const record = records.get(key);
      if (record === undefined) records.set(key, { isThere: false, findings: [of] });
      else if (isKnown) {
        const at = record.findings.findIndex((other) => other.entry.fingerprint === entry.fingerprint);
        record.findings.splice(at, 1, of);
      } else record.findings.push(of);
    },
    sawRecord: (force, crimeReference) => {
      const record = records.get(recordKey(force, crimeReference));
      if (record !== undefined) record.isThere = true;
    },
    sawUndetermined: (rule, force, crimeReference) => {
      for (const of of records.get(recordKey(force, crimeReference))?.findings ?? []) {
        if (of.entry.rule === rule) of.undetermined = true;
      }
    },
    sawFinding: (fingerprint, rule) => {
      const of = held.get(fingerprint);
      const isRejudged = now().rejudged.has(rule);
      if (of === undefined) return { status: isRejudged ? 're-judged' : 'new', since: asAt };
      of.found = true;
      const isKnown = of.entry.dormantSince === '' || !isRejudged;
      return { status: isKnown ? 'persisting' : 're-judged', since: of.entry.since };
    },
    *gone() {
      for (const [entry, isResolved] of left()) {
        if (isResolved) yield [entry, 'resolved'];
        else if (entry.dormantSince === '') yield [entry, 'no-longer-assessed'];
      }
    },
    *dormant() {
      for (const [entry, isResolved] of left()) {
        const dormantSince = entry.dormantSince || asAt;
        if (!isResolved && !isForgotten(dormantSince)) yield { ...entry, dormantSince };
      }
    },
  };
}
