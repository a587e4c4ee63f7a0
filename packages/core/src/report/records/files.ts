import type { BaselineEntry, Gone } from '../../baseline/baseline.js';
import type { Finding, FindingStatus, Undetermined } from '../../model/finding.js';
import type { InputNotice, Place } from '../../read/reader.js';
import { BYTE_ORDER_MARK, csvLine } from './csv-text.js';

/** A file of one line an item, as a stream: what stands before the first item, and each item's text. */
export interface LineFile<T> {
  readonly name: string;
  readonly start: () => string;
  readonly line: (item: T) => string;
}

/** A finding where it stands. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly status: FindingStatus;
  /** The day as at which it was first found; the run's own without a baseline. */
  readonly since: string;
  readonly place: Place;
}

export const findingsCsv: LineFile<LocatedFinding> = {
  name: 'findings.csv',
  start: () =>
    BYTE_ORDER_MARK +
    csvLine([
      'rule',
      'severity',
      'status',
      'crimeReference',
      'force',
      'team',
      'marker',
      'message',
      'action',
      'file',
      'row',
      'fingerprint',
    ]),
  line: ({ finding, status, place }) =>
    csvLine([
      finding.rule,
      finding.severity,
      status,
      finding.crimeReference,
      finding.force,
      finding.team,
      finding.marker ?? '',
      finding.message,
      finding.action,
      place.file,
      place.row,
      finding.fingerprint,
    ]),
};

/** As findings.csv, one JSON object a line, with the clauses and their truth. */
export const findingsNdjson: LineFile<LocatedFinding> = {
  name: 'findings.ndjson',
  start: () => '',
  line: ({ finding, status, since, place }) => {
    const { when, require, fingerprint, ...head } = finding;
    return `${JSON.stringify({ ...head, status, since, file: place.file, row: place.row, fingerprint, when, require })}\n`;
  },
};

/** The list that closes holes: what cannot be told, and for want of which fields. */
export const undeterminedCsv: LineFile<Undetermined> = {
  name: 'undetermined.csv',
  start: () => BYTE_ORDER_MARK + csvLine(['rule', 'crimeReference', 'force', 'team', 'lacking']),
  line: ({ rule, crimeReference, force, team, lacking }) =>
    csvLine([rule, crimeReference, force, team, lacking.join(';')]),
};

/** What the next run compares with: one line a finding, waived ones included, then those that cannot be judged now. */
export const baselineCsv: LineFile<BaselineEntry> = {
  name: 'baseline.csv',
  start: () =>
    BYTE_ORDER_MARK +
    csvLine(['fingerprint', 'rule', 'force', 'crimeReference', 'since', 'dormantSince', 'lost']),
  line: ({ fingerprint, rule, force, crimeReference, since, dormantSince, lost }) =>
    csvLine([fingerprint, rule, force, crimeReference, since, dormantSince, lost.join(';')]),
};

/** Findings of the baseline that were not found again. */
export const resolvedCsv: LineFile<readonly [BaselineEntry, Gone]> = {
  name: 'resolved.csv',
  start: () =>
    BYTE_ORDER_MARK + csvLine(['status', 'rule', 'crimeReference', 'force', 'since', 'fingerprint']),
  line: ([{ fingerprint, rule, force, crimeReference, since }, what]) =>
    csvLine([what, rule, crimeReference, force, since, fingerprint]),
};

/** What could not be read, and what was done about it. */
export const inputCsv: LineFile<InputNotice> = {
  name: 'input.csv',
  start: () => BYTE_ORDER_MARK + csvLine(['file', 'row', 'column', 'problem', 'done']),
  line: ({ file, row, column, problem, done }) => csvLine([file, row ?? '', column ?? '', problem, done]),
};
