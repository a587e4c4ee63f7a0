/** Names that Windows keeps for devices, whatever follows a dot. */
const DEVICES =
  /^(con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])( *\..*)?$/i;
const FORBIDDEN = /[<>:"|?*\p{Cc}]/u;

/** Why Windows cannot make a folder of this path, or `null`. `\\?\` paths are taken as they are. */
export function windowsNameFault(file: string): string | null {
  if (/^\\\\[?.]\\/.test(file)) return null;
  const parts = file.replace(/^[A-Za-z]:/, '').split(/[\\/]+/);
  for (const part of parts) {
    if (part === '' || part === '.' || part === '..') continue;
    if (DEVICES.test(part.trimEnd())) return `Windows keeps the name ${part} for a device`;
    if (FORBIDDEN.test(part))
      return `Windows allows no < > : " | ? * and no control characters in ${JSON.stringify(part)}`;
    if (/[. ]$/.test(part)) return `Windows drops the dot or blank at the end of ${JSON.stringify(part)}`;
  }
  return null;
}
