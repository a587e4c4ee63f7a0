import { setImmediate } from 'node:timers/promises';
import { EXIT } from '../exit.js';

/**
 * What people and schedulers stop a program with. Closing the terminal is left alone outside Windows: taking
 * its signal would undo `nohup`.
 */
const SIGNALS: readonly NodeJS.Signals[] =
  process.platform === 'win32' ? ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] : ['SIGINT', 'SIGTERM'];

/**
 * Cleans up and ends with exit code 4 when the program is stopped, and cleans up if it ends in any other way.
 * Gives back how to stop watching.
 */
export function onStop(cleanUp: () => void, words: string): () => void {
  const stop = (): void => {
    cleanUp();
    process.stderr.write(`${words}\n`);
    process.exit(EXIT.failure);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  process.on('exit', cleanUp);
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop);
    process.off('exit', cleanUp);
  };
}

/**
 * Lets a signal that came while the program was busy be heard. Two turns of the event loop: the first may
 * come after the loop last looked for signals.
 */
export async function hearStops(): Promise<void> {
  await setImmediate();
  await setImmediate();
}
