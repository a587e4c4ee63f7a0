import { allOfSql, anyOfSql, type Column, inTexts, notSql, type SqlRecord } from '../../dialect/column.js';
import type { Sql } from '../../dialect/dialect.js';
import { ageFromSql, ageReportedSql, victimAgeSql } from '../../facts/ages.js';
import { bornOnSql } from '../../facts/born-on.js';
import { liveSql } from '../../facts/live.js';
import { markersSql } from '../../facts/markers.js';
import { categorySql, codeSql } from '../../facts/offence-choices.js';
import { imageSql, nonSexualSql } from '../../facts/offence-flags.js';
import { offenceStatusSql } from '../../facts/offence.js';
import { personSql } from '../../facts/person.js';
import type { Marker } from '../../model/markers.js';
import { emptyFlagColumnSql } from './empty-flag-column.js';
import type { ExtractCheckSql } from './extract-check.js';
import { flagRateBreakSql } from './flag-rate-break.js';
import { mutualExclusionSql } from './mutual-exclusion.js';
import { shareCheckSql } from './share-check.js';

type Part = (record: SqlRecord) => Sql;

const all =
  (...parts: readonly Part[]): Part =>
  (record) =>
    allOfSql(parts.map((part) => part(record)));
const holds =
  (column: Column): Part =>
  ({ get }) =>
    get(column);
const isSet = (marker: Marker): Part => holds(markersSql[marker].set);
const isLive = holds(liveSql);
const isByDefinition: Part = ({ get }) => `${get(categorySql.value)} = 'child-sexual-by-definition'`;
const isNotSurelyImage: Part = ({ get, sql }) => notSql(sql.surely(get(imageSql)));
const isCsaOrCse: Part = (record) => anyOfSql([isSet('CSA')(record), isSet('CSE')(record)]);

/** The SQL readings of the checks that `shares.ts` and its neighbours define, in one list. */
export const EXTRACT_CHECKS_SQL: readonly ExtractCheckSql[] = [
  flagRateBreakSql,
  emptyFlagColumnSql,
  mutualExclusionSql,
  shareCheckSql({
    id: 'BYDEF-COVERAGE',
    denominator: all(isLive, isByDefinition, isNotSurelyImage, ({ get }) =>
      anyOfSql([get(markersSql.CSA.set), notSql(get(markersSql.CSA.set))]),
    ),
    numerator: isSet('CSA'),
  }),
  shareCheckSql({
    id: 'CSE-SHARE',
    apart: true,
    denominator: all(isLive, isSet('CSA')),
    numerator: all(isLive, isSet('CSE')),
  }),
  shareCheckSql({
    id: 'AGE-UNKNOWN-SHARE',
    denominator: all(isLive, isByDefinition, isNotSurelyImage, holds(personSql)),
    numerator: ({ get }) => `${get(bornOnSql)} IS NULL AND ${get(victimAgeSql)} IS NULL`,
  }),
  shareCheckSql({
    id: 'IIOC-SHARE',
    denominator: all(isLive, isByDefinition),
    numerator: ({ get, sql }) => inTexts(get(codeSql.value), ['86/02', '86/10', '86/15'], sql),
  }),
  shareCheckSql({
    id: 'AGE-AT-REPORT-SUSPECTED',
    denominator: all(
      isLive,
      ({ get }) => `${get(bornOnSql)} IS NOT NULL AND ${get(victimAgeSql)} IS NOT NULL`,
      ({ get }) => `${get(ageReportedSql)} > ${get(ageFromSql)}`,
    ),
    numerator: ({ get }) => `${get(victimAgeSql)} = ${get(ageReportedSql)}`,
  }),
  shareCheckSql({
    id: 'CSA-NONSEXUAL-SHARE',
    denominator: all(isLive, isSet('CSA')),
    numerator: holds(nonSexualSql),
  }),
  shareCheckSql({
    id: 'NOT-LIVE-FLAGGED',
    denominator: isCsaOrCse,
    numerator: ({ get }) => notSql(get(liveSql)),
  }),
  shareCheckSql({
    id: 'CODE-READABLE',
    denominator: isLive,
    numerator: ({ get }) => `${get(offenceStatusSql)} <> 'unknown'`,
  }),
];
