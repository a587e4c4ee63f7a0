import { statSync } from 'node:fs';

/**
 * Looks at a file before it is read; what it gives says, after the reading, what happened to the file
 * meanwhile, or `null`. An extract that is still being written must not pass for a whole one.
 */
export function watchInput(file: string): () => string | null {
  const look = () => statSync(file, { throwIfNoEntry: false });
  const before = look();
  if (before?.isFile() !== true) return () => null;
  return () => {
    const after = look();
    if (after === undefined) return 'the file was removed while it was read';
    if (after.ino !== before.ino) return 'the file was replaced by another while it was read';
    if (after.size > before.size) return 'the file grew while it was read: it may not be finished';
    if (after.size < before.size) return 'the file became shorter while it was read';
    return after.mtimeMs === before.mtimeMs ? null : 'the file was written to while it was read';
  };
}
