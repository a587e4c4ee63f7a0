import { Papa } from '../vendor/papaparse.js';
import { MarkercheckError } from '../model/errors.js';
import type { Waiver, WaiverFault, WaiverReport } from '../model/waiver.js';
import { type Day, parseDate } from '../normalise/date.js';
import { trim } from '../normalise/text.js';

export const WAIVER_COLUMNS = [
  'rule',
  'crimeReference',
  'reason',
  'decidedBy',
  'decidedOn',
  'expiresOn',
] as const;
type Column = (typeof WAIVER_COLUMNS)[number];

/** A waiver with fewer days than this to go is said to end soon. */
export const SOON_DAYS = 28;

export interface WaiverFile {
  readonly waivers: readonly Waiver[];
  readonly malformed: readonly WaiverFault[];
}

function faultOf(
  cells: Readonly<Record<Column, string>>,
  rules: ReadonlySet<string>,
  asAt: Day,
): string | null {
  const missing = WAIVER_COLUMNS.filter((column) => cells[column] === '');
  if (missing.length > 0) return `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} empty`;
  if (!rules.has(cells.rule)) return 'the pack has no rule of this id';
  const decided = parseDate(cells.decidedOn);
  const expires = parseDate(cells.expiresOn);
  if (decided === null) return 'decidedOn is not a date (YYYY-MM-DD)';
  if (expires === null) return 'expiresOn is not a date (YYYY-MM-DD)';
  if (decided > asAt) return 'decidedOn lies after the day as at which the run is made';
  return expires < decided ? 'expiresOn lies before decidedOn' : null;
}

/**
 * Reads a waivers file. A line with a fault does not waive and is listed: a decision that nobody can
 * read must not hide a finding.
 * @throws {MarkercheckError} `WAIVERS_INVALID` if the file has not the columns of one.
 */
export function readWaivers(csv: string, rules: ReadonlySet<string>, asAt: Day): WaiverFile {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { header: false });
  if (errors.some((error) => error.type === 'Quotes')) {
    throw new MarkercheckError(
      'WAIVERS_INVALID',
      'A quotation mark in it is not closed, or not doubled: nobody can tell where its lines end.',
    );
  }
  const [header = [], ...rows] = data;
  const names = header.map(trim);
  const missing = WAIVER_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new MarkercheckError(
      'WAIVERS_INVALID',
      `It is not a waivers file: its header lacks ${missing.join(', ')}. The columns are ${WAIVER_COLUMNS.join(', ')}.`,
    );
  }
  const waivers: Waiver[] = [];
  const malformed: WaiverFault[] = [];
  rows.forEach((row, index) => {
    if (row.every((cell) => trim(cell) === '')) return;
    const number = index + 2;
    const cells = Object.fromEntries(
      WAIVER_COLUMNS.map((column) => [column, unguarded(trim(row[names.indexOf(column)] ?? ''))]),
    ) as Record<Column, string>;
    const problem = faultOf(cells, rules, asAt);
    if (problem === null) waivers.push({ ...cells, row: number });
    else malformed.push({ row: number, problem });
  });
  return { waivers, malformed };
}

/** A reference copied from findings.csv may carry the apostrophe that keeps a spreadsheet from reading a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

/** The waivers of a run: who is asked whether a finding is waived, and what became of each. */
export interface WaiverIndex {
  /** The rules whose findings on this record are waived; `undefined` for none. */
  readonly waivedRules: (crimeReference: string) => ReadonlySet<string> | undefined;
  /** Notes that a waiver was needed. */
  readonly use: (rule: string, crimeReference: string) => void;
  readonly report: () => WaiverReport;
}

export function indexWaivers({ waivers, malformed }: WaiverFile, asAt: Day): WaiverIndex {
  const isExpired = (waiver: Waiver) => (parseDate(waiver.expiresOn) ?? asAt) < asAt;
  const inForce = waivers.filter((waiver) => !isExpired(waiver));
  const byReference = new Map<string, Set<string>>();
  for (const { crimeReference, rule } of inForce) {
    byReference.set(crimeReference, (byReference.get(crimeReference) ?? new Set()).add(rule));
  }
  const used = new Set<string>();
  const key = (rule: string, crimeReference: string) => JSON.stringify([rule, crimeReference]);
  const isUsed = (waiver: Waiver) => used.has(key(waiver.rule, waiver.crimeReference));
  return {
    waivedRules: (crimeReference) => byReference.get(crimeReference),
    use: (rule, crimeReference) => void used.add(key(rule, crimeReference)),
    report: () => ({
      read: waivers.length + malformed.length,
      used: inForce.filter(isUsed).length,
      expired: waivers.filter(isExpired).map((waiver) => waiver.row),
      unused: inForce.filter((waiver) => !isUsed(waiver)).map((waiver) => waiver.row),
      expiringSoon: inForce
        .filter((waiver) => isUsed(waiver) && (parseDate(waiver.expiresOn) ?? asAt) - asAt < SOON_DAYS)
        .map((waiver) => waiver.row),
      malformed,
    }),
  };
}
