/**
 * What can be wrong with what a person set up or a program handed over; bad data is never an error but a
 * finding or an input notice. Codes are permanent, the wording of messages is not.
 */
export const ERROR_CODES = [
  'PACK_INVALID',
  'POLICY_INVALID',
  'PROFILE_INVALID',
  'PROFILE_MISFIT',
  'WAIVERS_INVALID',
  'ADOPTION_INVALID',
  'ARGUMENT_INVALID',
  'RECORD_INVALID',
  'COLUMNS_DIFFER',
  'TALLIES_DIFFER',
  // Of the statistics: a stratum that carries weight has no observations; there are fewer units than the
  // method needs to mean anything; the formula divides by zero.
  'EMPTY_STRATUM',
  'TOO_FEW_UNITS',
  'UNDEFINED_ESTIMATE',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** The one class of error that the library throws: a stable code, and a message that says what to do. */
export class MarkercheckError extends Error {
  override readonly name = 'MarkercheckError';
  readonly code: ErrorCode;
  /** Every fault found, each with its place; the message holds them all. */
  readonly faults: readonly string[];

  constructor(code: ErrorCode, message: string, faults: readonly string[] = []) {
    super(faults.length === 0 ? message : `${message}\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.code = code;
    this.faults = faults;
  }
}
