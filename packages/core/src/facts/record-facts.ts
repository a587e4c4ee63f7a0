import { type Cells, FIELD_INDEX, type FieldName } from '../model/fields.js';
import { CellsRecord, type LazyRecord, NO_TOKEN } from '../model/lazy-record.js';
import { BREACHED } from '../model/outcome.js';
import type { OffenceEntry, OffenceReading } from '../model/pack.js';
import type { SynonymIndex } from '../normalise/local-marker.js';
import type { OffenceCode } from '../normalise/offence-code.js';
import { trim } from '../normalise/text.js';
import type { TermIndex } from '../normalise/words-in-text.js';
import { cellReadingCount, type CellReading, type Fact, slotCount } from './fact.js';
import { highBit, lowBit, OF_RULES, type Reading } from './reading.js';

/** What facts need beside the record: the pack's lists, indexed, and the columns that the extract has. */
export interface Surroundings {
  readonly entries: ReadonlyMap<string, OffenceEntry>;
  readonly reading: OffenceReading;
  readonly readCode: (text: string) => OffenceCode;
  /** The categories whose victim may be born on the day of the record. */
  readonly newborn: ReadonlySet<string>;
  readonly terms: TermIndex;
  readonly synonyms: SynonymIndex;
  readonly columns: ReadonlySet<FieldName>;
}

/**
 * The facts of one record at a time. It is reused for record after record, so that judging a record
 * allocates next to nothing; a value belongs to the record that is loaded when it is asked for.
 */
export class RecordFacts {
  readonly surroundings: Surroundings;
  /** What the rules judged so far say of this record, by their index: what `breached` looks at. */
  readonly outcomes: Uint8Array;
  readonly #ofCells = new CellsRecord();
  #loaded: LazyRecord = this.#ofCells;
  #record = 0;
  readonly #values: unknown[];
  readonly #computedFor: Int32Array;
  /** By reading and token, of the numbering that came last. */
  #readings: unknown[][] = [];
  #numbering: object | null = null;
  /** What was looked at since somebody wanted to know. */
  #low = 0;
  #high = 0;
  /** By slot, what was looked at to compute a fact: whoever asks for it has looked at that. */
  readonly #lowOf: Int32Array;
  readonly #highOf: Int32Array;

  constructor(surroundings: Surroundings, rules: number) {
    this.surroundings = surroundings;
    this.outcomes = new Uint8Array(rules);
    this.#values = new Array<unknown>(slotCount()).fill(undefined);
    this.#computedFor = new Int32Array(slotCount());
    this.#lowOf = new Int32Array(slotCount());
    this.#highOf = new Int32Array(slotCount());
  }

  load(cells: Cells): this {
    return this.loadRecord(this.#ofCells.load(cells));
  }

  loadRecord(record: LazyRecord): this {
    this.#loaded = record;
    this.#record = (this.#record + 1) | 0;
    if (record.numbering !== this.#numbering) {
      this.#numbering = record.numbering;
      this.#readings = Array.from({ length: cellReadingCount() }, () => []);
    }
    return this;
  }

  /** The record that is loaded. */
  get loaded(): LazyRecord {
    return this.#loaded;
  }

  get<T>(fact: Fact<T>): T {
    const { slot } = fact;
    if (this.#computedFor[slot] !== this.#record) this.#compute(fact);
    this.#low |= this.#lowOf[slot] as number;
    this.#high |= this.#highOf[slot] as number;
    return this.#values[slot] as T;
  }

  #compute<T>(fact: Fact<T>): void {
    const { slot } = fact;
    const low = this.#low;
    const high = this.#high;
    this.#low = 0;
    this.#high = 0;
    this.#values[slot] = fact.compute(this);
    this.#computedFor[slot] = this.#record;
    this.#lowOf[slot] = this.#low;
    this.#highOf[slot] = this.#high;
    this.#low = low;
    this.#high = high;
  }

  /** What is read of one cell alone. */
  readCell<T>({ slot, position, read }: CellReading<T>): T {
    this.#note(position);
    const token = this.#loaded.tokens[position] as number;
    const known = this.#readings[slot];
    if (token === NO_TOKEN || known === undefined)
      return read(this.#loaded.cell(position), this.surroundings);
    let value = known[token] as T | undefined;
    if (value === undefined) known[token] = value = read(this.#loaded.cell(position), this.surroundings);
    return value;
  }

  /** What is looked at to find something out about the loaded record. */
  tracing(ask: () => void): Reading {
    this.#low = 0;
    this.#high = 0;
    ask();
    return { low: this.#low, high: this.#high };
  }

  #note(position: number): void {
    this.#low |= lowBit(position);
    this.#high |= highBit(position);
  }

  /** Whether one of the rules judged so far is breached on this record. */
  isBreached(rule: number): boolean {
    this.#high |= OF_RULES;
    return this.outcomes[rule] === BREACHED;
  }

  /** The cell as it came, `null` where there is nothing to read. */
  cell(field: FieldName): string | null {
    const position = FIELD_INDEX[field];
    this.#note(position);
    return this.#loaded.cell(position);
  }

  /** The same by the field's position, which is quicker; no fact reads it so. */
  cellAt(position: number): string | null {
    return this.#loaded.cell(position);
  }

  /** The cell's text without blanks at its ends; empty where there is nothing to read. */
  text(field: FieldName): string {
    const cell = this.cell(field);
    return cell === null ? '' : trim(cell);
  }

  hasColumn(field: FieldName): boolean {
    return this.surroundings.columns.has(field);
  }
}
