/** How many letters must change to make one word of the other (Levenshtein). */
export function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/** A header name without what people write differently: case, spaces and punctuation. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether one name is a part of the other, such as CRIME_REF and CRIME_REFERENCE. */
function isPart(left: string, right: string): boolean {
  return Math.min(left.length, right.length) >= 3 && (left.includes(right) || right.includes(left));
}

/** The candidates most like a name, best first; none that has more letters wrong than right, unless one is a part of the other. */
export function nearestNames(name: string, candidates: readonly string[], most = 3): readonly string[] {
  const wanted = bareName(name);
  const limit = Math.max(2, wanted.length / 2);
  return candidates
    .flatMap((candidate) => {
      const bare = bareName(candidate);
      const contains = isPart(wanted, bare);
      // Names may be as long as a file: letters are only compared where the lengths leave a chance.
      if (!contains && Math.abs(bare.length - wanted.length) > limit) return [];
      const distance = contains ? Math.abs(bare.length - wanted.length) : editDistance(wanted, bare);
      return contains || distance <= limit ? [{ candidate, distance }] : [];
    })
    .toSorted((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
