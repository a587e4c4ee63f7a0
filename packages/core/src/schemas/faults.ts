import type { ErrorCode } from '../model/errors.js';
import { MarkercheckError } from '../model/errors.js';
import { nearestNames } from '../map/nearest.js';
import type { Validator } from './validators.js';

/** What ajv says of one fault. */
export interface ValidationFault {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Faults that only repeat what another one says. */
const ECHOES = new Set(['oneOf', 'anyOf', 'if', 'propertyNames']);

function words(fault: ValidationFault): string {
  const { params } = fault;
  switch (fault.keyword) {
    case 'additionalProperties':
      return `the key ${JSON.stringify(params['additionalProperty'])} is not known here`;
    case 'required':
      return `the key ${JSON.stringify(params['missingProperty'])} is missing`;
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
      const name = (fault as { propertyName?: string }).propertyName;
      if (name === undefined) return `must be one of ${allowed.join(', ')}`;
      const nearest = nearestNames(name, allowed, 1);
      return `there is no ${JSON.stringify(name)}${nearest.length > 0 ? `; did you mean ${nearest.join()}?` : ''}`;
    }
    case 'const':
      return `must be ${JSON.stringify(params['allowedValue'])}`;
    case 'type':
      return `must be ${[params['type']].flat().join(' or ')}`;
    case 'pattern':
      // The patterns for texts that may not be empty, or not blank.
      return ['\\S', '^[^]+$'].includes(String(params['pattern']))
        ? 'must be a text that is not empty'
        : (fault.message ?? 'is not written as it must be');
    case 'minItems':
      return `must have at least ${String(params['limit'])} items`;
    default:
      return fault.message ?? `is not as ${fault.keyword} says`;
  }
}

/** Every fault in words, each with its place, without those that only follow from another. */
export function describeFaults(faults: readonly ValidationFault[]): readonly string[] {
  const own = faults.filter((fault) => !ECHOES.has(fault.keyword));
  const said = (own.length > 0 ? own : faults).map((fault) => {
    const place = fault.instancePath.slice(1);
    return place === '' ? words(fault) : `${place}: ${words(fault)}`;
  });
  return [...new Set(said)];
}

/** The value, if it fits its schema; else throws with all that is wrong. */
export function checked(value: unknown, validate: Validator, code: ErrorCode, what: string): unknown {
  if (validate(value)) return value;
  throw new MarkercheckError(code, `${what} cannot be used.`, describeFaults(validate.errors ?? []));
}
