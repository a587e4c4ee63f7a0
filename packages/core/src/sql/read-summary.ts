import { emptyTally, type MeasureCounts, type RuleCounts, type Tally } from '../aggregate/tally.js';
import { EXTRACT_CHECKS } from '../aggregate/checks/index.js';
import type { CountRow } from '../aggregate/checks/extract-check.js';
import { EXTRACT_CHECKS_SQL } from '../aggregate/checks/shares-sql.js';
import { summarise } from '../aggregate/summarise.js';
import { columnPosition } from '../map/columns.js';
import type { Table } from '../map/table.js';
import type { AgeBand, Maturity } from '../model/cell.js';
import { MarkercheckError } from '../model/errors.js';
import type { Pack } from '../model/pack.js';
import type { RunSummary } from '../model/run.js';
import type { Severity } from '../model/rule.js';
import { type CompiledPack, compilePack } from '../rules/compile.js';
import type { SqlNote } from './note.js';
import { SUMMARY_COLUMNS } from './summary.js';

type SummaryRow = Readonly<Record<(typeof SUMMARY_COLUMNS)[number], string>>;

function refuse(what: string): never {
  throw new MarkercheckError(
    'ARGUMENT_INVALID',
    `This is not what the SQL of --give summary gives: ${what}.`,
  );
}

/** Engines write NULL as nothing or as the word. */
function cellOf(text: string | undefined): string {
  return text === undefined || text === 'NULL' ? '' : text;
}

function rowsOf({ header, rows }: Table): readonly SummaryRow[] {
  const places = SUMMARY_COLUMNS.map((name) => [name, columnPosition(header, name)] as const);
  const missing = places.filter(([, place]) => place < 0).map(([name]) => name);
  if (missing.length > 0) refuse(`it lacks the column ${missing.join(', ')}`);
  return rows.map(
    (row) => Object.fromEntries(places.map(([name, place]) => [name, cellOf(row[place])])) as SummaryRow,
  );
}

function noteOf(rows: readonly SummaryRow[], pack: Pack): SqlNote {
  const notes = rows.filter(({ kind }) => kind === 'run');
  const [first] = notes;
  if (first === undefined || notes.length > 1) refuse('it has not one row of the kind "run"');
  let note: Partial<SqlNote>;
  try {
    note = JSON.parse(first.note) as Partial<SqlNote>;
  } catch {
    return refuse('the note of its row "run" cannot be read');
  }
  if (note.schema !== 1 || note.pack === undefined) refuse('the note of its row "run" is of another kind');
  if (note.pack.digest !== pack.digest) {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      `The SQL was written with edition ${note.pack.edition} of ${note.pack.id} (digest ${note.pack.digest.slice(0, 12)}), and the rules here are edition ${pack.edition} (${pack.digest.slice(0, 12)}). Write the SQL again and run it.`,
    );
  }
  return note as SqlNote;
}

function numberOf({ records, kind, id, part }: SummaryRow): number {
  const count = Number(records);
  if (records === '' || !Number.isSafeInteger(count) || count < 0)
    refuse(`the count of ${kind} ${id} ${part} is no whole number`);
  return count;
}

/** The counts of one kind and id, by part. */
function countsOf(rows: readonly SummaryRow[], kind: string): (id: string, part: string) => number {
  const counts = new Map<string, number>();
  for (const row of rows.filter((of) => of.kind === kind)) {
    const key = `${row.id}\n${row.part}`;
    counts.set(key, (counts.get(key) ?? 0) + numberOf(row));
  }
  return (id, part) => counts.get(`${id}\n${part}`) ?? 0;
}

const MEASURE_PARTS = ['met', 'breached', 'undetermined'];

function cellsOf(rows: readonly SummaryRow[], compiled: CompiledPack): Tally['cells'] {
  const cells: Map<string, { key: SummaryRow; counts: MeasureCounts[] }> = new Map();
  for (const row of rows.filter(({ kind }) => kind === 'measure')) {
    const name = JSON.stringify([
      row.force,
      row.month === '' ? null : row.month,
      row.offence_class === '' ? null : row.offence_class,
      row.age_band,
      row.maturity,
    ]);
    const cell = cells.get(name) ?? {
      key: row,
      counts: compiled.measures.map((): MeasureCounts => [0, 0, 0, 0]),
    };
    const of = cell.counts[compiled.measures.findIndex(({ measure }) => measure.id === row.id)];
    const part = MEASURE_PARTS.indexOf(row.part);
    if (of === undefined || part < 0) refuse(`there is no measure ${row.id} ${row.part}`);
    of[part] = (of[part] ?? 0) + numberOf(row);
    cells.set(name, cell);
  }
  return new Map(
    [...cells].map(([name, { key, counts }]) => [
      name,
      {
        force: key.force,
        month: key.month === '' ? null : key.month,
        offenceClass: key.offence_class === '' ? null : key.offence_class,
        ageBand: key.age_band as AgeBand,
        maturity: key.maturity as Maturity,
        counts,
      },
    ]),
  );
}

function checksOf(rows: readonly SummaryRow[]): readonly unknown[] {
  return EXTRACT_CHECKS.map((check) => {
    const reading = EXTRACT_CHECKS_SQL.find(({ id }) => id === check.id);
    const own = rows.filter(({ kind, id }) => kind === 'check' && id === check.id);
    const groups = new Map<string, SummaryRow[]>();
    for (const row of own) {
      const key = JSON.stringify([row.force, row.month]);
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    const counted = [...groups.values()].map((group): CountRow => {
      const count = countsOf(group, 'check');
      return {
        force: group[0]?.force ?? '',
        month: group[0]?.month || null,
        count: (part) => count(check.id, part),
      };
    });
    return reading?.tally(counted) ?? check.empty();
  });
}

function tallyOf(rows: readonly SummaryRow[], compiled: CompiledPack): Tally {
  const of = (kind: string) => countsOf(rows, kind);
  const [ofRecords, ofRules, ofFindings] = [of('records'), of('rule'), of('finding')];
  const records = ofRecords('read', '');
  const measure = of('measure');
  const severity = (part: Severity) =>
    compiled.rules.reduce((sum, { rule }) => sum + ofFindings(rule.id, part), 0);
  const rules = compiled.rules.map(({ rule: { id }, state }): RuleCounts => {
    const parts = ['undetermined', 'met', 'breached'].map((part) => ofRules(id, part));
    const sum = parts.reduce((a, b) => a + b, ofRules(id, 'not-applicable'));
    if (sum !== (state === 'on' ? records : 0))
      refuse(`the outcomes of ${id} are ${sum} and the records ${records}; it is not whole`);
    return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0, 0];
  });
  return {
    ...emptyTally(compiled),
    records,
    measured: ofRecords('concerned', ''),
    findings: { error: severity('error'), warning: severity('warning'), info: severity('info') },
    rules,
    measures: compiled.measures.map(({ measure: { id } }): MeasureCounts => [
      measure(id, 'met'),
      measure(id, 'breached'),
      measure(id, 'undetermined'),
      0,
    ]),
    cells: cellsOf(rows, compiled),
    teams: null,
    checks: checksOf(rows),
  };
}

/** What the file of an engine's result is. */
export interface SqlResultFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** The share of records with a readable code below which a table counts as not checked. */
const MIN_ASSESSED = 0.95;

/**
 * The summary of a run from what an engine gave for `--give summary`, as `share` and `compare` take it. It has
 * no findings of single records, and no teams: these the SQL does not count.
 * @throws {MarkercheckError} `ARGUMENT_INVALID` for a result that is not one, is not whole, or is of another pack.
 */
export function readSqlSummary(table: Table, pack: Pack, file: SqlResultFile): RunSummary {
  const rows = rowsOf(table);
  const note = noteOf(rows, pack);
  const compiled = compilePack(pack, { policy: note.policy, columns: note.columns });
  const tally = tallyOf(rows, compiled);
  const input = {
    name: note.table,
    ...file,
    encoding: 'utf-8',
    format: `sql, ${note.dialect}`,
    records: tally.records,
    unreadable: 0,
  };
  return summarise(tally, compiled, {
    tool: note.tool,
    profile: note.profile,
    policyDigest: note.policyDigest,
    asAt: note.asAt,
    inputs: [input],
    complete: true,
    baseline: null,
    waivers: null,
    adoption: null,
    workList: null,
    pseudonyms: null,
    minAssessed: MIN_ASSESSED,
  });
}
