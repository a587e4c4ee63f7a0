/** A count that somebody tries to find out: what it is bounded to so far. */
interface Bounds {
  low: number;
  high: number;
}

/** A sum that anybody can write down from a published table: a total and its parts. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** What is published: counts by name, `null` where they are suppressed, and how they add up. */
export interface Published {
  readonly counts: ReadonlyMap<string, number | null>;
  readonly sums: readonly Sum[];
  /** The least that a count can be, where more is known than that it is not negative. */
  readonly least?: ReadonlyMap<string, number>;
  /** The most that a count can be. */
  readonly most?: ReadonlyMap<string, number>;
}

const SMALL = 1e-9;

/** Gauss and Jordan: the counts that the sums alone determine, whatever is known of their size. */
function determined({ counts, sums }: Published): ReadonlyMap<string, number> {
  const unknown = [...counts].filter(([, value]) => value === null).map(([name]) => name);
  const column = new Map(unknown.map((name, i) => [name, i]));
  const rows = sums.map(({ total, parts }) => {
    const row = new Float64Array(unknown.length + 1);
    const put = (name: string, sign: number): void => {
      const value = counts.get(name);
      const at = column.get(name);
      if (at !== undefined) row[at] = (row[at] ?? 0) + sign;
      else row[unknown.length] = (row[unknown.length] ?? 0) - sign * (value ?? 0);
    };
    put(total, -1);
    for (const part of parts) put(part, 1);
    return row;
  });
  let pivot = 0;
  for (let c = 0; c < unknown.length && pivot < rows.length; c++) {
    let best = pivot;
    for (let r = pivot; r < rows.length; r++)
      if (Math.abs(rows[r]![c]!) > Math.abs(rows[best]![c]!)) best = r;
    if (Math.abs(rows[best]![c]!) < SMALL) continue;
    [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
    const head = rows[pivot]!;
    const by = head[c]!;
    for (let i = 0; i < head.length; i++) head[i] = head[i]! / by;
    rows.forEach((row, r) => {
      const times = row[c]!;
      if (r === pivot || Math.abs(times) < SMALL) return;
      for (let i = 0; i < row.length; i++) row[i] = row[i]! - times * head[i]!;
    });
    pivot += 1;
  }
  const found = new Map<string, number>();
  for (const row of rows.slice(0, pivot)) {
    const used = unknown.flatMap((name, i) => (Math.abs(row[i]!) > SMALL ? [{ name, by: row[i]! }] : []));
    if (used.length === 1) found.set(used[0]!.name, Math.round(row[unknown.length]! / used[0]!.by));
  }
  return found;
}

/** Narrows every count by each sum it stands in until nothing changes. */
function bounded({ counts, sums, least, most }: Published): ReadonlyMap<string, Bounds> {
  const bounds = new Map(
    [...counts].map(([name, value]): [string, Bounds] => [
      name,
      value === null
        ? { low: least?.get(name) ?? 0, high: most?.get(name) ?? Infinity }
        : { low: value, high: value },
    ]),
  );
  for (let changed = true; changed;) {
    changed = false;
    const narrow = (of: Bounds, low: number, high: number): void => {
      if (low > of.low) [of.low, changed] = [low, true];
      if (high < of.high) [of.high, changed] = [high, true];
    };
    for (const { total, parts } of sums) {
      const whole = bounds.get(total)!;
      const of = parts.map((name) => bounds.get(name)!);
      const lows = of.reduce((sum, { low }) => sum + low, 0);
      const highs = of.reduce((sum, { high }) => sum + high, 0);
      narrow(whole, lows, highs);
      of.forEach((part, i) => {
        const others = of.reduce((sum, { high }, j) => (i === j ? sum : sum + high), 0);
        narrow(part, whole.low - others, whole.high - (lows - part.low));
      });
    }
  }
  return bounds;
}

/** What an attacker finds out of the suppressed counts: each with the values that it can still have. */
export function attack(published: Published): ReadonlyMap<string, Bounds> {
  const found = new Map<string, Bounds>();
  const sure = determined(published);
  for (const [name, { low, high }] of bounded(published)) {
    if (published.counts.get(name) !== null) continue;
    const exact = sure.get(name);
    found.set(name, exact === undefined ? { low, high } : { low: exact, high: exact });
  }
  return found;
}
