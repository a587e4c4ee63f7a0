/** Excel takes no longer name. */
const LONGEST = 31;

/** Excel keeps this name for itself. */
const RESERVED = 'history';

// oxlint-disable-next-line no-control-regex -- control characters are what Excel refuses
const UNSAFE = /[[\]:*?/\\\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Cut between characters, not within one. */
function cut(name: string, length: number): string {
  const last = name.charCodeAt(length - 1);
  const isHalf = name.length > length && last >= 0xd800 && last <= 0xdbff;
  return name.slice(0, isHalf ? length - 1 : length);
}

function safe(wanted: string): string {
  const name = wanted
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
  return cut(name === '' || name.toLowerCase() === RESERVED ? `Sheet ${name}`.trim() : name, LONGEST).replace(
    /[' ]+$/,
    '',
  );
}

/** Gives out names of sheets: at most 31 characters, none that Excel refuses, no two alike in any case. */
export function createSheetNames(taken: readonly string[] = []): (wanted: string) => string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return (wanted) => {
    const name = safe(wanted);
    let unique = name;
    for (let i = 2; used.has(unique.toLowerCase()); i++) {
      const suffix = ` (${i})`;
      unique = `${cut(name, LONGEST - suffix.length).trimEnd()}${suffix}`;
    }
    used.add(unique.toLowerCase());
    return unique;
  };
}
