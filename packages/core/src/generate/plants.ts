import type { OffenceEntry } from '../model/pack.js';
import { isoDate } from '../normalise/date.js';
import type { Draft } from './draft.js';
import * as edits from './edits.js';
import * as is from './fits.js';
import type { Random } from './random.js';

export interface PlantTools {
  readonly random: Random;
  readonly entries: ReadonlyMap<string, OffenceEntry>;
  readonly lateAfterDays: number;
}

/** How one rule is broken by the smallest edit, and on which correct records that breaks no other rule. */
export interface Plant {
  readonly fits: (draft: Draft, tools: PlantTools) => boolean;
  readonly edit: (draft: Draft, tools: PlantTools) => void;
}

const { write } = edits;
const unsetCsa = (draft: Draft) => edits.unset(draft, 'CSA');
const unsetCse = (draft: Draft) => edits.unset(draft, 'CSE');

const HISTORIC: Readonly<Record<string, string>> = { F: '20/01', M: '17/11' };
const containerOf = (code: string) => `${code.split('/')[0] ?? ''}/00`;

/** Every rule of the pack `home-office-markers`, in the order of its page. */
export const PLANTS: Readonly<Record<string, Plant>> = {
  'CSA-BYDEF-MISSING': {
    fits: (d) => is.byTitle(d) && !is.image(d) && is.markedCsaAlone(d),
    edit: unsetCsa,
  },
  'CSA-IIOC-MISSING': { fits: (d) => is.image(d) && is.markedCsaAlone(d), edit: unsetCsa },
  'CSA-AGE-MISSING': {
    fits: (d) => is.abusedChild(d) && is.ageDependent(d) && !is.adultAtReport(d) && !is.intimate16(d),
    edit: unsetCsa,
  },
  'NONRECENT-UNFLAGGED': {
    fits: (d) => is.abusedChild(d) && is.ageDependent(d) && is.adultAtReport(d),
    edit: unsetCsa,
  },
  'DA-CSA-INTIMATE-16': {
    fits: (d) => is.abusedChild(d) && is.ageDependent(d) && !is.adultAtReport(d) && is.intimate16(d),
    edit: unsetCsa,
  },
  'CSE-C71-MISSING': { fits: (d) => d.scenario === 'exploitation' && d.cse, edit: unsetCse },
  'CSE-EXCHANGE-INDICATOR': {
    fits: is.abusedChild,
    edit: write(({ record }) => ({
      narrative: `${record.narrative} Given vapes by older boyfriend.`.trimStart(),
    })),
  },
  'CSE-TRAFFICK-MISSING': {
    fits: (d) => d.scenario === 'trafficking' && d.cse && d.topic === 'plain' && !is.local(d, 'cse'),
    edit: unsetCse,
  },
  'CSE-MULTI-SUSPECT': {
    fits: (d) => is.abusedChild(d) && !is.image(d) && d.scenario !== 'familial' && is.byOneDescribed(d),
    edit: edits.addSuspect,
  },
  'CSE-WARNING-REVIEW': {
    fits: is.abusedChild,
    edit: (d, { random }) => edits.addLocal(d, random.pick(['cse-warning', 'missing']), random),
  },
  'CSE-BLACKMAIL-CHILD': {
    fits: (d) => d.scenario === 'blackmail' && d.csa && !is.local(d, 'csa') && !is.local(d, 'cse'),
    edit: (d) => {
      unsetCsa(d);
      unsetCse(d);
    },
  },
  'ONLINE-15A-MISSING': {
    fits: (d) => is.onlineTypical(d) && d.topic === 'online',
    edit: write({ ONLINE: 'N' }),
  },
  'CA-PHYS-MISSING': {
    fits: (d) => d.scenario === 'cruelty' && !is.local(d, 'child-abuse'),
    edit: write({ CA: 'N' }),
  },
  'CCE-DRUGS-CHILD': {
    fits: (d) => d.scenario === 'drug-supply' && d.topic === 'criminal',
    edit: write({ CCE: 'N' }),
  },
  'CSE-ADULT-VICTIM': { fits: is.unmarkedAdult, edit: write({ CSE: 'Y' }) },
  'CSA-ADULT-VICTIM': { fits: is.unmarkedAdult, edit: write({ CSA: 'Y' }) },
  'CSA-ADULT-RELATIVE': {
    fits: (d) => d.scenario === 'adult-relative' && is.roomForMarker(d),
    edit: write({ CSA: 'Y' }),
  },
  'CSE-AS-CCE': { fits: (d) => d.topic === 'criminal' && is.roomForMarker(d), edit: write({ CSE: 'Y' }) },
  'CSE-NONSEX-REVIEW': { fits: is.unmarkedChild, edit: write({ CSE: 'Y' }) },
  'CSA-NONSEX-PHYS': { fits: (d) => is.unmarkedChild(d) && is.physical(d), edit: write({ CSA: 'Y' }) },
  'CSE-WITHOUT-CSA': { fits: is.exploitedChild, edit: unsetCsa },
  'AGE-OFFENCE-MISMATCH': {
    fits: (d) => is.byTitle(d) && !is.proxy(d) && d.victim.born !== null && (d.entry?.victimMax ?? 17) < 17,
    edit: (d) => edits.makeOlder(d, (d.entry?.victimMax ?? 0) + 1 - (d.victim.ageFrom ?? 0)),
  },
  'SEX-OFFENCE-MISMATCH': {
    fits: (d) => d.victim.person && !is.proxy(d) && typeof d.entry?.victimSex === 'string',
    edit: write(({ victim }) => ({ victimSex: victim.sex === 'F' ? 'M' : 'F' })),
  },
  'SUSPECT-AGE-MISMATCH': {
    fits: (d) => is.boundForSuspects(d) && d.suspects.length === 1 && d.suspects[0]?.age !== '',
    edit: (d) => edits.changeFirstSuspect(d, { age: d.entry?.suspectMax === null ? '15' : '25' }),
  },
  'UNDER13-CODE-UPGRADE': {
    fits: (d) => is.inClassFrom13(d) && d.csa && is.ofOneAge(d) && d.record.DA === 'N',
    edit: (d) => edits.makeYounger(d, (d.victim.ageTo ?? 0) - 12),
  },
  'LEGACY-CODE-USED': {
    fits: (d, { entries }) =>
      d.scenario === 'contact' &&
      is.markedCsaAlone(d) &&
      is.beforeTheActOf2003(d) &&
      entries.has(HISTORIC[d.victim.sex] ?? ''),
    edit: write(({ victim }) => ({ offenceCode: HISTORIC[victim.sex] ?? '', offenceClass: '' })),
  },
  'CONTAINER-CODE-USED': {
    fits: (d, { entries }) =>
      is.sexualSubcode(d) &&
      d.offenceClass !== '71' &&
      entries.get(containerOf(d.record.offenceCode))?.group === 'sexual',
    edit: write(({ record }) => ({ offenceCode: containerOf(record.offenceCode) })),
  },
  'CLASS-SUBCLASS-CONFLICT': {
    fits: ({ entry, record }) => typeof entry?.parent === 'string' && record.offenceClass !== '',
    edit: write(({ record }) => ({ offenceClass: record.offenceClass.startsWith('19') ? '20A' : '19C' })),
  },
  'DA-UNDER16': {
    fits: ({ victim, record }) => victim.ageTo !== null && victim.ageTo < 16 && record.DA === 'N',
    edit: write({ DA: 'Y' }),
  },
  'VICTIM-AGE-UNKNOWN-BYDEF': {
    fits: (d) => is.byTitle(d) && !is.image(d) && d.victim.person,
    edit: write({ victimBornOn: '', victimAge: '' }),
  },
  'VICTIM-AGE-UNKNOWN-SEX': {
    fits: (d) => is.ageDependent(d) && d.victim.person && !d.csa && !d.cse,
    edit: write({ victimBornOn: '', victimAge: '' }),
  },
  'DOB-IMPLAUSIBLE': {
    fits: (d) => is.sexual(d) && d.victim.born !== null,
    edit: write(({ record }, { random }) => ({
      victimBornOn: random.pick(['1900-01-01', '1900-01-01', record.reportedOn]),
    })),
  },
  'OFFENCE-DATE-DEFAULTED': {
    fits: (d) => is.byTitle(d) && !is.proxy(d) && is.adultAtReport(d),
    edit: write(({ record }) => ({ offenceFrom: record.reportedOn, offenceTo: '' })),
  },
  'UNKNOWN-CODE': {
    fits: ({ record }) => edits.spreadsheetDate(record.offenceCode) !== null,
    edit: write(({ record }) => ({ offenceCode: edits.spreadsheetDate(record.offenceCode) ?? '' })),
  },
  'FLAG-FIELD-INVALID': {
    fits: () => true,
    edit: write((_, { random }) => ({ CSE: random.pick(['U', 'TBC', 'CSE?']) })),
  },
  'LOCAL-MARKER-NO-HOFLAG': {
    fits: (d) => is.sexual(d) && is.markedCsaAlone(d),
    edit: (d, { random }) => edits.addLocal(d, 'cse', random),
  },
  'CANCELLED-FLAGGED': {
    fits: (d) => d.csa || d.cse,
    edit: write(({ days, asAt }, { random }) => ({
      cancelledOn: isoDate(random.between(days.recorded, asAt)),
    })),
  },
  'FLAG-REMOVED-AT-CLOSURE': {
    fits: (d) => is.sexual(d) && is.markedCsaAlone(d) && !d.record.markerHistory.includes('CSE'),
    edit: (d, { random }) => edits.removeAtClosure(d, 'CSE', random),
  },
  'FLAG-LATE': {
    fits: (d, { lateAfterDays }) => d.csa && d.days.recorded + lateAfterDays < d.asAt,
    edit: (d, { random, lateAfterDays }) =>
      edits.setLate(d, random.between(d.days.recorded + lateAfterDays + 1, d.asAt)),
  },
  'CSE-SUSPECT-ETHNICITY': {
    fits: (d) => d.cse && d.suspects.length > 0,
    edit: (d) => edits.changeFirstSuspect(d, { ethnicity: '' }),
  },
  'GROUP-CSE-UNIDENTIFIED': {
    fits: (d) => d.cse && d.suspects.length > 1,
    edit: (d) => edits.dropLocal(d, 'group'),
  },
};
