/**
 * Why a profile may not name this file, or `null`: a profile travels from force to force, and what it
 * names lies beside it, never elsewhere on the disk of whoever runs it.
 */
export function pathFault(file: string): string | null {
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  if (file.trim() === '' || /[\u0000-\u001f]/.test(file)) return 'is not the name of a file';
  if (/^([\\/]|[A-Za-z]:)/.test(file)) {
    return "starts at the root of a disk; name it relative to the profile, and put it into the profile's folder";
  }
  if (file.split(/[\\/]/).includes('..')) {
    return 'leaves the folder of the profile; put the file into that folder';
  }
  return null;
}
