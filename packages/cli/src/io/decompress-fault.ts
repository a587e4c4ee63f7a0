/**
 * A file that cannot be read for what is in it: the message says why, and what to do. It counts as a
 * fault of the system's reading, so that the other files of the run are checked all the same.
 */
export class InputFault extends Error {
  override readonly name = 'InputFault';
  readonly syscall = 'read';
}
