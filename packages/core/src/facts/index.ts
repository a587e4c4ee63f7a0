import { ageFrom, ageReported, ageTo, victimAge } from './ages.js';
import { bornOn, bornOnPlausible } from './born-on.js';
import { offenceFrom, offenceTo, recordedOn, reportedOn } from './dates.js';
import type { FactKind, NamedFact } from './fact.js';
import { closed, closedOn, historyFacts } from './history.js';
import { live } from './live.js';
import { markers } from './markers.js';
import { lawTo, listedVictimSex, suspectMax, suspectMin, victimMax, victimMin } from './offence-bounds.js';
import { category, code, group, listConfidence, offenceClass } from './offence-choices.js';
import {
  classAgrees,
  classRecorded,
  codeAccountedFor,
  codeHasClass,
  codeUnreadable,
  offenceListed,
  offenceOutside,
} from './offence-coding.js';
import {
  adultRelative,
  container,
  exploitation,
  hasLawTo,
  hasSuspectBounds,
  hasVictimBounds,
  hasVictimMax,
  hasVictimMin,
  hasVictimSex,
  image,
  legacy,
  nonSexual,
  proxy,
  subcode,
} from './offence-flags.js';
import { person, victimSex } from './person.js';
import { suspects, suspectsDescribed } from './suspects.js';

/** Every fact that a rule can name. */
export const FACTS: readonly NamedFact[] = [
  live,
  recordedOn,
  reportedOn,
  offenceFrom,
  offenceTo,
  category,
  group,
  offenceClass,
  code,
  listConfidence,
  adultRelative,
  container,
  exploitation,
  hasLawTo,
  hasSuspectBounds,
  hasVictimBounds,
  hasVictimMax,
  hasVictimMin,
  hasVictimSex,
  image,
  legacy,
  nonSexual,
  proxy,
  subcode,
  victimMin,
  victimMax,
  suspectMin,
  suspectMax,
  listedVictimSex,
  lawTo,
  codeUnreadable,
  offenceListed,
  offenceOutside,
  codeAccountedFor,
  codeHasClass,
  classRecorded,
  classAgrees,
  person,
  victimSex,
  bornOn,
  bornOnPlausible,
  victimAge,
  ageFrom,
  ageTo,
  ageReported,
  suspects,
  suspectsDescribed,
  ...Object.values(markers).flatMap(({ set, unreadable }) => [set, unreadable]),
  closed,
  closedOn,
  ...historyFacts,
];

const BY_NAME: ReadonlyMap<string, NamedFact> = new Map(FACTS.map((fact) => [fact.name, fact]));

export function findFact(name: string): NamedFact | undefined {
  return BY_NAME.get(name);
}

export function isFactOf<K extends FactKind>(fact: NamedFact, kind: K): fact is NamedFact<K> {
  return fact.kind === kind;
}
