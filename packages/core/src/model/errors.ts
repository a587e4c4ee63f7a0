/** What can be wrong with what a person set up; bad data is never an error but a finding or an input notice. */
export type ErrorCode =
  | 'PACK_INVALID'
  | 'POLICY_INVALID'
  | 'PROFILE_INVALID'
  | 'PROFILE_MISFIT'
  | 'WAIVERS_INVALID'
  | 'ADOPTION_INVALID'
  | 'ARGUMENT_INVALID'
  | 'COLUMNS_DIFFER'
  | 'TALLIES_DIFFER';

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
