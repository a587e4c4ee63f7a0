import type { FieldName } from '../model/fields.js';
import { truthOf, UNKNOWN } from '../model/truth.js';
import { splitList } from '../normalise/text.js';
import { parseWholeNumber } from '../normalise/whole-number.js';
import { HIGHEST_AGE } from './ages.js';
import { defineFact, privateFact } from './fact.js';

const HIGHEST_COUNT = 999;

const ages = privateFact((record) => splitList(record.text('suspectAges')));
const ethnicities = privateFact((record) => splitList(record.text('suspectEthnicities')));
const nationalities = privateFact((record) => splitList(record.text('suspectNationalities')));

const SUSPECT_COLUMNS: readonly FieldName[] = [
  'suspectCount',
  'suspectAges',
  'suspectEthnicities',
  'suspectNationalities',
];

export const suspects = defineFact<'number'>({
  name: 'suspects',
  kind: 'number',
  words: 'the number of suspects',
  reads: SUSPECT_COLUMNS,
  lacks: () => ['suspectCount'],
  compute: (record) => {
    const count = parseWholeNumber(record.text('suspectCount'), HIGHEST_COUNT);
    const listed = Math.max(
      record.get(ages).length,
      record.get(ethnicities).length,
      record.get(nationalities).length,
    );
    if (count === null) return listed === 0 ? null : listed;
    return Math.max(count, listed);
  },
});

/** One age a suspect, `null` where it is missing or cannot be read; `null` as a whole where nobody knows how many there are. */
export const suspectAges = privateFact((record): readonly (number | null)[] | null => {
  const count = record.get(suspects);
  if (count === null) return null;
  const known = record.get(ages).map((text) => parseWholeNumber(text, HIGHEST_AGE));
  return known.length < count ? [...known, ...new Array<null>(count - known.length).fill(null)] : known;
});

export const suspectsDescribed = defineFact<'truth'>({
  name: 'suspectsDescribed',
  kind: 'truth',
  words: 'every suspect has an ethnicity and a nationality',
  negated: "a suspect's ethnicity or nationality is missing",
  reads: SUSPECT_COLUMNS,
  lacks: () => ['suspectCount'],
  compute: (record) => {
    const count = record.get(suspects);
    if (count === null) return UNKNOWN;
    const complete = (parts: readonly string[]) =>
      parts.length >= count && parts.every((part) => part !== '');
    return truthOf(complete(record.get(ethnicities)) && complete(record.get(nationalities)));
  },
});
