import { isoDate } from '../normalise/date.js';
import type { OffenceEntry } from '../model/pack.js';
import {
  areDescribed,
  type Draft,
  hasLocal,
  hasRoomForMarker,
  isAdult,
  isAgeDependent,
  isByTitle,
  isChild,
  isProxy,
  isSexual,
  wasAdultAtReport,
} from './draft.js';
import {
  addLocal,
  addSuspect,
  changeFirstSuspect,
  dropAge,
  dropLocal,
  isBefore,
  makeOlder,
  makeYounger,
  otherClass,
  removeAtClosure,
  setLate,
  spreadsheetDate,
  unset,
  yearsToUnder13,
} from './edits.js';
import { CLASSES_FROM_13 } from './in-scope.js';
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

const unsetCsa = (draft: Draft) => unset(draft, 'CSA');
const unsetCse = (draft: Draft) => unset(draft, 'CSE');
const setCsa = ({ record }: Draft) => void (record.CSA = 'Y');
const setCse = ({ record }: Draft) => void (record.CSE = 'Y');

const onlyCsa = (d: Draft) => d.csa && !d.cse;
const isIntimate16 = ({ ageFrom, record }: Draft) => ageFrom !== null && ageFrom >= 16 && record.DA === 'Y';
/** An age-dependent offence against a child that carries CSA alone. */
const isMarkedChild = (d: Draft) => isAgeDependent(d.entry) && d.person && isChild(d) && onlyCsa(d);
const isUnmarkedAdult = (d: Draft) =>
  isAgeDependent(d.entry) &&
  d.person &&
  isAdult(d) &&
  !d.csa &&
  !d.cse &&
  d.from !== d.reported &&
  hasRoomForMarker(d);
const isImage = ({ entry }: Draft) => entry?.image === true;
const isNonSexual = (d: Draft) => !isSexual(d) && d.entry?.group !== 'sexual';
const hasPlainText = (d: Draft) => d.topic === 'plain' || d.topic === 'neglect' || d.topic === 'ordinary';
const isKnownCse = (d: Draft) => d.cse && isSexual(d) && d.person && isChild(d);
const ONLINE_CODES = ['71/17', '86/02', '86/10', '86/15', '88A', '88/01', '88/02'];
const HISTORIC: Readonly<Record<string, string>> = { F: '20/01', M: '17/11' };
const containerOf = (code: string) => `${code.split('/')[0] ?? ''}/00`;

/** Every rule of the pack `home-office-markers`, in the order of `docs/rules`. */
export const PLANTS: Readonly<Record<string, Plant>> = {
  'CSA-BYDEF-MISSING': { fits: (d) => isByTitle(d.entry) && !isImage(d) && onlyCsa(d), edit: unsetCsa },
  'CSA-IIOC-MISSING': { fits: (d) => isImage(d) && onlyCsa(d), edit: unsetCsa },
  'CSA-AGE-MISSING': {
    fits: (d) => isMarkedChild(d) && !wasAdultAtReport(d) && !isIntimate16(d),
    edit: unsetCsa,
  },
  'NONRECENT-UNFLAGGED': { fits: (d) => isMarkedChild(d) && wasAdultAtReport(d), edit: unsetCsa },
  'DA-CSA-INTIMATE-16': {
    fits: (d) => isMarkedChild(d) && !wasAdultAtReport(d) && isIntimate16(d),
    edit: unsetCsa,
  },
  'CSE-C71-MISSING': { fits: (d) => d.scenario === 'exploitation' && d.cse, edit: unsetCse },
  'CSE-EXCHANGE-INDICATOR': {
    fits: (d) => onlyCsa(d) && d.person && isChild(d),
    edit: ({ record }) =>
      void (record.narrative = `${record.narrative} Given vapes by older boyfriend.`.trimStart()),
  },
  'CSE-TRAFFICK-MISSING': {
    fits: (d) =>
      d.scenario === 'trafficking' && isKnownCse(d) && d.topic !== 'exchange' && !hasLocal(d, 'cse'),
    edit: unsetCse,
  },
  'CSE-MULTI-SUSPECT': {
    fits: (d) =>
      isSexual(d) &&
      !isImage(d) &&
      onlyCsa(d) &&
      d.person &&
      isChild(d) &&
      d.scenario !== 'familial' &&
      d.suspects.length === 1 &&
      areDescribed(d.suspects),
    edit: addSuspect,
  },
  'CSE-WARNING-REVIEW': {
    fits: (d) => isSexual(d) && onlyCsa(d) && d.person && isChild(d),
    edit: (d, { random }) => addLocal(d, random.pick(['cse-warning', 'missing']), random),
  },
  'CSE-BLACKMAIL-CHILD': {
    fits: (d) =>
      d.scenario === 'blackmail' && d.csa && isChild(d) && !hasLocal(d, 'csa') && !hasLocal(d, 'cse'),
    edit: (d) => [unsetCsa, unsetCse].forEach((step) => step(d)),
  },
  'ONLINE-15A-MISSING': {
    fits: ({ entry, topic }) => topic === 'online' && entry !== null && ONLINE_CODES.includes(entry.code),
    edit: ({ record }) => void (record.ONLINE = 'N'),
  },
  'CA-PHYS-MISSING': {
    fits: (d) => d.scenario === 'cruelty' && !hasLocal(d, 'child-abuse'),
    edit: ({ record }) => void (record.CA = 'N'),
  },
  'CCE-DRUGS-CHILD': {
    fits: (d) => d.scenario === 'drug-supply' && d.topic === 'criminal',
    edit: ({ record }) => void (record.CCE = 'N'),
  },
  'CSE-ADULT-VICTIM': { fits: isUnmarkedAdult, edit: setCse },
  'CSA-ADULT-VICTIM': { fits: isUnmarkedAdult, edit: setCsa },
  'CSA-ADULT-RELATIVE': { fits: (d) => d.entry?.adultRelative === true && hasRoomForMarker(d), edit: setCsa },
  'CSE-AS-CCE': {
    fits: (d) => isNonSexual(d) && d.topic === 'criminal' && !d.cse && !isAdult(d) && hasRoomForMarker(d),
    edit: setCse,
  },
  'CSE-NONSEX-REVIEW': {
    fits: (d) => isNonSexual(d) && d.person && isChild(d) && !d.cse && hasPlainText(d) && hasRoomForMarker(d),
    edit: setCse,
  },
  'CSA-NONSEX-PHYS': {
    fits: (d) =>
      isNonSexual(d) &&
      d.entry !== null &&
      d.entry.category !== 'context' &&
      d.person &&
      isChild(d) &&
      !d.cse &&
      !['13', '35', '36', '106'].includes(d.offenceClass) &&
      hasPlainText(d) &&
      hasRoomForMarker(d),
    edit: setCsa,
  },
  'CSE-WITHOUT-CSA': { fits: (d) => isKnownCse(d) && d.csa, edit: unsetCsa },
  'AGE-OFFENCE-MISMATCH': {
    fits: (d) =>
      isByTitle(d.entry) && !isProxy(d.entry) && d.born !== null && (d.entry?.victimMax ?? 17) < 17,
    edit: (d) => makeOlder(d, (d.entry?.victimMax ?? 0) + 1 - (d.ageFrom ?? 0)),
  },
  'SEX-OFFENCE-MISMATCH': {
    fits: (d) => d.person && d.entry !== null && d.entry.victimSex !== null && !isProxy(d.entry),
    edit: ({ record }) => void (record.victimSex = record.victimSex === 'F' ? 'M' : 'F'),
  },
  'SUSPECT-AGE-MISMATCH': {
    fits: ({ entry, suspects }) =>
      entry !== null &&
      (entry.suspectMin !== null || entry.suspectMax !== null) &&
      suspects.length === 1 &&
      suspects[0]?.age !== '',
    edit: (d) => changeFirstSuspect(d, { age: d.entry?.suspectMax === null ? '15' : '25' }),
  },
  'UNDER13-CODE-UPGRADE': {
    fits: (d) =>
      CLASSES_FROM_13.includes(d.offenceClass) &&
      d.born !== null &&
      d.csa &&
      d.ageTo === d.ageFrom &&
      d.record.DA === 'N',
    edit: (d) => makeYounger(d, yearsToUnder13(d.ageTo ?? 0)),
  },
  'LEGACY-CODE-USED': {
    fits: (d, { entries }) =>
      d.scenario === 'contact' &&
      onlyCsa(d) &&
      isBefore(d.from, 2004, 5) &&
      !isBefore(d.recorded, 2004, 5) &&
      (d.ageFrom ?? 99) < 16 &&
      entries.has(HISTORIC[d.sex] ?? ''),
    edit: ({ record, sex }) => {
      record.offenceCode = HISTORIC[sex] ?? '';
      record.offenceClass = '';
    },
  },
  'CONTAINER-CODE-USED': {
    fits: ({ entry, offenceClass }, { entries }) =>
      entry?.level === 'subcode' &&
      entry.group === 'sexual' &&
      offenceClass !== '71' &&
      entries.get(containerOf(entry.code))?.group === 'sexual',
    edit: ({ record }) => void (record.offenceCode = containerOf(record.offenceCode)),
  },
  'CLASS-SUBCLASS-CONFLICT': {
    fits: ({ entry, record }) =>
      entry?.level === 'subcode' && entry.parent !== null && record.offenceClass !== '',
    edit: ({ record }) => void (record.offenceClass = otherClass(record.offenceClass)),
  },
  'DA-UNDER16': {
    fits: ({ person, ageTo, record }) => person && ageTo !== null && ageTo < 16 && record.DA === 'N',
    edit: ({ record }) => void (record.DA = 'Y'),
  },
  'VICTIM-AGE-UNKNOWN-BYDEF': { fits: (d) => isByTitle(d.entry) && !isImage(d) && d.person, edit: dropAge },
  'VICTIM-AGE-UNKNOWN-SEX': {
    fits: (d) => isAgeDependent(d.entry) && d.person && !d.csa && !d.cse,
    edit: dropAge,
  },
  'DOB-IMPLAUSIBLE': {
    fits: (d) => isSexual(d) && d.born !== null,
    edit: ({ record }, { random }) =>
      void (record.victimBornOn = random.pick(['1900-01-01', '1900-01-01', record.reportedOn])),
  },
  'OFFENCE-DATE-DEFAULTED': {
    fits: (d) => isByTitle(d.entry) && !isProxy(d.entry) && d.person && wasAdultAtReport(d),
    edit: ({ record }) => {
      record.offenceFrom = record.reportedOn;
      record.offenceTo = '';
    },
  },
  'UNKNOWN-CODE': {
    fits: ({ record }) => spreadsheetDate(record.offenceCode) !== null,
    edit: ({ record }) => void (record.offenceCode = spreadsheetDate(record.offenceCode) ?? ''),
  },
  'FLAG-FIELD-INVALID': {
    fits: () => true,
    edit: ({ record }, { random }) => void (record.CSE = random.pick(['U', 'TBC', 'CSE?'])),
  },
  'LOCAL-MARKER-NO-HOFLAG': {
    fits: (d) => isSexual(d) && onlyCsa(d),
    edit: (d, { random }) => addLocal(d, 'cse', random),
  },
  'CANCELLED-FLAGGED': {
    fits: (d) => d.csa || d.cse,
    edit: ({ record, recorded, asAt }, { random }) =>
      void (record.cancelledOn = isoDate(random.between(recorded, asAt))),
  },
  'FLAG-REMOVED-AT-CLOSURE': {
    fits: (d) => isSexual(d) && onlyCsa(d) && !d.record.markerHistory.includes('CSE'),
    edit: (d, { random }) => removeAtClosure(d, 'CSE', random),
  },
  'FLAG-LATE': {
    fits: (d, { lateAfterDays }) => d.csa && d.recorded + lateAfterDays < d.asAt,
    edit: (d, { random, lateAfterDays }) =>
      setLate(d, random.between(d.recorded + lateAfterDays + 1, d.asAt)),
  },
  'CSE-SUSPECT-ETHNICITY': {
    fits: (d) => d.cse && d.suspects.length > 0,
    edit: (d) => changeFirstSuspect(d, { ethnicity: '' }),
  },
  'GROUP-CSE-UNIDENTIFIED': {
    fits: (d) => d.cse && d.suspects.length > 1,
    edit: (d) => dropLocal(d, 'group'),
  },
};
