import type { FieldName } from '../../model/fields.js';
import type { Assignment } from './assign.js';
import { guessDates } from './dates.js';
import type { MarkersProposal } from './markers.js';
import { isYesNo } from './markers.js';
import type { Confidence, FieldProposal } from './proposal.js';
import type { ColumnSample } from './sample.js';

/** What is proposed for one column of the extract. */
export interface SuggestedColumn {
  readonly column: string;
  /** The fields or markers that are read from it. */
  readonly fields: readonly FieldName[];
  readonly confidence: Confidence;
  /** Why, in words; never a value of the column. */
  readonly reasons: readonly string[];
}

/** Some names of a list that may be long. */
export function someOf(names: readonly string[]): string {
  const most = 3;
  return names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and others`;
}

/** Columns of which nothing can be read by their name, and why. */
export function nameFaults(columns: readonly ColumnSample[]): ReadonlyMap<ColumnSample, string> {
  const faults = new Map<ColumnSample, string>();
  const seen = new Set<string>();
  for (const column of columns) {
    const name = column.name.toLowerCase();
    if (name.trim() === '') faults.set(column, 'it has no name, so that nothing can be read from it');
    else if (seen.has(name))
      faults.set(column, 'it has the name of an earlier column, which is read in its place');
    seen.add(name);
  }
  return faults;
}

/** What an unused column seems to hold, so that one that was overlooked is seen. */
function unusedReason(column: ColumnSample): string {
  if (column.values.length === 0) return 'no values in what was read';
  if (isYesNo(column)) return 'yes and no: if it is a marker, name it in "markers"';
  if (guessDates(column.values).kind !== 'none') return 'dates: if it is a field, name it in "fields"';
  return 'no field has a name like it';
}

export function describeColumns(
  columns: readonly ColumnSample[],
  faults: ReadonlyMap<ColumnSample, string>,
  proposals: readonly FieldProposal[],
  { contradicted, ties }: Assignment,
  markers: MarkersProposal,
): readonly SuggestedColumn[] {
  return columns.map((column) => {
    const { name } = column;
    const fault = faults.get(column);
    if (fault !== undefined) return { column: name, fields: [], confidence: 'unused', reasons: [fault] };
    const marker = markers.columns.find((proposal) => proposal.column === name);
    if (marker !== undefined) {
      return {
        column: name,
        fields: marker.markers,
        confidence: marker.confidence,
        reasons: [marker.reason],
      };
    }
    const proposal = proposals.find((one) => one.columns.includes(name));
    if (proposal !== undefined) {
      return {
        column: name,
        fields: [proposal.field],
        confidence: proposal.confidence,
        reasons: proposal.reasons,
      };
    }
    const tie = ties.find((one) => one.columns.includes(name));
    if (tie !== undefined) {
      const rivals = someOf(tie.columns.slice(0, 5).filter((other) => other !== name));
      return {
        column: name,
        fields: [tie.field],
        confidence: 'question',
        reasons: [`as good a name as ${rivals}`],
      };
    }
    const against = contradicted.find((one) => one.column === name);
    if (against !== undefined) {
      const reason = `a name like ${against.field}, but ${against.reason}`;
      return { column: name, fields: [], confidence: 'unused', reasons: [reason] };
    }
    return { column: name, fields: [], confidence: 'unused', reasons: [unusedReason(column)] };
  });
}
