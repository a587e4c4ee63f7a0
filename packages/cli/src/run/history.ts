import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import {
  type Alert,
  alertReference,
  alerts,
  historyEntry,
  type HistoryEntry,
  historyFileName,
  isHistoryFileName,
  type Pack,
  readHistoryEntry,
  type RunSummary,
  type Trend,
  trend,
  type TrendEvent,
} from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { writeFileWhole } from '../io/write-file.js';
import { systemReason } from '../messages/system-errors.js';

/** The runs of a history folder, in order of time. */
export interface HistoryFolder {
  readonly entries: readonly HistoryEntry[];
  /** Files that are named as ours and cannot be read. */
  readonly unreadable: readonly string[];
}

export function readHistoryFolder(folder: string): HistoryFolder {
  const names = readdirSync(folder).filter(isHistoryFileName).toSorted();
  const unreadable: string[] = [];
  const entries = names.flatMap((name): readonly HistoryEntry[] => {
    try {
      const entry = readHistoryEntry(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
      if (entry !== null) return [entry];
    } catch {
      // Said below; one file that is damaged does not take the others with it.
    }
    unreadable.push(name);
    return [];
  });
  return { entries, unreadable };
}

/** The history that a run is compared with and becomes part of. */
export interface History {
  readonly unreadable: readonly string[];
  /** What looks like a broken feed against the last sound run. */
  readonly alerts: (summary: RunSummary) => readonly Alert[];
  /** The lines of the history with this run, in place of one as at the same day. */
  readonly trend: (summary: RunSummary) => Trend;
  /** Adds the run; one as at the same day takes the place of the one before. */
  readonly keep: (summary: RunSummary) => void;
}

/** Opens the folder that `--history` names, and makes it if there is none; the events are drawn on its lines. */
export function openHistory(folder: string, pack: Pack, events: readonly TrendEvent[]): History {
  let before: HistoryFolder;
  try {
    mkdirSync(folder, { recursive: true });
    before = readHistoryFolder(folder);
  } catch (error) {
    throw new CliError(EXIT.failure, `--history ${folder} cannot be used: ${systemReason(error)}.`);
  }
  const entryOf = (summary: RunSummary): HistoryEntry =>
    historyEntry(
      summary,
      pack,
      (summary.alerts ?? []).map(({ kind }) => kind),
    );
  return {
    unreadable: before.unreadable,
    alerts: (summary) => alerts(alertReference(before.entries, summary.asAt), historyEntry(summary, pack)),
    trend: (summary) => {
      const others = before.entries.filter(({ asAt }) => asAt !== summary.asAt);
      return trend([...others, entryOf(summary)], pack, { events });
    },
    keep: (summary) => {
      const entry = entryOf(summary);
      const name = historyFileName(entry);
      writeFileWhole(path.join(folder, name), [`${JSON.stringify(entry)}\n`]);
      for (const other of readdirSync(folder)) {
        if (other !== name && isHistoryFileName(other) && other.startsWith(entry.asAt)) {
          rmSync(path.join(folder, other), { force: true });
        }
      }
    },
  };
}
