import type { OffenceEntry, Pack } from '../../packages/core/src/model/pack.js';
import type { Rule } from '../../packages/core/src/model/rule.js';
import { isoDate, parseDate } from '../../packages/core/src/normalise/date.js';

/** Bounds that rules compare with and that stand in the offence list: the facts of the same names. */
const LIST_BOUNDS = ['victimMin', 'victimMax', 'suspectMin', 'suspectMax'] as const;

function namesIn(rule: Rule): ReadonlySet<string> {
  const names = new Set<string>();
  JSON.stringify([rule.when, rule.where, rule.require], (_key, value: unknown) => {
    if (typeof value === 'string') names.add(value);
    return value;
  });
  return names;
}

function withEntries(pack: Pack, change: (entry: OffenceEntry) => OffenceEntry): Pack {
  return { ...pack, offences: { ...pack.offences, entries: pack.offences.entries.map(change) } };
}

function shiftDate(date: string | null, days: number): string | null {
  const day = date === null ? null : parseDate(date);
  return day === null ? null : isoDate(day + days);
}

/** Bounds of a rule's clauses that are written elsewhere, in a parameter or the offence list: one less and one more. */
export function* settingMutants(
  pack: Pack,
  rule: Rule,
): Generator<{ readonly name: string; readonly pack: Pack }> {
  const names = namesIn(rule);
  for (const step of [-1, 1]) {
    const by = step < 0 ? 'one less' : 'one more';
    for (const [name, parameter] of Object.entries(pack.parameters)) {
      if (!names.has(name) || typeof parameter.default !== 'number') continue;
      const changed = { ...parameter, default: parameter.default + step };
      yield {
        name: `${by} for ${name}`,
        pack: { ...pack, parameters: { ...pack.parameters, [name]: changed } },
      };
    }
    for (const bound of LIST_BOUNDS) {
      if (!names.has(bound)) continue;
      const shift = (age: number | null) => (age === null ? null : age + step);
      const changed = withEntries(pack, (entry) => ({ ...entry, [bound]: shift(entry[bound]) }));
      yield { name: `${by} for ${bound} of the list`, pack: changed };
    }
    if (names.has('lawTo')) {
      const changed = withEntries(pack, (entry) => ({ ...entry, lawTo: shiftDate(entry.lawTo, step) }));
      yield { name: `${by} for lawTo of the list`, pack: changed };
    }
  }
}
