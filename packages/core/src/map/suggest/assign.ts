import { FIELD_INDEX, FIELDS, type FieldName } from '../../model/fields.js';
import { contentFor } from './content.js';
import { CLEAR_NAME, fieldsByName } from './names.js';
import type { Content, FieldProposal } from './proposal.js';
import type { ColumnSample } from './sample.js';

interface Candidate {
  readonly field: FieldName;
  readonly column: ColumnSample;
  readonly score: number;
  readonly content: Content;
}

/** A column that nobody can be sure of between two: so near are their names to the field's. */
const TIE = 0.05;

/** Every column for every field that its name may stand for, the best first. */
function candidates(columns: readonly ColumnSample[]): readonly Candidate[] {
  const all = columns.flatMap((column) =>
    fieldsByName(column.name)
      .filter(({ field }) => FIELDS[FIELD_INDEX[field]]?.type !== 'marker')
      .map(({ field, score }) => ({ field, column, score, content: contentFor(field, column) })),
  );
  const rank = ({ score, content }: Candidate) => score + (content.agrees === true ? 0.2 : 0);
  const order = (candidate: Candidate) => FIELD_INDEX[candidate.field];
  return all.toSorted((a, b) => rank(b) - rank(a) || order(a) - order(b));
}

function proposalOf({ field, column, score, content }: Candidate): FieldProposal {
  const named = score >= CLEAR_NAME;
  const byName = named ? 'its name' : 'a name like it';
  const isSure = named && content.agrees === true && content.isUnsure !== true;
  const confidence = content.isQuestion ? 'question' : isSure ? 'sure' : 'likely';
  return {
    field,
    columns: [column.name],
    source: content.source,
    confidence,
    reasons: [byName, content.reason],
  };
}

/** What the columns are by name and values, each column one field and each field one column. */
export interface Assignment {
  readonly proposals: readonly FieldProposal[];
  /** Columns whose name fits a field but whose values do not. */
  readonly contradicted: readonly {
    readonly column: string;
    readonly field: FieldName;
    readonly reason: string;
  }[];
  /** Fields that two columns fit equally. */
  readonly ties: readonly { readonly field: FieldName; readonly columns: readonly string[] }[];
}

function grouped<K>(
  all: readonly Candidate[],
  by: (candidate: Candidate) => K,
): ReadonlyMap<K, readonly Candidate[]> {
  const groups = new Map<K, Candidate[]>();
  for (const candidate of all) {
    const group = groups.get(by(candidate));
    if (group === undefined) groups.set(by(candidate), [candidate]);
    else group.push(candidate);
  }
  return groups;
}

export function assignColumns(columns: readonly ColumnSample[]): Assignment {
  const taken = new Map<ColumnSample, FieldName>();
  const proposals: FieldProposal[] = [];
  const ties: { field: FieldName; columns: readonly string[] }[] = [];
  const done = new Set<FieldName>();
  const all = candidates(columns);
  const ofColumn = grouped(all, ({ column }) => column);
  const ofField = grouped(all, ({ field }) => field);
  for (const candidate of all) {
    const { field, column, score, content } = candidate;
    if (done.has(field) || taken.has(column) || content.agrees === false) continue;
    const rivals = (ofField.get(field) ?? []).filter(
      (other) =>
        other.column !== column &&
        !taken.has(other.column) &&
        other.content.agrees === content.agrees &&
        Math.abs(other.score - score) < TIE &&
        // A rival that is clearly another field's is none.
        !ofColumn.get(other.column)?.some((better) => better.field !== field && better.score > other.score),
    );
    done.add(field);
    taken.set(column, field);
    if (rivals.length === 0) {
      proposals.push(proposalOf(candidate));
    } else {
      for (const rival of rivals) taken.set(rival.column, field);
      ties.push({ field, columns: [column, ...rivals.map((rival) => rival.column)].map(({ name }) => name) });
    }
  }
  const contradicted = all
    .filter(
      ({ column, field, content }) => content.agrees === false && !taken.has(column) && !done.has(field),
    )
    .map(({ column, field, content }) => ({ column: column.name, field, reason: content.reason }));
  return { proposals, contradicted, ties };
}
