import { CliError, EXIT } from '../exit.js';
import { systemReason } from '../messages/system-errors.js';

/** Does what writes a run; what the system refuses is said as a fault of the writing, wherever it is caught. */
export function writing<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new CliError(EXIT.failure, `The run could not be written: ${systemReason(error)}.`);
  }
}
