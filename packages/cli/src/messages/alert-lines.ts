import { ALERTS, alertWords, type Pack, type RunSummary } from '@markercheck/core';
import { terminalSafe } from './terminal-text.js';
import { wrap } from './wrap.js';

/** What looks like a broken feed, for standard error: it comes before everything else. */
export function alertLines(summary: RunSummary, pack: Pack): readonly string[] {
  const alerts = summary.alerts ?? [];
  if (alerts.length === 0) return [];
  const titleOf = (id: string) => pack.measures.find((measure) => measure.id === id)?.title ?? id;
  return [
    wrap(`ALERT: ${ALERTS.head}. ${ALERTS.action}`),
    ...alerts.map((alert) => wrap(`  ${terminalSafe(alertWords(alert, titleOf))}`, '    ')),
  ];
}
