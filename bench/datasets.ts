import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { generateRecords } from '../packages/core/src/generate/generate.js';
import { writeCsv } from '../packages/core/src/generate/csv.js';
import { writeNdjson } from '../packages/core/src/generate/ndjson.js';
import { WIDE_COLUMNS } from '../packages/core/src/generate/wide.js';
import { writeXml } from '../packages/core/src/generate/xml.js';
import type { CrimeRecord } from '../packages/core/src/model/fields.js';
import { loadPack } from '../packages/core/src/rules/load.js';

/** What a data set is made of: records by a seed, and what is done to their texts. */
interface Recipe {
  readonly about: string;
  /** @default "csv" */
  readonly format?: 'csv' | 'xml' | 'ndjson';
  /** Of the records in which a fault can be planted, the share that gets it. */
  readonly faults: number;
  readonly ordinaryShare: number;
  /** Whether rows of it cannot be read as records. @default false */
  readonly isDamaged?: boolean;
  readonly narrative?: (text: string, index: number) => string;
  /** Lines that no record gave, put behind a record. */
  readonly after?: (index: number) => string;
}

const REALISTIC = { faults: 0.01, ordinaryShare: 0.95 };

/** Six in ten narratives need quotes, one in ten has a line end, one in twenty a quotation mark, one in fifty is not ASCII. */
function quotedNarrative(text: string, index: number): string {
  let narrative = text;
  if (index % 10 < 6) narrative += ', and left before anybody came; nothing more is known, as yet.';
  if (index % 10 === 4) narrative += '\nSecond account taken, see the log.';
  if (index % 20 === 3) narrative += ' Said "no comment" when asked.';
  if (index % 50 === 7) narrative += ' Loss of £40 at the café.';
  return narrative;
}

/** A line that could be a record of its own, as wide as the header. */
const FAKE_ROW = `MC/2025/999999,E23000037,crime,,19/16${','.repeat(WIDE_COLUMNS.length - 5)}`;

export const RECIPES = {
  plain: { about: 'no quotation marks at all', ...REALISTIC },
  quoted: { about: 'narratives as people write them', ...REALISTIC, narrative: quotedNarrative },
  clean: { about: 'not one finding', faults: 0, ordinaryShare: 0.95, narrative: quotedNarrative },
  bad: { about: 'nearly every row has a finding', faults: 1, ordinaryShare: 0, narrative: quotedNarrative },
  adversarial: {
    about: 'narratives that hold whole rows',
    isDamaged: true,
    ...REALISTIC,
    narrative: (text, index) => (index % 3 === 0 ? `${text}\n${FAKE_ROW}\n${FAKE_ROW}` : text),
  },
  ragged: {
    about: 'one row in two hundred is too short or too long',
    isDamaged: true,
    ...REALISTIC,
    narrative: quotedNarrative,
    after: (index) =>
      index % 200 === 7 ? `${FAKE_ROW.slice(0, index % 400 === 7 ? -3 : undefined)},x\n` : '',
  },
  xml: { about: 'the records of quoted, as XML', ...REALISTIC, narrative: quotedNarrative, format: 'xml' },
  ndjson: { about: 'the same as NDJSON', ...REALISTIC, narrative: quotedNarrative, format: 'ndjson' },
} as const satisfies Record<string, Recipe>;

export type DataSet = keyof typeof RECIPES;

const FOLDER = path.join(import.meta.dirname, '..', '.cache', 'bench');
const CHECKSUMS = path.join(import.meta.dirname, 'checksums.json');
const pack = loadPack();

function* recordsOf({ faults, ordinaryShare, narrative }: Recipe, rows: number): Generator<CrimeRecord> {
  const faultRates = Object.fromEntries(pack.rules.map((rule) => [rule.id, faults]));
  const options = { force: 'E23000037', from: '2024-01-01', to: '2025-12-31', asAt: '2026-11-01' };
  let index = 0;
  for (const { record } of generateRecords(pack, { ...options, seed: 7, rows, ordinaryShare, faultRates })) {
    yield narrative === undefined
      ? record
      : { ...record, narrative: narrative(record.narrative ?? '', index) };
    index++;
  }
}

/** The lines of a CSV, and those that no record gave. */
function* withLinesAfter(recipe: Recipe, after: (index: number) => string, rows: number): Generator<string> {
  let index = -1;
  for (const record of recordsOf(recipe, rows)) {
    const [text = ''] = writeCsv([record], WIDE_COLUMNS);
    const header = text.slice(0, text.indexOf('\n') + 1);
    if (index < 0) yield header;
    index++;
    yield text.slice(header.length) + after(index);
  }
}

/** The text of a data set in pieces. */
function piecesOf(recipe: Recipe, rows: number): Generator<string> {
  const { format = 'csv', after } = recipe;
  if (after !== undefined) return withLinesAfter(recipe, after, rows);
  const records = recordsOf(recipe, rows);
  switch (format) {
    case 'csv':
      return writeCsv(records, WIDE_COLUMNS);
    case 'xml':
      return writeXml(records, WIDE_COLUMNS, 'UTF-8');
    case 'ndjson':
      return writeNdjson(records, WIDE_COLUMNS);
    default:
      return format satisfies never;
  }
}

/** The path of a data set, made if it is not there; its checksum has to be the recorded one, where one is. */
export function dataSet(name: DataSet, rows: number): string {
  const recipe: Recipe = RECIPES[name];
  const file = path.join(FOLDER, `${name}-${rows}.${recipe.format ?? 'csv'}`);
  if (existsSync(file)) return file;
  mkdirSync(FOLDER, { recursive: true });
  const hash = createHash('sha256');
  const descriptor = openSync(`${file}.part`, 'w');
  for (const piece of piecesOf(recipe, rows)) {
    hash.update(piece);
    writeSync(descriptor, piece);
  }
  closeSync(descriptor);
  const digest = hash.digest('hex');
  const recorded = (JSON.parse(readFileSync(CHECKSUMS, 'utf8')) as Record<string, string>)[`${name}-${rows}`];
  if (recorded !== undefined && recorded !== digest) {
    throw new Error(`${name}-${rows} has the digest ${digest}, and bench/checksums.json says ${recorded}.`);
  }
  if (recorded === undefined)
    process.stderr.write(`"${name}-${rows}": "${digest}" is not in checksums.json\n`);
  renameSync(`${file}.part`, file);
  return file;
}
