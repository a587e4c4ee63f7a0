import type { WorkListRow } from '../model/work-list.js';
import { createCombinations } from '../normalise/combinations.js';
import { copyOf } from '../normalise/kept.js';
import { createNumbers, sortByKey } from './numbers.js';
import { byWork, compareText } from './order.js';
import { createRecords } from './records.js';

export interface WorkListSheetRow {
  readonly row: WorkListRow;
  /** Whether the row above is of another record. */
  readonly startsRecord: boolean;
}

/** Rows in the order of work. Each is put together when it is asked for: a list may hold a million. */
export interface WorkListRows extends Iterable<WorkListRow> {
  readonly length: number;
  /** How many times a row is of another record than the row above it. */
  readonly records: number;
  /** The rows from one position to before another. */
  readonly slice: (from: number, to: number) => Iterable<WorkListSheetRow>;
}

/**
 * Findings by record, in the order of work. It holds sixteen bytes a finding, and of each record its crime
 * reference; what many findings have in common is held once.
 */
export interface Pile {
  readonly add: (row: WorkListRow) => void;
  readonly findings: () => number;
  readonly records: () => number;
  /** The findings of a record stand together, where the first of them belongs. */
  readonly rows: () => WorkListRows;
  /** The same apart for each team, in the order of their names. */
  readonly rowsByTeam: () => readonly (readonly [team: string, rows: WorkListRows])[];
}

/** Whose a record is. */
type Owner = Pick<WorkListRow, 'force' | 'team'>;

/** What is wrong with a record, in words that findings have in common. */
type Fault = Omit<WorkListRow, keyof Owner | 'crimeReference' | 'row'>;

/** Things that were seen, numbered from 0. */
interface Numbered<T> {
  readonly items: readonly T[];
  readonly numberOf: (item: T) => number;
}

/** Numbers things by the texts that tell them apart. */
function createNumbered<T>(textsOf: (item: T) => readonly string[], keep: (item: T) => T): Numbered<T> {
  const items: T[] = [];
  const numbers = createCombinations<number>();
  return {
    items,
    numberOf: (item) => numbers(textsOf(item), () => items.push(keep(item)) - 1),
  };
}

/** The place of each fault in the order of work; faults of one place have one rank. */
function ranksOf(faults: readonly Fault[]): Uint32Array {
  const ranks = new Uint32Array(faults.length);
  const sorted = faults.map((fault, number) => ({ fault, number }));
  sorted.sort((a, b) => byWork(a.fault, b.fault));
  sorted.forEach(({ fault, number }, i) => {
    const before = sorted[i - 1];
    ranks[number] =
      before !== undefined && byWork(before.fault, fault) === 0 ? (ranks[before.number] ?? 0) : i;
  });
  return ranks;
}

export function createPile(): Pile {
  const faults = createNumbered<Fault>(
    ({ rule, severity, message, action, fails, status, since, file }) => [
      rule,
      severity,
      message,
      action,
      fails,
      status,
      since,
      file,
    ],
    ({ tier, rule, severity, message, action, fails, status, since, daysOpen, file }) =>
      copyOf({ tier, rule, severity, message, action, fails, status, since, daysOpen, file }),
  );
  const owners = createNumbered<Owner>(
    ({ force, team }) => [force, team],
    ({ force, team }) => copyOf({ force, team }),
  );
  const records = createRecords();
  const [faultOf, ownerOf, recordOf, rowOf] = [
    createNumbers(),
    createNumbers(),
    createNumbers(),
    createNumbers(),
  ];
  let findings = 0;

  function sorted(): Uint32Array {
    const ranks = ranksOf(faults.items);
    const rankOf = (finding: number) => ranks[faultOf.at(finding)] ?? 0;
    const firsts = new Uint32Array(records.size()).fill(ranks.length);
    const all = new Uint32Array(findings).map((_, finding) => finding);
    for (const finding of all) {
      const record = recordOf.at(finding);
      firsts[record] = Math.min(firsts[record] ?? 0, rankOf(finding));
    }
    // From the least to the first of what decides: each sorting keeps what the ones before it did.
    const byRank = sortByKey(all, ranks.length, rankOf);
    const byRecord = sortByKey(byRank, records.size(), recordOf.at);
    return sortByKey(byRecord, ranks.length + 1, (finding) => firsts[recordOf.at(finding)] ?? 0);
  }

  function rowAt(finding: number): WorkListRow {
    const fault = faults.items[faultOf.at(finding)];
    const owner = owners.items[ownerOf.at(finding)];
    if (fault === undefined || owner === undefined) throw new Error(`there is no finding ${finding}`);
    const { tier, message, action, fails, rule, severity, status, since, daysOpen, file } = fault;
    return {
      tier,
      crimeReference: records.referenceOf(recordOf.at(finding)),
      team: owner.team,
      force: owner.force,
      message,
      action,
      fails,
      rule,
      severity,
      status,
      since,
      daysOpen,
      file,
      row: rowOf.at(finding),
    };
  }

  function rowsIn(order: Uint32Array): WorkListRows {
    const startsRecord = (i: number) =>
      i === 0 || recordOf.at(order[i] ?? 0) !== recordOf.at(order[i - 1] ?? 0);
    return {
      length: order.length,
      records: order.reduce((count, _, i) => (startsRecord(i) ? count + 1 : count), 0),
      *slice(from, to) {
        for (let i = from; i < to; i++) {
          yield { row: rowAt(order[i] ?? 0), startsRecord: i === from || startsRecord(i) };
        }
      },
      *[Symbol.iterator]() {
        for (const finding of order) yield rowAt(finding);
      },
    };
  }

  return {
    add: (row) => {
      faultOf.add(faults.numberOf(row));
      ownerOf.add(owners.numberOf(row));
      recordOf.add(records.numberOf(row));
      rowOf.add(row.row);
      findings++;
    },
    findings: () => findings,
    records: records.size,
    rows: () => rowsIn(sorted()),
    rowsByTeam: () => {
      const names = [...new Set(owners.items.map(({ team }) => team))].sort(compareText);
      const positions = new Map(names.map((name, position) => [name, position]));
      const teams = owners.items.map(({ team }) => positions.get(team) ?? 0);
      const teamOf = (finding: number) => teams[ownerOf.at(finding)] ?? 0;
      const order = sortByKey(sorted(), names.length, teamOf);
      let from = 0;
      return names.map((name, team) => {
        const start = from;
        while (from < order.length && teamOf(order[from] ?? 0) === team) from++;
        return [name, rowsIn(order.subarray(start, from))];
      });
    },
  };
}
