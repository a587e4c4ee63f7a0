import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';

const CHUNK = 1024 * 1024;

/** One input as it is named in outputs: by its file name alone, because paths can tell who works where. */
export interface Input {
  readonly path: string;
  readonly name: string;
  /** 0 where it is not known. */
  readonly size: number;
}

/** How `-` reaches a command: yargs loses a lone hyphen among positionals. */
export const STANDARD_INPUT = '<standard input>';

function sizeOf(file: string): number {
  return file === STANDARD_INPUT ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
}

/** The inputs of a command; files of one name in several folders keep their paths, so that they can be told apart. */
export function namedInputs(files: readonly string[]): readonly Input[] {
  const base = (file: string) => (file === STANDARD_INPUT ? 'standard input' : path.basename(file));
  const names = files.map(base);
  return files.map((file, i) => {
    const isShared = names.filter((name) => name === names[i]).length > 1;
    return { path: file, name: isShared ? file.replaceAll('\\', '/') : base(file), size: sizeOf(file) };
  });
}

export interface ReadInput {
  readonly bytes: number;
  readonly sha256: string;
}

/** Reads an input chunk by chunk; gives its size and digest. */
export async function readInput(input: Input, take: (chunk: Uint8Array) => void): Promise<ReadInput> {
  const stream =
    input.path === STANDARD_INPUT ? process.stdin : createReadStream(input.path, { highWaterMark: CHUNK });
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    take(chunk);
  }
  return { bytes, sha256: hash.digest('hex') };
}
