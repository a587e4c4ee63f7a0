export {
  type CheckState as CheckProgress,
  type Check,
  type CheckOptions,
  type CheckSink,
  createCheck,
} from './check.js';
export { type Assessor, createAssessor, type RecordSink } from './assess.js';
export { type RunFacts, summarise } from './aggregate/summarise.js';
export { ENCODINGS, type DecodingReport, type Encoding } from './decode/decoder.js';
export {
  type Checker,
  type CheckerOptions,
  type CheckResult,
  createChecker,
  type RuleOutcome,
} from './evaluate/checker.js';
export { explainRecord, type ExplainedClause, type RuleExplanation } from './evaluate/explain-record.js';
export {
  type Extract,
  type ExtractOptions,
  type ExtractReport,
  type ExtractSink,
  openExtract,
} from './extract.js';
export { RecordFacts } from './facts/record-facts.js';
export type { Mapping } from './map/mapping.js';
export { type MarkersFile, type MarkersTable, openMarkersFile } from './map/markers-file.js';
export { CANONICAL, type FileLayout, type Profile } from './map/profile.js';
export type { ProfileTables } from './map/setup.js';
export { readTable, type Table } from './map/table.js';
export { type ColumnFit, isMisread } from './map/fit/column-fit.js';
export {
  createProfileFit,
  type ProfileFit,
  type ProfileFitOptions,
  type ProfileFitting,
} from './profile-fit.js';
export { type HeadSuggestion, suggestFromHead, type SuggestFromHeadOptions } from './profile-suggest.js';
export { nearestNames } from './map/nearest.js';
export type { Clause } from './model/clause.js';
export { type ErrorCode, MarkercheckError } from './model/errors.js';
export {
  type Cells,
  type CrimeRecord,
  FIELD_NAMES,
  type FieldDefinition,
  type FieldName,
  FIELDS,
} from './model/fields.js';
export type { Finding, FindingAge, FindingStatus, Undetermined } from './model/finding.js';
export { type Marker, MARKERS } from './model/markers.js';
export type { Pack } from './model/pack.js';
export type { Policy, PolicyChange } from './model/policy.js';
export { type Rule, type RuleCases, SEVERITIES, type Severity } from './model/rule.js';
export type {
  BaselineSummary,
  MeasureSummary,
  RuleStanding,
  RuleSummary,
  RunInput,
  RunSummary,
  TeamSummary,
} from './model/run.js';
export type { InputNotice, Place } from './read/reader.js';
export { type Baseline, type BaselineEntry, createBaseline, type Gone } from './baseline/baseline.js';
export { createStanding, type Standing } from './baseline/standing.js';
export {
  indexWaivers,
  readWaivers,
  WAIVER_COLUMNS,
  type WaiverFile,
  type WaiverIndex,
} from './baseline/waivers.js';
export { type Identity, PLAIN, pseudonyms, SHORTEST_KEY } from './evaluate/identity.js';
export type { MarkersFileUse } from './aggregate/not-checked.js';
export { ruleSummaries } from './aggregate/conclude.js';
export type { Waiver, WaiverFault, WaiverReport } from './model/waiver.js';
export {
  baselineCsv,
  findingsCsv,
  findingsNdjson,
  inputCsv,
  type LineFile,
  type LocatedFinding,
  resolvedCsv,
  undeterminedCsv,
} from './report/records/files.js';
export { type FieldReading, type FieldState, readFields } from './report/explanation.js';
export { type RulePage, rulePages, type SaidClause } from './report/rule-page.js';
export { loadCases } from './report/rule-page-cases.js';
export { assemblePack, jsonDigest, type PackFiles } from './rules/assemble.js';
export { compilePack, type CompiledPack, isAtLeast } from './rules/compile.js';
export { parseDate } from './normalise/date.js';
export { loadPack } from './rules/load.js';
export { describeFaults, type ValidationFault } from './schemas/faults.js';
export { readPolicy, readProfile } from './schemas/files.js';
export { validateRule, type Validator } from './schemas/validators.js';
export { createSampler } from './report/sampler.js';
export { renderReport, type ReportInput } from './report/html/index.js';
export { BASIS_WORDS, TIER_WORDS } from './messages/report-words.js';
export {
  readMeLines,
  type ReadMeLine,
  SHEET_NAMES,
  WORK_LIST_CAPTION,
  workListSentence,
} from './messages/work-list.js';
export type { WorkListCount, WorkListReport, WorkListRow } from './model/work-list.js';
export { WORK_LIST_COLUMNS, type WorkListColumn } from './worklist/columns.js';
export { workListCsv } from './worklist/csv.js';
export { type WorkListSheet, type WorkListSheetRow, workListSheets } from './worklist/sheets.js';
export {
  createWorkList,
  type WorkList,
  type WorkListOptions,
  type WorkListPart,
} from './worklist/work-list.js';
export { BYTE_ORDER_MARK, csvLine } from './report/records/csv-text.js';
export {
  EXTRACT_FORMATS,
  type ExtractFilesOptions,
  type ExtractFormat,
  generateExtract,
  type GeneratedExtract,
} from './generate/extract.js';
export { EXTRACT_ENCODINGS, type ExtractEncoding } from './generate/encode.js';
export { EXTRACT_LAYOUTS, type ExtractLayout } from './generate/layouts/index.js';
export type { GenerateOptions } from './generate/options.js';
export { usualFaultRates } from './generate/usual-faults.js';
export { addWaiver, type AddedWaiver, type WaiverDraft } from './baseline/add-waiver.js';
export { type StandingWaivers, standingWaivers } from './baseline/waivers-standing.js';
export { type AdoptedPolicy, adoptionPolicy, adoptionSummary, adoptPolicy } from './adoption/adoption.js';
export { readAdoption } from './adoption/read-adoption.js';
export { type Reading, unconfirmedReadings } from './adoption/readings.js';
export { adoptionSheet } from './adoption/sheet.js';
export { adoptionSentence, readingLabel } from './messages/adoption.js';
export type {
  AdoptedReading,
  Adoption,
  AdoptionAnswer,
  AdoptionFault,
  AdoptionSummary,
} from './model/adoption.js';
export {
  SUPPRESSED,
  type SuppressedTable,
  SUPPRESSION_THRESHOLD,
  type SuppressionOptions,
  suppressTable,
  type Shown,
} from './disclosure/suppress-table.js';
export {
  createChainChecker,
  type ChainBreak,
  type ChainChecker,
  type ChainReport,
} from './evidence/chain.js';
export { checkLogWords, type LogEntry, logEntry, type LogFacts, logLine } from './evidence/log-entry.js';
export { alertReference, alerts } from './history/alerts.js';
export {
  type HistoryEntry,
  historyEntry,
  historyFileName,
  isHistoryFileName,
  readHistoryEntry,
} from './history/entry.js';
export { EVENT_COLUMNS, type EventsFile, readEvents } from './history/events.js';
export { type Trend, trend, type TrendLine, type TrendOptions } from './history/trend.js';
export { ALERTS, alertWords } from './messages/alerts.js';
export { breakOfLog } from './messages/evidence.js';
export { breakWords, leftOutWords } from './messages/trend.js';
export type { Alert, AlertKind } from './model/alert.js';
export type { LeftOutRun, TrendEvent } from './model/trend.js';
export { type BoardInput, renderBoard } from './report/board/index.js';
export { type BriefInput, renderBrief } from './report/brief.js';
export { renderTrend, trendCsv, TREND_COLUMNS, type TrendInput } from './report/trend/index.js';
export { drawSample, type DrawOptions } from './sample/draw-sample.js';
export {
  createSampleDraw,
  type SampleDraw,
  type SampleRuleCounts,
  type SampleSource,
} from './sample/draw.js';
export {
  ALLOCATIONS as SAMPLE_ALLOCATIONS,
  FRAMES as SAMPLE_FRAMES,
  type SampleDesign,
  type SampleOptions,
  STRATIFIERS as SAMPLE_STRATIFIERS,
} from './sample/design.js';
export {
  readManifest,
  type SampledRecord,
  type SampledRule,
  type SampledStratum,
  type SampleDomain,
  type SampleManifest,
  type SampleRun,
} from './sample/manifest.js';
export type { Claim as MarkerClaim } from './sample/claims.js';
export type { Answers as ReviewAnswers, Reviewer } from './sample/questions.js';
export type { ReviewFault, ReviewFile } from './sample/read-review.js';
export type { Agreement as ReviewAgreement } from './sample/score/agreement.js';
export { type Grades, readGrades } from './sample/score/grades.js';
export type { ScoreMeasure } from './sample/score/figures.js';
export { type GradedFigure, type Score, type ScoreOptions, scoreSample } from './sample/score/score.js';
export { renderReviewForm, reviewFileName } from './report/review/form.js';
export { reviewCsv } from './report/review/review-csv.js';
export { renderScore } from './report/sample/render-score.js';
export { scoreCsv, wrongCsv } from './report/sample/score-csv.js';
export {
  frameWords as sampleFrameWords,
  markerSentence,
  rateWords as scoreRateWords,
  verdictWords as scoreVerdictWords,
} from './report/sample/score-words.js';
export { FORCES, findForce, type Force, forcesOfRegion } from './compare/forces.js';
export { compareForces } from './compare/compare-forces.js';
export { compareOverTime } from './compare/compare-over-time.js';
export type {
  Baseline as ComparisonBaseline,
  ComparedForce,
  Comparison,
  ForceMeasure,
  ForceRule,
  FunnelPlace,
  MeasureComparison,
  NotCompared,
  Others as OtherForces,
  Overdispersed,
  Part as ComparisonPart,
  RuleComparison,
  Spread,
  Standardised,
  TimePoint,
  TimeSeries,
} from './compare/comparison.js';
export {
  type ChangedStratum,
  type ChangeParts,
  decomposeChange,
  type PeriodCounts,
} from './compare/decompose-change.js';
export type {
  BandCounts,
  ClassCounts,
  Exchange,
  ExchangeBlock,
  ExchangeCheck,
  ExchangeCounts,
  ExchangeMeasure,
  ExchangeRule,
  ExchangeYears,
  FewSide,
  LeftOut,
  MonthCounts,
  QuarterCounts,
  StratumCounts,
} from './compare/exchange.js';
export type {
  Differs,
  Figure as ComparisonFigure,
  FigureState,
  Range as ShareRange,
} from './compare/figure.js';
export type { CompareOptions } from './compare/options.js';
export type { Change, ChangedPart, MeasureOverTime, OverTime } from './compare/over-time.js';
export { isExchange, readExchange } from './compare/read-exchange.js';
export type { BasisDifference, BasisPart } from './compare/same.js';
export type { StandardisedBy } from './compare/standardise.js';
export type { StandsOut } from './compare/stands-out-kinds.js';
export { SHARE_THRESHOLD, type ShareOptions, shareRun } from './share/share-run.js';
export { comparisonCsv, comparisonJson } from './report/comparison/csv.js';
export { overTimeCsv } from './report/comparison/over-time-csv.js';
export { type ComparisonInput, renderComparison } from './report/comparison/render-comparison.js';
export { type OverTimeInput, renderOverTime } from './report/comparison/render-over-time.js';
export { changeSentence } from './report/comparison/change-words.js';
export { standsOutByForce } from './report/comparison/sentences.js';
export {
  type AgreementCoefficient,
  type AgreementTable,
  byarInterval,
  type ByarOptions,
  clopperPearsonInterval,
  cohenKappa,
  type DifferenceInterval,
  directlyStandardisedRate,
  funnelLimits,
  type FunnelPosition,
  funnelPosition,
  type FunnelUnit,
  type FunnelZone,
  funnelZone,
  gwetAc1,
  type Interval,
  newcombeDifference,
  normalCriticalValue,
  normalQuantile,
  overdispersedFunnelLimits,
  type Overdispersion,
  overdispersion,
  OVERDISPERSION_MINIMUM_UNITS,
  type OverdispersionOptions,
  type PercentAgreement,
  percentAgreement,
  sampleSize,
  type SampleSizeRequest,
  type SampleStratum,
  type StandardisationStratum,
  type StandardisedRate,
  StatisticsError,
  type StatisticsErrorCode,
  type StratifiedEstimate,
  stratifiedEstimate,
  studentCriticalValue,
  wilsonInterval,
  type Xmr,
  xmr,
  type XmrOptions,
  type XmrPhase,
  type XmrRule,
  type XmrSignal,
} from './statistics/index.js';
