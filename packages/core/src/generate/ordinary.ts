import type { Day } from '../normalise/date.js';
import type { Context } from './context.js';
import type { Draft, LocalMarker } from './draft.js';
import { blankRecord, finish } from './finish.js';
import { type AgeGiven, NO_VICTIM, suspectsOf, victimOf } from './people.js';
import type { OrdinaryOffence } from './tables/ordinary.js';
import { LOCAL_MARKERS, OPENINGS, ORDINARY_TEXTS, TEAMS } from './tables/texts.js';

const CHILD_SHARE = 0.14;
const NO_LOCAL: readonly LocalMarker[] = [];

function ageGiven(context: Context): AgeGiven {
  const draw = context.random.between(1, 100);
  if (draw <= 76) return 'born';
  return draw <= 82 ? 'age' : 'none';
}

function victimType(context: Context, { victim }: OrdinaryOffence): 'person' | 'organisation' | 'state' {
  if (victim !== 'either') return victim;
  return context.random.chance(0.7) ? 'person' : 'organisation';
}

/** A crime that no rule about children concerns. */
export function ordinaryRecord(context: Context, reference: string, recorded: Day, live: boolean): Draft {
  const { random } = context;
  const offence = random.pick(context.ordinary);
  const reported = recorded - (random.chance(0.7) ? 0 : random.between(1, 2));
  const to = reported - (random.chance(0.6) ? 0 : random.between(1, 21));
  const from = to - (offence.text === 'burglary' || random.chance(0.1) ? random.between(0, 5) : 0);
  const days = { from, to, reported, recorded };
  const type = victimType(context, offence);
  const violent = offence.text === 'violence' || offence.text === 'harassment';
  const age = violent && random.chance(CHILD_SHARE) ? random.between(5, 17) : random.between(18, 85);
  const person = type === 'person';
  const victim = person
    ? victimOf(random, age, random.chance(0.5) ? 'F' : 'M', ageGiven(context), days)
    : NO_VICTIM;
  const count = random.chance(0.55) ? 0 : random.between(1, 2);
  // A class alone is how some systems export the offence; it says as much.
  const classAlone = random.chance(0.12);
  const record = blankRecord(reference, context.force);
  record.offenceCode = classAlone ? offence.offenceClass : offence.code;
  if (!classAlone) record.offenceClass = offence.offenceClass;
  record.victimType = type;
  record.narrative = `${random.pick(OPENINGS.ordinary)}. ${random.pick(ORDINARY_TEXTS[offence.text])}.`;
  record.team = random.pick(TEAMS.ordinary);
  if (violent && person && age >= 18 && random.chance(0.3)) {
    record.DA = 'Y';
    if (random.chance(0.05)) record.HBA = 'Y';
  }
  const draft: Draft = {
    record,
    days,
    victim,
    scenario: 'ordinary',
    topic: 'ordinary',
    live,
    entry: context.entries.get(offence.offenceClass) ?? null,
    offenceClass: offence.offenceClass,
    csa: false,
    cse: false,
    suspects: suspectsOf(random, count, { bounds: null, described: false, ageKnown: 0.8 }),
    local: random.chance(0.08) ? [{ kind: 'other', text: random.pick(LOCAL_MARKERS.other) }] : NO_LOCAL,
    asAt: context.asAt,
  };
  return finish(context, draft, 0.45);
}
