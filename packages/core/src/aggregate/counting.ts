import type { Plan } from '../evaluate/plan.js';
import type { RecordFacts } from '../facts/record-facts.js';
import type { Day } from '../normalise/date.js';
import type { CompiledPack } from '../rules/compile.js';
import { EXTRACT_CHECKS } from './checks/index.js';
import { addOutcomes, emptyTally, mergeTallies, type Tally } from './tally.js';

/** Counts record after record. */
export interface Counting {
  /** Adds the judged record that is loaded; `waived` are the indexes of the rules whose breach is waived on it. */
  readonly add: (record: RecordFacts, plan: Plan, waived?: ReadonlySet<number>) => void;
  readonly records: () => number;
  readonly tally: () => Tally;
  /** Gives what was counted since the last time, which is no longer a part of the tally. */
  readonly take: () => Tally;
  /** Adds what was counted elsewhere. */
  readonly absorb: (tally: Tally) => void;
}

/** What the checks on the whole extract count on the records of one plan. */
interface PlanChecks {
  /** Records that are not in the tally yet. */
  records: number;
  /** What each of them adds, by the position of the check. */
  readonly settled: ReadonlyMap<number, unknown>;
  /** The checks to which each adds its own. */
  readonly open: readonly number[];
}

const NOTHING = EXTRACT_CHECKS.map((check) => JSON.stringify(check.empty()));

function checksOf(plan: Plan, record: RecordFacts): PlanChecks {
  const settled = new Map<number, unknown>();
  const open: number[] = [];
  EXTRACT_CHECKS.forEach((check, position) => {
    const added = check.empty();
    const reading = record.tracing(() => check.add(added, record));
    if (check.times === undefined || !plan.settles(reading)) open.push(position);
    else if (JSON.stringify(added) !== NOTHING[position]) settled.set(position, added);
  });
  return { records: 0, settled, open };
}

/** Counts what every record of a plan adds alike once for all of them, and the rest record by record. */
export function createCounting(compiled: CompiledPack, asAt: Day): Counting {
  let tally = emptyTally(compiled);
  /** What was taken and given back, or counted elsewhere. */
  let absorbed: Tally | null = null;
  /** By the plans' numbers. */
  const checks: (PlanChecks | undefined)[] = [];

  function settle(): void {
    for (const of of checks) {
      if (of === undefined || of.records === 0) continue;
      for (const [position, added] of of.settled) {
        const check = EXTRACT_CHECKS[position];
        if (check?.times === undefined) continue;
        tally.checks[position] = check.merge(tally.checks[position], check.times(added, of.records));
      }
      of.records = 0;
    }
  }

  return {
    add: (record, plan, waived) => {
      addOutcomes(tally, compiled, record, plan, asAt, waived);
      const of = (checks[plan.id] ??= checksOf(plan, record));
      of.records++;
      for (const position of of.open) EXTRACT_CHECKS[position]?.add(tally.checks[position], record);
    },
    records: () => tally.records + (absorbed?.records ?? 0),
    tally: () => {
      settle();
      return absorbed === null ? tally : mergeTallies(absorbed, tally);
    },
    take: () => {
      settle();
      const taken = tally;
      tally = emptyTally(compiled);
      return taken;
    },
    absorb: (other) => (absorbed = absorbed === null ? other : mergeTallies(absorbed, other)),
  };
}
