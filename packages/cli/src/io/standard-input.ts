import type { Readable } from 'node:stream';
import { InputFault } from './decompress-fault.js';
import { peek } from './decompress-open.js';

/** How `-` reaches a command: yargs loses a lone hyphen among positionals. */
export const STANDARD_INPUT = '<standard input>';

const MIB = 1024 * 1024;

/**
 * A zip archive can be read only with its directory, which stands at its end, so one from standard input is held
 * in memory: a copy on the disk would be one more place where the records lie. Ten times as much of an extract
 * fits into it.
 */
const LARGEST_ARCHIVE = 512 * MIB;

async function hold(stream: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > LARGEST_ARCHIVE) {
      throw new InputFault(
        `a zip archive of more than ${LARGEST_ARCHIVE / MIB} MiB cannot be read from standard input; save it to a file and name that`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Standard input, looked at: the bytes of a zip archive, else a stream of all of it. */
export async function openStandardInput(): Promise<Buffer | Readable> {
  const { kind, stream } = await peek(process.stdin);
  return kind.kind === 'zip' ? hold(stream) : stream;
}
