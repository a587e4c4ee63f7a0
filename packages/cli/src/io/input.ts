import { EXPANSION_LIMITS } from '@markercheck/core';
import { createHash, type Hash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { CliError, EXIT } from '../exit.js';
import { type ArchiveMember, archiveMembers, type ArchiveSource } from './archive.js';
import { readMember } from './archive-member.js';
import { expand, pour, type Take } from './decompress.js';
import { InputFault } from './decompress-fault.js';
import { expandedSize, kindOfFile, openFile, peek } from './decompress-open.js';
import type { TableSource } from './duckdb/read-table.js';
import { isPlainFile, readFile } from './read-file.js';
import { openStandardInput, STANDARD_INPUT } from './standard-input.js';
import { type EngineChoice, withTables } from './tables.js';

/** One input as it is named in outputs: by its file name alone, because paths can tell who works where. */
export interface Input {
  readonly path: string;
  readonly name: string;
  /** How much there is to read, as far as that can be told; 0 where it is not known. */
  readonly size: number;
  /** Which file of an archive it is; for an archive that cannot be opened, why. */
  readonly member?: ArchiveMember | InputFault;
  /** The archive, where it is no file. */
  readonly archive?: Buffer;
  /** Standard input whose first bytes were looked at. */
  readonly stream?: Readable;
  /** What an engine reads in it, in place of its bytes; where that cannot be, why. */
  readonly tables?: TableSource | InputFault;
}

function sizeOf(file: string): number {
  const size = file === STANDARD_INPUT ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  return kindOfFile(file) === 'gzip' ? expandedSize(file, size) : size;
}

/**
 * The inputs of a command; files of one name in several folders keep their paths, so that they can be told apart.
 * A file that is named twice, as where two patterns overlap, is refused: its records would count twice.
 */
export function namedInputs(files: readonly string[]): readonly Input[] {
  const base = (file: string) => (file === STANDARD_INPUT ? 'standard input' : path.basename(file));
  const places = files.map((file) => (file === STANDARD_INPUT ? file : path.resolve(file)));
  const twice = files.find((_, i) => places.indexOf(places[i] ?? '') !== i);
  if (twice !== undefined) {
    const named = twice === STANDARD_INPUT ? base(twice) : twice;
    throw new CliError(EXIT.usage, `${named} is named twice: its records would count twice.`);
  }
  const names = files.map(base);
  return files.map((file, i) => {
    const isShared = names.filter((name) => name === names[i]).length > 1;
    return { path: file, name: isShared ? file.replaceAll('\\', '/') : base(file), size: sizeOf(file) };
  });
}

/** An archive as the files that it holds; one that cannot be opened stays, and says why when it is read. */
async function membersOf(input: Input, archive: ArchiveSource): Promise<readonly Input[]> {
  try {
    const members = await archiveMembers(archive);
    return members.map((member) => ({
      path: input.path,
      name: `${input.name}/${member.name}`,
      size: member.entry.uncompressedSize,
      member,
      ...(typeof archive === 'string' ? {} : { archive }),
    }));
  } catch (error) {
    return [error instanceof InputFault ? { ...input, member: error } : input];
  }
}

async function expandStandardInput(input: Input): Promise<readonly Input[]> {
  try {
    const opened = await openStandardInput();
    return Buffer.isBuffer(opened) ? await membersOf(input, opened) : [{ ...input, stream: opened }];
  } catch (error) {
    if (error instanceof InputFault) return [{ ...input, member: error }];
    throw error;
  }
}

/**
 * The same inputs with every zip archive as the files that it holds, `archive.zip/member.csv`; where an
 * engine is named, with what it reads in each.
 */
export async function expandInputs(
  inputs: readonly Input[],
  choice: EngineChoice | null = null,
): Promise<readonly Input[]> {
  if (choice !== null) return withTables(inputs, choice);
  if (inputs.filter((input) => input.path === STANDARD_INPUT).length > 1) {
    throw new CliError(EXIT.usage, 'Standard input can be read once only: name - once.');
  }
  const expanded = await Promise.all(
    inputs.map(async (input): Promise<readonly Input[]> => {
      if (input.path === STANDARD_INPUT) return expandStandardInput(input);
      return kindOfFile(input.path) === 'zip' ? membersOf(input, input.path) : [input];
    }),
  );
  return expanded.flat();
}

export interface ReadInput {
  /** Of the file as it lies there; of a file in an archive, as it was packed. */
  readonly bytes: number;
  readonly sha256: string;
}

function counted(hash: Hash, take: Take): { readonly take: Take; readonly end: () => ReadInput } {
  let bytes = 0;
  return {
    take: (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
      take(chunk);
    },
    end: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}

/** The only file of an archive, for what reads one file alone. */
async function onlyMember(file: string): Promise<ArchiveMember> {
  const [member, ...others] = await archiveMembers(file);
  if (member === undefined || others.length > 0) {
    throw new InputFault('it is an archive of several files; unpack it and name the one that is meant');
  }
  return member;
}

async function readStream(input: Input, hash: Hash, take: Take): Promise<ReadInput> {
  if (input.stream === undefined && input.path !== STANDARD_INPUT && isPlainFile(input.path)) {
    const plain = counted(hash, take);
    await readFile(input.path, plain.take);
    return plain.end();
  }
  const source = input.stream ?? (input.path === STANDARD_INPUT ? process.stdin : openFile(input.path));
  const { kind, stream } = await peek(source);
  if (kind.kind === 'other' && input.tables === undefined) throw new InputFault(`it is ${kind.what}`);
  if (kind.kind === 'zip') {
    throw new InputFault('a zip archive cannot be read from a pipe that is named as a file; use - for it');
  }
  if (kind.kind === 'plain' || kind.kind === 'other') {
    const plain = counted(hash, take);
    await pour(stream, plain.take);
    return plain.end();
  }
  const packed = counted(hash, () => undefined);
  stream.on('data', packed.take);
  await expand(stream, 'gzip', EXPANSION_LIMITS, take);
  return packed.end();
}

/**
 * Reads an input chunk by chunk, expanded if it is compressed; gives its size and digest. The bytes of a chunk
 * are there until the next one comes.
 */
export async function readInput(input: Input, take: Take): Promise<ReadInput> {
  const hash = createHash('sha256');
  if (input.member instanceof InputFault) throw input.member;
  const isZip =
    input.member !== undefined || (input.path !== STANDARD_INPUT && kindOfFile(input.path) === 'zip');
  if (!isZip) return readStream(input, hash, take);
  const member = input.member ?? (await onlyMember(input.path));
  const unpacked = counted(hash, take);
  await readMember(input.archive ?? input.path, member, unpacked.take);
  return unpacked.end();
}
