import { EMPTY } from '../../messages/report.js';
import { sampleCaption, statusWords } from '../../messages/report-sentences.js';
import { RULES } from '../../messages/report-sections.js';
import type { SampleFinding } from '../sampler.js';
import { clip } from './escape.js';
import { type Html, prose, safe } from './html.js';
import { cellText, folded, paragraph, severityTag } from './parts.js';
import { type Column, table } from './table.js';
import type { ReportView, RuleView } from './view.js';

const REFERENCE: Column<SampleFinding> = {
  head: RULES.reference,
  cell: ({ crimeReference }) => cellText(crimeReference, EMPTY.reference),
  isRowHead: true,
};
const FORCE: Column<SampleFinding> = { head: RULES.force, cell: ({ force }) => cellText(force, EMPTY.force) };
const SEVERITY: Column<SampleFinding> = {
  head: RULES.severity,
  cell: ({ severity }) => severityTag(severity),
};
const OTHERS: readonly Column<SampleFinding>[] = [
  { head: RULES.team, cell: ({ team }) => cellText(team, EMPTY.team) },
  { head: RULES.message, cell: ({ message }) => clip(message, 400) },
  { head: RULES.place, cell: ({ file, row }) => `${clip(file, 120)}, row ${String(row)}` },
];

const standingColumn = (asAt: string): Column<SampleFinding> => ({
  head: RULES.standing,
  cell: ({ status, since }) => {
    const words = statusWords(status, since, asAt);
    return status === 'waived' ? safe`<strong>${words}</strong>` : words;
  },
});

/**
 * Some findings of a rule, folded; `null` if it has none. Force and severity stand where they differ, the
 * standing where there is a baseline or a waiver.
 */
export function sampleTable(
  { rule, summary }: RuleView,
  { samples, forces, summary: { asAt } }: ReportView,
): Html | null {
  if (summary.breached === 0) return null;
  const rows = (Object.hasOwn(samples, rule.id) ? samples[rule.id] : undefined) ?? [];
  if (rows.length === 0) return paragraph(prose(RULES.elsewhere));
  const columns = [
    REFERENCE,
    ...(forces.length > 1 ? [FORCE] : []),
    ...(rows.some(({ severity }) => severity !== summary.severity) ? [SEVERITY] : []),
    ...(rows.some(({ status }) => status !== '') ? [standingColumn(asAt)] : []),
    ...OTHERS,
  ];
  const words = sampleCaption(rows.length, summary.breached);
  return folded(words, [
    table({ caption: `${rule.id}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`, columns, rows }),
    rows.length < summary.breached ? paragraph(prose(RULES.fullList)) : null,
  ]);
}
