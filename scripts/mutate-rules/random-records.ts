import { type CrimeRecord, FIELD_NAMES, type FieldName } from '../../packages/core/src/model/fields.js';
import { MARKERS } from '../../packages/core/src/model/markers.js';
import type { Pack } from '../../packages/core/src/model/pack.js';
import type { RuleCases } from '../../packages/core/src/model/rule.js';
import { calendarDate, dayOf, isoDate, parseDate } from '../../packages/core/src/normalise/date.js';
import { type Random, seeded } from './random.js';

type Values = Readonly<Record<FieldName, readonly string[]>>;

const DATES = ['recordedOn', 'reportedOn', 'offenceFrom', 'offenceTo', 'victimBornOn', 'outcomeOn'] as const;
const AGES = [0, 5, 12, 13, 15, 16, 17, 18, 19, 40, 110, 111];

function recordsOf(cases: RuleCases): readonly CrimeRecord[] {
  const { severities = [], ...byOutcome } = cases;
  return [...Object.values(byOutcome).flat(), ...severities.map(({ record }) => record)];
}

/** The dates written in the rules and the list, with the days around them. */
function turningDays(pack: Pack): readonly string[] {
  const written = JSON.stringify([pack.rules, pack.offences.entries]).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  const days = [...new Set(written)].flatMap((date) => parseDate(date) ?? []);
  return days.flatMap((day) => [day - 1, day, day + 1].map(isoDate));
}

/** What each field can hold: the values of the cases, and what the pack's lists and dates make matter. */
function valuesOf(pack: Pack, records: readonly CrimeRecord[]): Values {
  const values = Object.fromEntries(FIELD_NAMES.map((name) => [name, new Set([''])])) as Record<
    FieldName,
    Set<string>
  >;
  const add = (name: FieldName, ...more: readonly string[]) =>
    more.forEach((value) => values[name].add(value));
  for (const record of records) {
    for (const name of FIELD_NAMES) add(name, record[name] ?? '');
  }
  for (const name of DATES) add(name, ...turningDays(pack), '2025-02-30');
  for (const marker of MARKERS) add(marker, 'Y', 'Y', 'N', '?');
  const codes = pack.offences.entries.map(({ code }) => code);
  add('offenceCode', ...codes, '19/99', '99/99', '28E', '92', 'RAPE');
  add('offenceClass', ...codes.filter((code) => !code.includes('/')), 'RAPE', '99');
  const terms = Object.values(pack.terms).map(([first = '']) => first);
  add(
    'narrative',
    ...terms,
    ...terms.map((term, index) => `${term} and ${terms.at(index - 1) ?? ''}`),
    'Nothing else',
  );
  const synonyms = Object.values(pack.localMarkers).map(([first = '']) => first);
  add(
    'localMarkers',
    ...synonyms,
    ...synonyms.map((one, index) => `${one};${synonyms.at(index - 1) ?? ''}`),
    'HATE',
  );
  add('victimType', 'person', 'state', 'other');
  add('recordType', 'crime', 'non-crime', 'enquiry');
  add('victimAge', ...AGES.map(String), '?');
  add('suspectCount', '0', '1', '2', '3');
  for (const marker of ['CSA', 'CSE']) {
    for (const action of ['set', 'removed']) {
      const days = ['2025-05-02', '2025-05-30', '2025-05-31', '2025-09-01'];
      add('markerHistory', ...days.map((day) => `${marker}:${action}:${day}`));
      add('markerHistory', ...days.map((day) => `CSA:set:2025-05-03;${marker}:${action}:${day}`));
    }
  }
  add('suspectAges', '0', '12', '17', '18', '17;18', '18;', '40;41');
  return Object.fromEntries(
    Object.entries(values).map(([name, set]) => [name, [...set]]),
  ) as unknown as Values;
}

const BIRTHDAY_FIELDS = ['offenceFrom', 'offenceTo', 'reportedOn'] as const;

/** A date of birth that makes the victim an age that matters on a day of the record, or on the day after. */
function birthDate(random: Random, record: CrimeRecord): string {
  const on = parseDate(record[random.pick(BIRTHDAY_FIELDS)] ?? '');
  if (on === null) return '2010-01-01';
  const { year, month, day } = calendarDate(on);
  const birthday = dayOf(Math.max(1, year - random.pick(AGES)), month, day);
  return birthday === null ? '2010-01-01' : isoDate(birthday + random.pick([-1, 0, 1]));
}

/**
 * Records like the cases of the rules, each with a few fields changed to other values that matter;
 * now and then a column does not exist. The same seed gives the same records.
 */
export function* randomRecords(
  pack: Pack,
  cases: Readonly<Record<string, RuleCases>>,
  rule: string,
  seed: number,
): Generator<CrimeRecord> {
  const random = seeded(seed);
  const all = Object.values(cases).flatMap(recordsOf);
  const own = cases[rule] === undefined ? all : recordsOf(cases[rule]);
  const values = valuesOf(pack, all);
  for (;;) {
    const record: Record<string, string | null> = {
      ...(random.chance(0.6) ? random.pick(own) : random.pick(all)),
    };
    for (let changes = random.below(6); changes > 0; changes--) {
      const name = random.pick(FIELD_NAMES);
      record[name] =
        name === 'victimBornOn' && random.chance(0.7) ? birthDate(random, record) : random.pick(values[name]);
    }
    if (random.chance(0.1)) record[random.pick(FIELD_NAMES)] = null;
    yield record;
  }
}
