import type { ChoiceColumns, Column } from '../dialect/column.js';
import { ageFromSql, ageReportedSql, ageToSql, victimAgeSql } from '../facts/ages.js';
import { bornOnPlausibleSql, bornOnSql } from '../facts/born-on.js';
import { offenceFromSql, offenceToSql, recordedOnSql, reportedOnSql } from '../facts/dates.js';
import { closedOnSql, closedSql, historySql } from '../facts/history.js';
import { liveSql } from '../facts/live.js';
import { markersSql } from '../facts/markers.js';
import {
  lawToSql,
  listedVictimSexSql,
  suspectMaxSql,
  suspectMinSql,
  victimMaxSql,
  victimMinSql,
} from '../facts/offence-bounds.js';
import {
  categorySql,
  codeSql,
  groupSql,
  listConfidenceSql,
  offenceClassSql,
} from '../facts/offence-choices.js';
import {
  classAgreesSql,
  classRecordedSql,
  codeAccountedForSql,
  codeHasClassSql,
  codeUnreadableSql,
  offenceListedSql,
  offenceOutsideSql,
} from '../facts/offence-coding.js';
import * as flags from '../facts/offence-flags.js';
import { personSql, victimSexSql } from '../facts/person.js';
import { suspectsDescribedSql, suspectsSql } from '../facts/suspects.js';
import { MARKERS } from '../model/markers.js';

const OF_MARKERS: readonly (readonly [string, Column])[] = MARKERS.flatMap((marker) => {
  const { set, unreadable } = markersSql[marker];
  const { everSet, everRemoved, lost, firstSet } = historySql(marker);
  return [
    [`${marker}.set`, set],
    [`${marker}.unreadable`, unreadable],
    [`${marker}.everSet`, everSet],
    [`${marker}.everRemoved`, everRemoved],
    [`${marker}.lost`, lost],
    [`${marker}.firstSet`, firstSet],
  ] as const;
});

/** The SQL reading of every fact that a rule can name and that is no choice. */
export const FACTS_SQL: Readonly<Record<string, Column>> = {
  live: liveSql,
  recordedOn: recordedOnSql,
  reportedOn: reportedOnSql,
  offenceFrom: offenceFromSql,
  offenceTo: offenceToSql,
  image: flags.imageSql,
  exploitation: flags.exploitationSql,
  adultRelative: flags.adultRelativeSql,
  legacy: flags.legacySql,
  container: flags.containerSql,
  subcode: flags.subcodeSql,
  nonSexual: flags.nonSexualSql,
  hasVictimMin: flags.hasVictimMinSql,
  hasVictimMax: flags.hasVictimMaxSql,
  hasVictimBounds: flags.hasVictimBoundsSql,
  hasSuspectBounds: flags.hasSuspectBoundsSql,
  hasVictimSex: flags.hasVictimSexSql,
  hasLawTo: flags.hasLawToSql,
  proxy: flags.proxySql,
  victimMin: victimMinSql,
  victimMax: victimMaxSql,
  suspectMin: suspectMinSql,
  suspectMax: suspectMaxSql,
  listedVictimSex: listedVictimSexSql,
  lawTo: lawToSql,
  codeUnreadable: codeUnreadableSql,
  offenceListed: offenceListedSql,
  offenceOutside: offenceOutsideSql,
  codeAccountedFor: codeAccountedForSql,
  codeHasClass: codeHasClassSql,
  classRecorded: classRecordedSql,
  classAgrees: classAgreesSql,
  person: personSql,
  victimSex: victimSexSql,
  bornOn: bornOnSql,
  bornOnPlausible: bornOnPlausibleSql,
  victimAge: victimAgeSql,
  ageFrom: ageFromSql,
  ageTo: ageToSql,
  ageReported: ageReportedSql,
  suspects: suspectsSql,
  suspectsDescribed: suspectsDescribedSql,
  closed: closedSql,
  closedOn: closedOnSql,
  ...Object.fromEntries(OF_MARKERS),
};

/** The SQL reading of every choice. */
export const CHOICES_SQL: Readonly<Record<string, ChoiceColumns>> = {
  category: categorySql,
  group: groupSql,
  class: offenceClassSql,
  code: codeSql,
  listConfidence: listConfidenceSql,
};
