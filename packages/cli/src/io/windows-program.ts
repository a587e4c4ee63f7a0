const MZ = 0x5a4d;
/** Where the old header says that the new one begins. */
const POINTER = 0x3c;
const PE = 0x0000_4550;

/** Whether these are the bytes of a program for Windows, by the headers of the Portable Executable format. */
export function isWindowsProgram(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < POINTER + 4 || view.getUint16(0, true) !== MZ) return false;
  const at = view.getUint32(POINTER, true);
  return at + 4 <= bytes.length && view.getUint32(at, true) === PE;
}
