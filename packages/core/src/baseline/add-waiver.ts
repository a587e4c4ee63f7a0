import { Papa } from '../vendor/papaparse.js';
import { MarkercheckError } from '../model/errors.js';
import type { Waiver } from '../model/waiver.js';
import { type Day, parseDate } from '../normalise/date.js';
import { trim } from '../normalise/text.js';
import { readWaivers, WAIVER_COLUMNS, type WaiverFile } from './waivers.js';

/** A decision that is to be recorded. */
export type WaiverDraft = Omit<Waiver, 'row'>;

/** What to write, and the row that the waiver is then on. */
export interface AddedWaiver {
  /** What to put after the text of the file; with the headings, where there is no file yet. */
  readonly text: string;
  readonly waiver: Waiver;
}

const BYTE_ORDER_MARK = '\uFEFF';
const FORMULA_START = /^[=+\-@\t\r\n]/;

function oneLine(text: string): string {
  return trim(text.replace(/\s+/g, ' '));
}

/** What is wrong with a decision, all of it. */
function faultsOf(draft: WaiverDraft, rules: ReadonlySet<string>, asAt: Day): readonly string[] {
  const faults: string[] = [];
  const decided = parseDate(draft.decidedOn);
  const expires = parseDate(draft.expiresOn);
  if (!rules.has(draft.rule)) faults.push(`the pack has no rule ${JSON.stringify(draft.rule)}`);
  if (draft.crimeReference === '') faults.push('the crime reference is empty');
  if (draft.reason === '') faults.push('the reason is empty: say why the record is in order as it is');
  if (draft.decidedBy === '') faults.push('who decided is empty: name a role or an account');
  if (decided === null)
    faults.push(`the day of the decision: ${JSON.stringify(draft.decidedOn)} is not a date (YYYY-MM-DD)`);
  else if (decided > asAt) faults.push(`the day of the decision, ${draft.decidedOn}, lies ahead`);
  if (expires === null)
    faults.push(`the last day: ${JSON.stringify(draft.expiresOn)} is not a date (YYYY-MM-DD)`);
  else if (decided !== null && expires <= decided) {
    faults.push(`the last day, ${draft.expiresOn}, is not after the day of the decision, ${draft.decidedOn}`);
  } else if (expires < asAt) faults.push(`the last day, ${draft.expiresOn}, is over: it would waive nothing`);
  return faults;
}

function inForceOf({ waivers }: WaiverFile, draft: WaiverDraft, asAt: Day): Waiver | undefined {
  return waivers.find(
    ({ rule, crimeReference, expiresOn }) =>
      rule === draft.rule &&
      crimeReference === draft.crimeReference &&
      (parseDate(expiresOn) ?? asAt) >= asAt,
  );
}

function lineOf(columns: readonly string[], draft: WaiverDraft, delimiter: string): string {
  const cells = columns.map((name) => (name in draft ? draft[name as keyof WaiverDraft] : ''));
  return Papa.unparse([cells], { delimiter, escapeFormulae: FORMULA_START });
}

/**
 * Adds a decision to a waivers file, which is `null` where there is none yet. The lines that are there stay as
 * they are, and the new one ends as they do.
 * @throws {MarkercheckError} `WAIVERS_INVALID` if it is no waivers file or has a fault that would swallow the line;
 *   `ARGUMENT_INVALID` with all that is wrong with the decision.
 */
export function addWaiver(
  csv: string | null,
  given: WaiverDraft,
  rules: ReadonlySet<string>,
  asAt: Day,
): AddedWaiver {
  const draft: WaiverDraft = {
    rule: trim(given.rule),
    crimeReference: trim(given.crimeReference),
    reason: oneLine(given.reason),
    decidedBy: oneLine(given.decidedBy),
    decidedOn: trim(given.decidedOn),
    expiresOn: trim(given.expiresOn),
  };
  const before = csv === null ? null : readWaivers(csv, rules, asAt);
  const faults = faultsOf(draft, rules, asAt);
  if (faults.length > 0) throw new MarkercheckError('ARGUMENT_INVALID', 'This cannot be waived.', faults);
  const standing = before === null ? undefined : inForceOf(before, draft, asAt);
  if (standing !== undefined) {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      `The waiver on row ${standing.row} says the same and is in force until ${standing.expiresOn}. To change it, edit that row.`,
    );
  }
  const text = csv ?? `${BYTE_ORDER_MARK}${WAIVER_COLUMNS.join(',')}\r\n`;
  const { data, meta } = Papa.parse<string[]>(text.replace(BYTE_ORDER_MARK, ''), {
    header: false,
    preview: 1,
  });
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const line = lineOf((data[0] ?? []).map(trim), draft, meta.delimiter) + end;
  const added = (csv === null ? text : text.endsWith('\n') ? '' : end) + line;
  return { text: added, waiver: lastOf((csv ?? '') + added, before, draft, rules, asAt) };
}

/** Reads what would be written: the new line must be there, and all others as before. */
function lastOf(
  after: string,
  before: WaiverFile | null,
  draft: WaiverDraft,
  rules: ReadonlySet<string>,
  asAt: Day,
): Waiver {
  const { waivers, malformed } = readWaivers(after, rules, asAt);
  const last = waivers.at(-1);
  const isAsBefore =
    waivers.length === (before?.waivers.length ?? 0) + 1 &&
    malformed.length === (before?.malformed.length ?? 0);
  const isThere = last !== undefined && WAIVER_COLUMNS.every((column) => last[column] === draft[column]);
  if (isAsBefore && isThere) return last;
  throw new MarkercheckError(
    'WAIVERS_INVALID',
    'A line added to this file would not be read as a waiver. Look for a quotation mark that is not closed, or a row with too few cells.',
  );
}
