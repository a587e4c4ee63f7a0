import type { ValidationFault } from './faults.js';

/** A validator made by ajv from a schema: it tells whether the value fits, and keeps the faults it found. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidationFault[] | null;
}

export const validatePolicy: Validator;
export const validateProfile: Validator;
export const validateRule: Validator;
