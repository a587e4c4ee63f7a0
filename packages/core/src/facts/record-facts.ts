import { type Cells, FIELD_INDEX, type FieldName } from '../model/fields.js';
import { BREACHED } from '../model/outcome.js';
import type { OffenceEntry, OffenceReading } from '../model/pack.js';
import type { SynonymIndex } from '../normalise/local-marker.js';
import type { OffenceCode } from '../normalise/offence-code.js';
import { trim } from '../normalise/text.js';
import type { TermIndex } from '../normalise/words-in-text.js';
import { type Fact, slotCount } from './fact.js';

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

/** What was looked at to find something out. */
export interface Reading {
  readonly columns: ReadonlySet<FieldName>;
  /** Whether the outcomes of rules were. */
  readonly rules: boolean;
}

/**
 * The facts of one record at a time. It is reused for record after record, so that judging a record
 * allocates next to nothing; a value belongs to the record that is loaded when it is asked for.
 */
export class RecordFacts {
  readonly surroundings: Surroundings;
  /** What the rules judged so far say of this record, by their index: what `breached` looks at. */
  readonly outcomes: Uint8Array;
  #cells: Cells = [];
  #record = 0;
  readonly #values: unknown[];
  readonly #computedFor: Int32Array;
  #trace: { readonly columns: Set<FieldName>; rules: boolean } | null = null;

  constructor(surroundings: Surroundings, rules: number) {
    this.surroundings = surroundings;
    this.outcomes = new Uint8Array(rules);
    this.#values = new Array<unknown>(slotCount()).fill(undefined);
    this.#computedFor = new Int32Array(slotCount());
  }

  load(cells: Cells): this {
    this.#cells = cells;
    this.#record = (this.#record + 1) | 0;
    return this;
  }

  get<T>(fact: Fact<T>): T {
    const { slot } = fact;
    if (this.#computedFor[slot] === this.#record) return this.#values[slot] as T;
    const value = fact.compute(this);
    this.#values[slot] = value;
    this.#computedFor[slot] = this.#record;
    return value;
  }

  /** What is looked at to find something out about the loaded record, from nothing known. */
  tracing(ask: () => void): Reading {
    this.#record = (this.#record + 1) | 0;
    const trace = { columns: new Set<FieldName>(), rules: false };
    this.#trace = trace;
    ask();
    this.#trace = null;
    return trace;
  }

  /** Whether one of the rules judged so far is breached on this record. */
  isBreached(rule: number): boolean {
    if (this.#trace !== null) this.#trace.rules = true;
    return this.outcomes[rule] === BREACHED;
  }

  /** The cell as it came, `null` where there is nothing to read. */
  cell(field: FieldName): string | null {
    this.#trace?.columns.add(field);
    return this.#cells[FIELD_INDEX[field]] ?? null;
  }

  /** The same by the field's position, which is quicker; no fact reads it so. */
  cellAt(position: number): string | null {
    return this.#cells[position] ?? null;
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
