import { MarkercheckError } from '../model/errors.js';
import { type Cells, FIELD_NAMES, type FieldName } from '../model/fields.js';
import type { InputNotice } from '../read/reader.js';
import { type Derived, type Mapping, NO_COLUMN } from './mapping.js';
import { fieldsByName } from './suggest/names.js';

type Notice = Omit<InputNotice, 'file'>;

/** Positions of the canonical fields in a header; names are matched without regard to case. */
function positionsOf(
  header: readonly string[],
  notice: (notice: Notice) => void,
): ReadonlyMap<FieldName, number> {
  const positions = new Map<FieldName, number>();
  header.forEach((name, position) => {
    const field = FIELD_NAMES.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (field === undefined) return;
    if (positions.has(field)) {
      notice({
        row: 1,
        column: name,
        problem: 'the header has this column twice',
        done: 'the first was read; remove or rename the other',
      });
      return;
    }
    positions.set(field, position);
  });
  return positions;
}

/**
 * The mapping of an extract whose header has the canonical names.
 * @throws {MarkercheckError} `PROFILE_MISFIT` if the header has none of them.
 */
export function mapCanonical(header: readonly string[], notice: (notice: Notice) => void): Mapping {
  const positions = positionsOf(header, notice);
  if (positions.size === 0) {
    throw new MarkercheckError(
      'PROFILE_MISFIT',
      'The header has none of the canonical column names: name a profile with --profile, or let `markercheck profile suggest` propose one.',
      header.flatMap((name) => {
        const [likeliest] = fieldsByName(name);
        return likeliest === undefined ? [] : [`column ${JSON.stringify(name)} may be ${likeliest.field}`];
      }),
    );
  }
  const cells = FIELD_NAMES.map((field): Derived<string | null> => {
    const place = positions.get(field);
    return place === undefined ? NO_COLUMN : { from: [place], of: (row) => row[place] ?? '', isCopy: true };
  });
  return {
    columns: new Set(positions.keys()),
    columnOf: (field) => header[positions.get(field) ?? -1] ?? field,
    dateFormatOf: () => 'YYYY-MM-DD',
    reads: new Set(positions.values()),
    cells,
    toCells: (row): Cells => cells.map(({ of }) => of(row)),
  };
}
