import type { OffenceEntry } from '../model/pack.js';
import type { Day } from '../normalise/date.js';
import type { Context, ReadyScenario } from './context.js';
import type { Days, Draft, LocalMarker, Victim } from './draft.js';
import { blankRecord, finish } from './finish.js';
import { NO_VICTIM, suspectsOf, victimOf, yearsBefore } from './people.js';
import type { Random } from './random.js';
import { CLASSES_FROM_13 } from './tables/codes.js';
import { DETAILS, LOCAL_MARKERS, type LocalKind, OPENINGS, TEAMS, type Topic } from './tables/texts.js';

const OLDEST_VICTIM = 75;

/** The ages that the offence and the scenario allow, the usual ones most often. */
function ageOf(random: Random, scenario: ReadyScenario, entry: OffenceEntry, offenceClass: string): number {
  const adult = scenario.victim === 'adult';
  const ofClass = CLASSES_FROM_13.includes(offenceClass) ? 13 : 0;
  const highest = Math.min(entry.victimMax ?? OLDEST_VICTIM, adult ? OLDEST_VICTIM : 17);
  const lowest = Math.min(
    Math.max(entry.victimMin ?? 0, ofClass, scenario.youngest ?? 0, adult ? 18 : 0),
    highest,
  );
  const [one, other] = [random.between(lowest, highest), random.between(lowest, highest)];
  return adult ? Math.min(one, other) : Math.max(one, other);
}

function recentDays(random: Random, recorded: Day): Days {
  const reported = recorded - (random.chance(0.7) ? 0 : random.between(1, 2));
  const lag = random.between(1, 10);
  const to = reported - (lag <= 3 ? 0 : random.between(1, lag <= 6 ? 3 : 60));
  return { from: to - (random.chance(0.2) ? random.between(1, 90) : 0), to, reported, recorded };
}

/** An offence against a child, told as an adult; such offences often went on for years. */
function longAgo(random: Random, recorded: Day, age: number): Days {
  const reported = recorded - random.between(0, 2);
  const ageThen = 20 + Math.min(random.between(0, 45), random.between(0, 45));
  const from = yearsBefore(reported, ageThen - age) - random.between(0, 300);
  return { from, to: from + (random.chance(0.7) ? random.between(30, 700) : 0), reported, recorded };
}

function isExploitation(entry: OffenceEntry): boolean {
  return entry.exploitation && entry.level === 'subcode' && !entry.container;
}

/** Who an offence is told by, by its victim. */
const TELLERS = { child: 'child', adult: 'adult', state: 'ordinary' } as const;

function narrativeOf(random: Random, topic: Topic, told: keyof typeof OPENINGS): string {
  if (topic === 'none' || topic === 'ordinary') return '';
  return `${random.pick<string>(OPENINGS[told])}. ${random.pick(DETAILS[topic])}.`;
}

function localOf(
  random: Random,
  shares: Readonly<Partial<Record<LocalKind, number>>>,
): readonly LocalMarker[] {
  const kinds = (Object.keys(shares) as LocalKind[]).filter((kind) => random.chance(shares[kind] ?? 0));
  return kinds.map((kind) => ({ kind, text: random.pick<string>(LOCAL_MARKERS[kind]) }));
}

function suspectCount(random: Random, scenario: ReadyScenario, several: boolean): number {
  if (scenario.name === 'drug-supply') return random.chance(0.8) ? 1 : 2;
  if (random.chance(0.2)) return 0;
  return several && random.chance(0.35) ? random.between(2, scenario.name === 'familial' ? 2 : 4) : 1;
}

const CHILD_SUSPECTS = { suspectMin: 14, suspectMax: 17 };

/** A crime of one of the scenarios, with every marker that it must carry and none that it must not. */
export function inScopeRecord(context: Context, reference: string, recorded: Day, live: boolean): Draft {
  const { random } = context;
  const scenario = random.pick(context.scenarios);
  const offence = random.pick(scenario.offences);
  const alone = random.chance(0.12) ? offence.alone : null;
  const entry = alone ?? offence.entry;
  const age = ageOf(random, scenario, offence.entry, offence.offenceClass);
  const nonRecent = random.chance(scenario.nonRecent ?? 0);
  const days = nonRecent ? longAgo(random, recorded, age) : recentDays(random, recorded);
  const person = scenario.victim !== 'state' && !random.chance(scenario.stateShare ?? 0);
  const sex = entry.victimSex ?? (random.chance(0.78) ? 'F' : 'M');
  const victim: Victim = person
    ? victimOf(random, age, sex, random.chance(0.94) ? 'born' : 'age', days)
    : NO_VICTIM;

  const exploited = person && !nonRecent && random.chance(scenario.exploited ?? 0);
  const told = random.pick(scenario.topics);
  const topic: Topic = exploited && told !== 'online' && random.chance(0.6) ? 'exchange' : told;
  const inText = topic === 'exchange' || topic === 'concern' || topic === 'image';
  const cse = live && (exploited || inText || isExploitation(entry) || scenario.name === 'trafficking');
  const byTitle = entry.category === 'child-sexual-by-definition';
  const ageDependent = entry.category === 'sexual-age-dependent';
  const ofChild = byTitle || (ageDependent && age < 18);
  const csa = live && (ofChild || scenario.name === 'blackmail');

  const several = cse || !(byTitle || ageDependent) || entry.image || scenario.name === 'familial';
  const count = suspectCount(random, scenario, several);
  const suspects = suspectsOf(random, count, {
    bounds: scenario.name === 'drug-supply' ? CHILD_SUSPECTS : entry,
    described: cse || (csa && count > 1) || random.chance(0.6),
    ageKnown: scenario.name === 'drug-supply' ? 1 : nonRecent ? 0.4 : 0.85,
  });
  const cruel = entry.category === 'child-harm-by-definition';

  const record = blankRecord(reference, context.force);
  record.offenceCode = alone === null ? offence.code : alone.code;
  if (alone === null && offence.offenceClass !== offence.code) record.offenceClass = offence.offenceClass;
  record.victimType = person ? (random.chance(0.95) ? 'person' : '') : 'state';
  const teller = nonRecent ? 'adult' : TELLERS[scenario.victim];
  record.narrative = narrativeOf(random, topic, teller);
  record.team = random.pick(TEAMS[scenario.team]);
  if (cruel && (offence.offenceClass !== '13' || random.chance(0.5))) record.CA = 'Y';
  if (topic === 'criminal') record.CCE = 'Y';
  if (person && age >= 16 && ageDependent && random.chance(age < 18 ? 0.4 : 0.25)) record.DA = 'Y';
  if (topic === 'online' || topic === 'image') record.ONLINE = 'Y';
  if (scenario.name === 'trafficking' || scenario.name === 'slavery') record.MS = 'Y';
  if (scenario.victim === 'adult' && random.chance(0.01)) record.HBA = 'Y';
  const draft: Draft = {
    record,
    days,
    victim,
    scenario: scenario.name,
    topic,
    live,
    entry,
    offenceClass: alone === null ? offence.offenceClass : alone.code,
    csa,
    cse,
    suspects,
    local: localOf(random, {
      csa: csa ? 0.12 : 0,
      cse: cse ? 0.35 : 0,
      'cse-warning': cse ? 0.1 : 0,
      missing: cse ? 0.1 : 0,
      group: cse && count > 1 ? 1 : 0,
      familial: live && scenario.name === 'familial' ? 0.3 : 0,
      'child-abuse': live && cruel ? 0.2 : 0,
      other: 0.04,
    }),
    asAt: context.asAt,
  };
  return finish(context, draft, 0.1);
}
