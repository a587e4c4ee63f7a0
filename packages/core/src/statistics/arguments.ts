import { MarkercheckError } from '../model/errors.js';

/** The confidence level used where the caller names none. */
export const DEFAULT_CONFIDENCE = 0.95;

function show(value: unknown): string {
  return typeof value === 'number' ? String(value) : `a ${typeof value}`;
}

/** The error for an argument that is not what is allowed. */
export function badArgument(name: string, allowed: string, got: unknown, also = ''): MarkercheckError {
  return new MarkercheckError('ARGUMENT_INVALID', `${name} must be ${allowed} (got ${show(got)}${also})`);
}

/** Throws unless the confidence is strictly between 0 and 1. */
export function requireConfidence(confidence: number): void {
  if (!(isNumber(confidence) && confidence > 0 && confidence < 1)) {
    throw badArgument('confidence', 'a number between 0 and 1, both excluded, such as 0.95', confidence);
  }
}

/** Throws unless the value is a whole number from `least` up, small enough to be held exactly. */
export function requireWhole(name: string, value: number, least: number): void {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    throw badArgument(name, `a whole number of at least ${String(least)}`, value);
  }
}

/** Throws unless x counts some of n and n counts at least one. */
export function requireCountOf(x: number, n: number, xName = 'x', nName = 'n'): void {
  requireWhole(nName, n, 1);
  if (!(Number.isSafeInteger(x) && x >= 0 && x <= n)) {
    throw badArgument(xName, `a whole number from 0 to ${nName}`, x, `, ${nName} is ${String(n)}`);
  }
}

/** Throws unless the value is from 0 to 1. */
export function requireProportion(name: string, value: number): void {
  if (!(isNumber(value) && value >= 0 && value <= 1)) {
    throw badArgument(name, 'a number from 0 to 1', value);
  }
}

/** Throws unless the value is strictly between 0 and 1. */
export function requireInnerProportion(name: string, value: number): void {
  if (!(isNumber(value) && value > 0 && value < 1)) {
    throw badArgument(name, 'a number between 0 and 1, both excluded', value);
  }
}

/** Throws unless the value is a finite number above 0. */
export function requirePositive(name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) {
    throw badArgument(name, 'a number above 0', value);
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}
