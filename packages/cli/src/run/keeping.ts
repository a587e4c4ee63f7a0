import { type Alert, ALERTS, alertWords, type Pack, type RunSummary } from '@markercheck/core';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { openRunLog } from '../io/run-log.js';
import { terminalSafe } from '../messages/terminal-text.js';
import { wrap } from '../messages/wrap.js';
import { openHistory } from './history.js';

export interface KeepingArguments {
  readonly history?: string | undefined;
  readonly log?: string | undefined;
  readonly operator?: string | undefined;
  readonly reason?: string | undefined;
}

/** What is kept of a run outside its folder: its place in the history, and its line in the log. */
export interface Keeping {
  /** What looks like a broken feed against the history; empty without one. */
  readonly alerts: (summary: RunSummary) => readonly Alert[];
  /** Keeps a run that is in its place, once its exit code is known. */
  readonly keep: (summary: RunSummary, alerts: readonly Alert[], exit: ExitCode) => void;
  /** Logs a run that was checked and could not be put in its place: it is not part of the history. */
  readonly logFailure: (summary: RunSummary) => void;
}

/** Opens history and log before anything is read, so that a run that cannot be kept does not begin. */
export function openKeeping(
  { history: folder, log: file, operator, reason }: KeepingArguments,
  pack: Pack,
): Keeping {
  if (file !== undefined && (operator === undefined || reason === undefined)) {
    throw new CliError(
      EXIT.usage,
      '--log needs --operator (a role or an account, not a name) and --reason: a log without them is no evidence.',
    );
  }
  const log =
    file === undefined || operator === undefined || reason === undefined
      ? null
      : openRunLog({ file, operator, reason });
  const history = folder === undefined ? null : openHistory(folder, pack);
  return {
    alerts: (summary) => history?.alerts(summary) ?? [],
    keep: (summary, alerts, exit) => {
      history?.keep(summary, alerts);
      log?.append(summary, exit);
    },
    logFailure: (summary) => void log?.append(summary, EXIT.failure),
  };
}

/** The alerts for standard error; they are said with `--quiet` too. */
export function alertLines(alerts: readonly Alert[], pack: Pack): readonly string[] {
  if (alerts.length === 0) return [];
  const titleOf = (id: string) => pack.measures.find((measure) => measure.id === id)?.title ?? id;
  const lines = alerts.map((alert) => wrap(`  ${terminalSafe(alertWords(alert, titleOf))}`, '    '));
  return [`${ALERTS.head.toUpperCase()}. ${ALERTS.action}`, ...lines];
}
