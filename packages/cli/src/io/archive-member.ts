import { crc32 } from 'node:zlib';
import { EXPANSION_LIMITS, type ExpansionLimits } from '@markercheck/core';
import { type ArchiveMember, type ArchiveSource, openArchive } from './archive.js';
import { expand, type Take } from './decompress.js';
import { InputFault } from './decompress-fault.js';

/** Reads one file of an archive chunk by chunk, and makes sure that it is what was packed. */
export async function readMember(
  archive: ArchiveSource,
  { entry, refused }: ArchiveMember,
  take: Take,
  limits: ExpansionLimits = EXPANSION_LIMITS,
): Promise<void> {
  if (refused !== null) throw new InputFault(refused);
  const zip = await openArchive(archive);
  try {
    const source = await zip.openReadStreamPromise(entry, { decodeFileData: false }).catch(() => {
      throw new InputFault('the archive is damaged: the file is not where its directory says');
    });
    let bytes = 0;
    let checksum = 0;
    await expand(source, entry.compressionMethod === 0 ? 'stored' : 'deflate', limits, (chunk) => {
      bytes += chunk.length;
      checksum = crc32(chunk, checksum);
      take(chunk);
    });
    if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) {
      throw new InputFault('it is not what was packed: its size or its checksum differs');
    }
  } finally {
    zip.close();
  }
}
