import { FIELD_NAMES, type FieldName, nearestNames } from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';

/** Names of fields with commas between, in any case. */
export function fieldNames(option: string, text: string): readonly FieldName[] {
  return text.split(',').map((part) => {
    const name = part.trim();
    const field = FIELD_NAMES.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (field !== undefined) return field;
    const nearest = nearestNames(name, FIELD_NAMES);
    const hint = nearest.length > 0 ? `; the nearest are ${nearest.join(', ')}` : '';
    throw new CliError(EXIT.usage, `${option}: there is no field ${JSON.stringify(name)}${hint}.`);
  });
}
