import type { OffenceEntry } from '../model/pack.js';
import { FALSE, or, TRUE, type Truth, truthOf, UNKNOWN } from '../model/truth.js';
import { defineFact } from './fact.js';
import { mixedCategories, offence, OFFENCE_COLUMNS, offenceLacks } from './offence.js';
import type { RecordFacts } from './record-facts.js';

/** A fact that is the entry's where the offence is listed, false outside the list and unknown where the offence is. */
function offenceFlag(
  name: string,
  words: string,
  negated: string,
  ofEntry: (entry: OffenceEntry, record: RecordFacts) => boolean | null,
  outside: Truth = FALSE,
) {
  return defineFact<'truth'>({
    name,
    kind: 'truth',
    words,
    negated,
    reads: OFFENCE_COLUMNS,
    lacks: offenceLacks,
    compute: (record) => {
      const of = record.get(offence);
      if (of.status === 'listed') return truthOf(ofEntry(of.entry, record));
      return of.status === 'outside' ? outside : UNKNOWN;
    },
  });
}

export const image = offenceFlag(
  'image',
  'the offence concerns images of children',
  'the offence does not concern images of children',
  (entry, record) => (mixedCategories(record, entry) ? null : entry.image),
);

/** A class or a container headed exploitation may hide a code that is not: only a specific sub-code proves it. */
export const exploitation = offenceFlag(
  'exploitation',
  'the offence is exploitation by its title',
  'the offence is not exploitation by its title',
  (entry) => {
    if (!entry.exploitation) return false;
    return entry.level === 'subcode' && !entry.container ? true : null;
  },
);

export const adultRelative = offenceFlag(
  'adultRelative',
  'the offence requires an adult relative',
  'the offence does not require an adult relative',
  (entry) => entry.adultRelative,
);

export const legacy = offenceFlag(
  'legacy',
  'the code is of an older law or for courts only',
  'the code is of current law',
  (entry) => entry.legacy,
);

export const container = offenceFlag(
  'container',
  'the sub-code is a general one',
  'the sub-code is a specific one',
  (entry) => entry.container,
);

export const subcode = offenceFlag(
  'subcode',
  'the offence is given by a sub-code',
  'the offence is given by its class',
  (entry) => entry.level === 'subcode',
);

const SEXUAL_CATEGORIES = ['child-sexual-by-definition', 'sexual-age-dependent'];

export const nonSexual = offenceFlag(
  'nonSexual',
  'the offence is not sexual',
  'the offence is sexual',
  (entry, record) =>
    mixedCategories(record, entry)
      ? null
      : !SEXUAL_CATEGORIES.includes(entry.category) && entry.group !== 'sexual',
  TRUE,
);

export const hasVictimMin = offenceFlag(
  'hasVictimMin',
  "the offence sets the victim's lowest age",
  'the offence sets no lowest age for the victim',
  (entry) => entry.victimMin !== null,
);

export const hasVictimMax = offenceFlag(
  'hasVictimMax',
  "the offence sets the victim's highest age",
  'the offence sets no highest age for the victim',
  (entry) => entry.victimMax !== null,
);

export const hasVictimBounds = offenceFlag(
  'hasVictimBounds',
  "the offence sets the victim's age",
  "the offence does not set the victim's age",
  (entry) => entry.victimMin !== null || entry.victimMax !== null,
);

export const hasSuspectBounds = offenceFlag(
  'hasSuspectBounds',
  "the offence sets the suspect's age",
  "the offence does not set the suspect's age",
  (entry) => entry.suspectMin !== null || entry.suspectMax !== null,
);

export const hasVictimSex = offenceFlag(
  'hasVictimSex',
  "the offence sets the victim's sex",
  "the offence does not set the victim's sex",
  (entry) => entry.victimSex !== null,
);

export const hasLawTo = offenceFlag(
  'hasLawTo',
  'the law of the offence has ended',
  'the law of the offence has no end in the list',
  (entry) => entry.lawTo !== null,
);

const decoy = (entry: OffenceEntry, record: RecordFacts): boolean =>
  record.surroundings.reading.decoys.includes(entry.code);

export const proxy = defineFact<'truth'>({
  name: 'proxy',
  kind: 'truth',
  words: "the person in the victim's place may not be the child",
  negated: "the person in the victim's place is the one offended against",
  reads: OFFENCE_COLUMNS,
  lacks: offenceLacks,
  compute: (record) => {
    const of = record.get(offence);
    const isDecoy = of.status === 'listed' ? truthOf(decoy(of.entry, record)) : FALSE;
    return or(record.get(image), isDecoy);
  },
});
