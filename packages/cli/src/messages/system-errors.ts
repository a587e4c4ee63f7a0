const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'the permission to do so is missing',
  EPERM: 'the system does not allow it; a program may hold the file open',
  EBUSY: 'another program holds it open; close it and run again',
  EEXIST: 'there is a file of that name',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EXDEV: 'it lies on another disk',
};

/** A fault of the operating system in words, without a stack trace. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code !== undefined && REASONS[code] !== undefined) return REASONS[code];
  const message = error instanceof Error ? error.message : String(error);
  return code === undefined ? message : `the system says ${code}`;
}
