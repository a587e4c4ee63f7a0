import type { BaselineEntry, Gone } from '../../baseline/baseline.js';
import type { Finding, FindingStatus, Undetermined } from '../../model/finding.js';
import type { InputNotice, Place } from '../../read/reader.js';
import { csvFile } from './csv-text.js';
import type { LineColumn, LineFile } from './line-file.js';
import { ndjsonFile } from './ndjson-text.js';

/** A finding where it stands. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly status: FindingStatus;
  /** The day as at which it was first found; the run's own without a baseline. */
  readonly since: string;
  readonly place: Place;
}

/** A column in which few texts stand many times. */
const repeated = <T>(name: string, cell: LineColumn<T>['cell']): LineColumn<T> => ({
  name,
  cell,
  repeats: true,
});

/** A column whose texts are the line's own. */
const own = <T>(name: string, cell: LineColumn<T>['cell']): LineColumn<T> => ({ name, cell, repeats: false });

type Located = LocatedFinding;

const RULE = repeated<Located>('rule', ({ finding }) => finding.rule);
const SEVERITY = repeated<Located>('severity', ({ finding }) => finding.severity);
const STATUS = repeated<Located>('status', ({ status }) => status);
const REFERENCE = own<Located>('crimeReference', ({ finding }) => finding.crimeReference);
const FORCE = repeated<Located>('force', ({ finding }) => finding.force);
const TEAM = repeated<Located>('team', ({ finding }) => finding.team);
const RECORDED_ON = repeated<Located>('recordedOn', ({ finding }) => finding.recordedOn);
const MARKER = repeated<Located>('marker', ({ finding }) => finding.marker);
const MESSAGE = repeated<Located>('message', ({ finding }) => finding.message);
const ACTION = repeated<Located>('action', ({ finding }) => finding.action);
const SINCE = repeated<Located>('since', ({ since }) => since);
const FILE = repeated<Located>('file', ({ place }) => place.file);
const ROW = own<Located>('row', ({ place }) => place.row);
const FINGERPRINT = own<Located>('fingerprint', ({ finding }) => finding.fingerprint);

export const findingsCsv: LineFile<LocatedFinding> = csvFile('findings.csv', [
  RULE,
  SEVERITY,
  STATUS,
  REFERENCE,
  FORCE,
  TEAM,
  MARKER,
  MESSAGE,
  ACTION,
  FILE,
  ROW,
  FINGERPRINT,
]);

/** The clauses of findings as JSON. Findings of one rule that agree in every truth share them: they are written once. */
function createClausesJson(): (finding: Finding) => string {
  const known = new WeakMap<
    Finding['when'],
    { readonly require: Finding['require']; readonly json: string }
  >();
  return ({ when, require }) => {
    let of = known.get(when);
    if (of?.require !== require) {
      of = { require, json: `"when":${JSON.stringify(when)},"require":${JSON.stringify(require)}` };
      known.set(when, of);
    }
    return of.json;
  };
}

const clausesJson = createClausesJson();

/** As findings.csv, one JSON object a line, with the clauses and their truth. */
export const findingsNdjson: LineFile<LocatedFinding> = ndjsonFile(
  'findings.ndjson',
  [
    RULE,
    SEVERITY,
    REFERENCE,
    FORCE,
    TEAM,
    RECORDED_ON,
    MARKER,
    MESSAGE,
    ACTION,
    STATUS,
    SINCE,
    FILE,
    ROW,
    FINGERPRINT,
  ],
  ({ finding }) => clausesJson(finding),
);

/** The list that closes holes: what cannot be told, and for want of which fields. */
export const undeterminedCsv: LineFile<Undetermined> = csvFile('undetermined.csv', [
  repeated('rule', ({ rule }) => rule),
  own('crimeReference', ({ crimeReference }) => crimeReference),
  repeated('force', ({ force }) => force),
  repeated('team', ({ team }) => team),
  repeated('lacking', ({ lacking }) => lacking.join(';')),
]);

/** What the next run compares with: one line a finding, waived ones included, then those that cannot be judged now. */
export const baselineCsv: LineFile<BaselineEntry> = csvFile('baseline.csv', [
  own('fingerprint', ({ fingerprint }) => fingerprint),
  repeated('rule', ({ rule }) => rule),
  repeated('force', ({ force }) => force),
  own('crimeReference', ({ crimeReference }) => crimeReference),
  repeated('since', ({ since }) => since),
  repeated('dormantSince', ({ dormantSince }) => dormantSince),
  repeated('lost', ({ lost }) => lost.join(';')),
]);

/** Findings of the baseline that were not found again. */
export const resolvedCsv: LineFile<readonly [BaselineEntry, Gone]> = csvFile('resolved.csv', [
  repeated('status', ([, what]) => what),
  repeated('rule', ([{ rule }]) => rule),
  own('crimeReference', ([{ crimeReference }]) => crimeReference),
  repeated('force', ([{ force }]) => force),
  repeated('since', ([{ since }]) => since),
  own('fingerprint', ([{ fingerprint }]) => fingerprint),
]);

/** What could not be read, and what was done about it. */
export const inputCsv: LineFile<InputNotice> = csvFile('input.csv', [
  repeated('file', ({ file }) => file),
  own('row', ({ row }) => row),
  repeated('column', ({ column }) => column),
  repeated('problem', ({ problem }) => problem),
  repeated('done', ({ done }) => done),
]);
