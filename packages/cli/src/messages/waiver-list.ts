import { parseDate, type StandingWaivers, type Waiver } from '@markercheck/core';
import { terminalSafe } from './terminal-text.js';
import { counted, wrap } from './wrap.js';

function waiverLines({
  row,
  rule,
  crimeReference,
  reason,
  decidedBy,
  decidedOn,
  expiresOn,
}: Waiver): readonly string[] {
  return [
    `  row ${row}  ${rule}  ${terminalSafe(crimeReference)}  until ${expiresOn}`,
    wrap(`      ${terminalSafe(reason)} (${terminalSafe(decidedBy)}, ${decidedOn})`, '      '),
  ];
}

function dayNumber({ expiresOn }: Waiver): number {
  return parseDate(expiresOn) ?? 0;
}

function section(title: string, waivers: readonly Waiver[]): readonly string[] {
  if (waivers.length === 0) return [];
  const sorted = [...waivers].sort((a, b) => dayNumber(a) - dayNumber(b) || a.row - b.row);
  return ['', title, ...sorted.flatMap(waiverLines)];
}

/** The decisions in a waivers file, those first that somebody has to look at. */
export function waiverList(file: string, asAt: string, waivers: StandingWaivers): string {
  const { inForce, expiringSoon, expired, malformed } = waivers;
  const standing = inForce.length + expiringSoon.length;
  const faults = malformed.map(({ row, problem }) => wrap(`  row ${row}  ${problem}`, '      '));
  return [
    wrap(
      `${terminalSafe(file)} as at ${asAt}: ${counted(standing, 'waiver')} in force (${expiringSoon.length} within 28 days of the end), ${expired.length} expired, ${counted(malformed.length, 'line')} that cannot be read.`,
    ),
    ...(malformed.length === 0
      ? []
      : ['', 'Cannot be read, and do not waive: put right or delete', ...faults]),
    ...section('End within 28 days: review, and decide again', expiringSoon),
    ...section('In force', inForce),
    ...section('Expired: they waive nothing any more', expired),
    '',
  ].join('\n');
}
