import type { Draft } from './draft.js';
import { CLASSES_FROM_13 } from './tables/codes.js';
import type { LocalKind, Topic } from './tables/texts.js';

/** A sexual offence against a child by its title. */
export function byTitle({ entry }: Draft): boolean {
  return entry?.category === 'child-sexual-by-definition';
}

/** A sexual offence whose victim may be a child. */
export function ageDependent({ entry }: Draft): boolean {
  return entry?.category === 'sexual-age-dependent';
}

export function sexual(draft: Draft): boolean {
  return byTitle(draft) || ageDependent(draft);
}

/** A sub-code of sexual offences, a specific one as all of them are here. */
export function sexualSubcode({ entry }: Draft): boolean {
  return entry?.level === 'subcode' && entry.group === 'sexual';
}

export function image({ entry }: Draft): boolean {
  return entry?.image === true;
}

const DECOYS: readonly string[] = ['71', '71/00', '71/01', '71/17', '88A', '88/01', '88/02'];

/** An offence whose "victim" may not be the child: no rule holds an age or a sex against it. */
export function proxy(draft: Draft): boolean {
  return image(draft) || DECOYS.includes(draft.entry?.code ?? '');
}

const ONLINE_TYPICAL: readonly string[] = ['71/17', '86/02', '86/10', '86/15', '88A', '88/01', '88/02'];

export function onlineTypical({ entry }: Draft): boolean {
  return ONLINE_TYPICAL.includes(entry?.code ?? '');
}

/** An offence of cruelty or assault, as the offence list has it. */
export function physical({ entry, offenceClass }: Draft): boolean {
  const category = entry?.category;
  if (category !== 'child-harm-by-definition' && category !== 'other-age-dependent') return false;
  return !['13', '35', '36', '106'].includes(offenceClass);
}

export function inClassFrom13({ offenceClass }: Draft): boolean {
  return CLASSES_FROM_13.includes(offenceClass);
}

export function boundForSuspects({ entry }: Draft): boolean {
  return entry !== null && (entry.suspectMin !== null || entry.suspectMax !== null);
}

/** A victim under 16 of an offence of older law, on a record of today. */
export function beforeTheActOf2003({ days, victim }: Draft): boolean {
  return days.from < ACT_IN_FORCE && days.recorded >= ACT_IN_FORCE && (victim.ageFrom ?? 99) < 16;
}

/** 1 May 2004, when the Sexual Offences Act 2003 came into force, as a day number. */
const ACT_IN_FORCE = 12539;

export function child({ victim }: Draft): boolean {
  return victim.ageFrom !== null && victim.ageFrom < 18;
}

/** A complainant who was an adult when reporting, by the date of birth. */
export function adultAtReport({ victim }: Draft): boolean {
  return victim.ageReported !== null && victim.ageReported >= 18;
}

/** A victim of 16 or more on a record with the domestic-abuse marker. */
export function intimate16({ victim, record }: Draft): boolean {
  return (victim.ageFrom ?? 0) >= 16 && record.DA === 'Y';
}

/** A victim with a date of birth and no birthday during the offence. */
export function ofOneAge({ victim }: Draft): boolean {
  return victim.born !== null && victim.ageFrom === victim.ageTo;
}

export function markedCsaAlone({ csa, cse }: Draft): boolean {
  return csa && !cse;
}

/** A child by the record, on a sexual offence with CSA alone. */
export function abusedChild(draft: Draft): boolean {
  return sexual(draft) && child(draft) && markedCsaAlone(draft);
}

/** A child by the record, on a sexual offence with both markers. */
export function exploitedChild(draft: Draft): boolean {
  return sexual(draft) && child(draft) && draft.csa && draft.cse;
}

/** An adult victim of a sexual offence that has no marker, and that a marker would contradict in one way only. */
export function unmarkedAdult(draft: Draft): boolean {
  const { victim, days, csa, cse } = draft;
  if (!ageDependent(draft) || (victim.ageFrom ?? 0) < 18 || csa || cse) return false;
  return days.from !== days.reported && roomForMarker(draft);
}

const PLAIN: readonly Topic[] = ['plain', 'neglect', 'ordinary'];

/** A child victim of an offence that is not sexual, told without a word of that. */
export function unmarkedChild(draft: Draft): boolean {
  if (sexual(draft) || draft.entry?.group === 'sexual' || !child(draft) || draft.cse) return false;
  return PLAIN.includes(draft.topic) && roomForMarker(draft);
}

/** No group of suspects, and none of whom too little is known: a marker may be added without another fault. */
export function roomForMarker(draft: Draft): boolean {
  return draft.suspects.length === 0 || byOneDescribed(draft);
}

/** One suspect, with an ethnicity and a nationality. */
export function byOneDescribed({ suspects }: Draft): boolean {
  const [suspect] = suspects;
  return (
    suspects.length === 1 && suspect !== undefined && suspect.ethnicity !== '' && suspect.nationality !== ''
  );
}

export function local(draft: Draft, kind: LocalKind): boolean {
  return draft.local.some((marker) => marker.kind === kind);
}
