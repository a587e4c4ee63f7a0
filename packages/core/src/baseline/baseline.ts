import type { FindingStatus } from '../model/finding.js';
import type { RuleSummary, RunSummary } from '../model/run.js';

/** A finding of the baseline as its run wrote it for the next one. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly force: string;
  readonly crimeReference: string;
  /** The day as at which it was first found, `YYYY-MM-DD`. */
  readonly since: string;
}

/** What became of a finding of the baseline that was not found again. */
export type Gone = 'resolved' | 'no-longer-assessed';

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
  /** What became of the findings that were not found again. */
  readonly gone: () => Iterable<readonly [entry: BaselineEntry, what: Gone]>;
}

interface Held {
  readonly entry: BaselineEntry;
  found: boolean;
  undetermined: boolean;
}

/** Whether a rule judges otherwise than in the baseline: its revision, or what the policy makes of it. */
function isChanged(
  then: Pick<RuleSummary, 'state' | 'revision'> | undefined,
  now: Pick<RuleSummary, 'state' | 'revision'> | undefined,
): boolean {
  return then?.state !== 'on' || now === undefined || then.revision !== now.revision;
}

/**
 * Compares a run with an earlier one; `rulesNow` is asked once the extract's columns are known. A finding that the earlier run did not have is new, unless its
 * rule judges otherwise than then, or was not assessed: then it is re-judged.
 */
export function createBaseline(
  before: Pick<RunSummary, 'rules'>,
  rulesNow: () => Readonly<Record<string, Pick<RuleSummary, 'state' | 'revision'>>>,
  asAt: string,
): Baseline {
  const held = new Map<string, Held>();
  const records = new Map<string, boolean>();
  const byKey = new Map<string, Held>();
  const findingKey = (rule: string, force: string, crimeReference: string) =>
    JSON.stringify([rule, force, crimeReference]);
  const recordKey = (force: string, crimeReference: string) => JSON.stringify([force, crimeReference]);
  const isRejudged = (rule: string) => isChanged(before.rules[rule], rulesNow()[rule]);
  return {
    add: (entry) => {
      const of: Held = { entry, found: false, undetermined: false };
      held.set(entry.fingerprint, of);
      byKey.set(findingKey(entry.rule, entry.force, entry.crimeReference), of);
      records.set(recordKey(entry.force, entry.crimeReference), false);
    },
    sawRecord: (force, crimeReference) => {
      const key = recordKey(force, crimeReference);
      if (records.has(key)) records.set(key, true);
    },
    sawUndetermined: (rule, force, crimeReference) => {
      const of = byKey.get(findingKey(rule, force, crimeReference));
      if (of !== undefined) of.undetermined = true;
    },
    sawFinding: (fingerprint, rule) => {
      const of = held.get(fingerprint);
      if (of === undefined) return { status: isRejudged(rule) ? 're-judged' : 'new', since: asAt };
      of.found = true;
      return { status: 'persisting', since: of.entry.since };
    },
    *gone() {
      const rules = rulesNow();
      for (const { entry, found, undetermined } of held.values()) {
        if (found) continue;
        const isJudged = rules[entry.rule]?.state === 'on' && !undetermined;
        const isThere = records.get(recordKey(entry.force, entry.crimeReference)) === true;
        yield [entry, isJudged && isThere ? 'resolved' : 'no-longer-assessed'];
      }
    },
  };
}
