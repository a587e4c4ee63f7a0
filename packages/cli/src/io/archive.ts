import { EXPANSION_LIMITS, isBomb } from '@markercheck/core';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { InputFault } from './decompress-fault.js';

/** A file in a zip archive. */
export interface ArchiveMember {
  readonly name: string;
  readonly entry: Entry;
  /** Why it is not read, else `null`. */
  readonly refused: string | null;
}

/** More files in one archive are no extracts. */
const MOST_MEMBERS = 1000;
const LONGEST_NAME = 255;

/** What systems leave in archives beside the files that a person put there. */
const LEFTOVERS = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

const LINK = 0o120000;
const FILE_TYPE = 0o170000;

function nameOf(entry: Entry): string {
  return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

function refusal(name: string, entry: Entry, isSecond: boolean): string | null {
  if (entry.isEncrypted()) return 'it is encrypted; unpack it first, or send it without a password';
  if (yauzl.validateFileName(name) !== null) return 'its name leads out of the archive';
  if (name.length > LONGEST_NAME) return `its name has more than ${LONGEST_NAME} characters`;
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK) return 'it is a link and no file';
  if (isSecond) return 'the archive holds two files of this name';
  if (!entry.canDecodeFileData())
    return 'it is compressed in another way than zip usually does; pack it again';
  return null;
}

const DAMAGED = 'the archive is damaged or cut off: its directory cannot be read';

/** Where an archive is: a file's path, or the bytes themselves. */
export type ArchiveSource = string | Buffer;

const OPTIONS = { decodeStrings: false, validateEntrySizes: false, autoClose: false } as const;

/** Opens an archive; whatever is wrong with it is said in words. */
export async function openArchive(source: ArchiveSource): Promise<ZipFile> {
  try {
    return typeof source === 'string'
      ? await yauzl.openPromise(source, OPTIONS)
      : await yauzl.fromBufferPromise(source, OPTIONS);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    throw new InputFault(DAMAGED);
  }
}

async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > MOST_MEMBERS) break;
    }
  } catch (error) {
    const isEncrypted = error instanceof Error && error.message.includes('encryption');
    throw new InputFault(isEncrypted ? 'the archive is encrypted; unpack it first' : DAMAGED);
  }
  if (entries.length > MOST_MEMBERS) throw new InputFault(`it holds more than ${MOST_MEMBERS} files`);
  return entries;
}

/** The files of a zip archive, in its order. Nothing of them is read yet. */
export async function archiveMembers(source: ArchiveSource): Promise<readonly ArchiveMember[]> {
  const zip = await openArchive(source);
  try {
    const entries = await entriesOf(zip);
    const names = entries.map(nameOf);
    if (names.includes('[Content_Types].xml') || (names[0] === 'mimetype' && names.includes('content.xml'))) {
      throw new InputFault('it is an office document, such as .xlsx; save the sheet as CSV');
    }
    const expanded = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (isBomb(expanded, zip.fileSize, EXPANSION_LIMITS)) {
      throw new InputFault(
        `its files are together more than ${EXPANSION_LIMITS.ratio} times its size, as no extracts are: it was taken for a decompression bomb`,
      );
    }
    const members = entries.flatMap((entry, i) => {
      const name = names[i] ?? '';
      if (name.endsWith('/') || LEFTOVERS.test(name)) return [];
      return [{ name, entry, refused: refusal(name, entry, names.indexOf(name) < i) }];
    });
    if (members.length === 0) throw new InputFault('the archive holds no files');
    return members;
  } finally {
    zip.close();
  }
}
