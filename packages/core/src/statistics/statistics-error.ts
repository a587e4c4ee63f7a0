/** Why a statistic was refused. Codes are permanent; the wording of messages is not. */
export type StatisticsErrorCode =
  /** An argument is outside what the function accepts. */
  | 'bad-argument'
  /** A stratum that carries weight has no observations, so it has no rate to give weight to. */
  | 'empty-stratum'
  /** There are fewer units than the method needs to mean anything. */
  | 'too-few-units'
  /** The arguments are allowed, but the formula divides by zero for them. */
  | 'undefined-estimate';

/**
 * The one error this library throws. It is a `RangeError` with a stable code;
 * its message names the argument, what is allowed and what was given.
 */
export class StatisticsError extends RangeError {
  override readonly name = 'StatisticsError';

  /** Why the statistic was refused. */
  readonly code: StatisticsErrorCode;

  constructor(code: StatisticsErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
