/** The exit codes of the contract: 4 goes before 3, 3 before 1. */
export const EXIT = {
  /** Checked, nothing at or over `--fail-on`. */
  clean: 0,
  /** Checked, something at or over `--fail-on`. */
  findings: 1,
  /** Usage, profile, policy or pack is wrong. */
  usage: 2,
  /** The input could not be read, or not to its end, or it was not checked. */
  input: 3,
  /** The program failed, or could not write. */
  failure: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A fault of the command line itself, in the words of its parser. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}

/** A fault that a person can mend: what is wrong, and what to do next. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exit: ExitCode;

  constructor(exit: ExitCode, message: string) {
    super(message);
    this.exit = exit;
  }
}
