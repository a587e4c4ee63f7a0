import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError, EXIT } from './exit.js';

const NAME = 'markercheck.cjs';

function isOneFile(): boolean {
  return path.basename(fileURLToPath(import.meta.url)) === NAME;
}

/** The program of a worker: a file of its own in the package, and this very file where everything is one. */
export function workerProgram(): URL {
  return isOneFile() ? new URL(import.meta.url) : new URL('./worker.js', import.meta.url);
}

/** The command line as one file: this program itself, if it is run from that; else what the build wrote beside it. */
export function singleFile(): string {
  const self = fileURLToPath(import.meta.url);
  if (isOneFile()) return self;
  const beside = path.join(path.dirname(self), 'single', NAME);
  if (existsSync(beside)) return beside;
  throw new CliError(
    EXIT.usage,
    `This needs the command line as one file, ${NAME}. Run it from that: node ${NAME} portable-win --node node.exe`,
  );
}
