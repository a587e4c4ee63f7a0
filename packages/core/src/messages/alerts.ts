import type { Alert } from '../model/alert.js';
import { count, counted, listed, longDate, percent } from './figures.js';

/** What stands over the alerts of a run. */
export const ALERTS = {
  head: 'The feed looks broken',
  action: 'Look at the export before any list goes out.',
} as const;

/** An alert as a sentence; `titleOf` gives a measure's title. */
export function alertWords(alert: Alert, titleOf: (measure: string) => string): string {
  const then = `as at ${longDate(alert.since)}`;
  switch (alert.kind) {
    case 'column-gone': {
      const [is, was] = alert.columns.length === 1 ? ['column is', 'it was'] : ['columns are', 'they were'];
      return `The ${is} gone: ${listed(alert.columns)}; ${was} there in the run ${then}.`;
    }
    case 'marker-blank':
      return `${alert.marker} is set in none of ${counted(alert.records, 'record')}; in the run ${then} it was set in ${count(alert.before)}.`;
    case 'rate-collapse': {
      const also = alert.otherRules
        ? ' The pack, the policy or the reading of empty markers changed as well.'
        : '';
      return `“${titleOf(alert.measure)}” fell to ${percent(alert.now)}; it was ${percent(alert.before)} ${then}.${also}`;
    }
    case 'records-fell':
      return `The extract has ${counted(alert.now, 'record')}; it had ${count(alert.before)} ${then}.`;
    case 'force-gone':
      return `No record that a headline measure concerns is of the force ${alert.force === '' ? '(no force)' : alert.force}; there were ${count(alert.before)} ${then}.`;
    case 'codes-unreadable':
      return `Offence codes can be read on ${percent(alert.now)} of records; it was ${percent(alert.before)} ${then}.`;
  }
}
