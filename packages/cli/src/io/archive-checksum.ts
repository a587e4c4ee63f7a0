import * as zlib from 'node:zlib';

/** The table of CRC-32 as zip has it (ISO 3309, reflected polynomial EDB88320). */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array, before: number): number {
  let value = ~before;
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] ?? 0);
  return ~value >>> 0;
}

type Crc32 = (bytes: Uint8Array, before: number) => number;

/** Node's own where there is one; Node 20 has none. */
export const nextCrc32: Crc32 = (zlib as unknown as { readonly crc32?: Crc32 }).crc32 ?? crc32;
