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
  type Counter,
  createChecker,
  type RecordInput,
} from './checker.js';
export type { CheckResult, RuleOutcome } from './evaluate/check-record.js';
export { explainRecord, type ExplainedClause, type RuleExplanation } from './evaluate/explain-record.js';
export {
  type Extract,
  type ExtractOptions,
  type ExtractReport,
  type ExtractSink,
  openExtract,
  type PassedRecords,
} from './extract.js';
export { RecordFacts } from './facts/record-facts.js';
export type { Mapping } from './map/mapping.js';
export { type MarkersFile, type MarkersTable, openMarkersFile } from './map/markers-file.js';
export { CANONICAL, type FileLayout, type Profile } from './map/profile.js';
export type { ProfileTables } from './map/setup.js';
export { readTable, type Table } from './map/table.js';
export { type OpenQuestion, openQuestions } from './map/questions.js';
export { markersFileUse, unmatchedMarkers } from './map/unmatched-markers.js';
export { profileIdentity } from './profile-identity.js';
export { missingColumns } from './aggregate/missing-columns.js';
export { FILE_KIND_HEAD, type FileKind, fileKind } from './decode/file-kind.js';
export { EXPANSION_LIMITS, expansionFault, type ExpansionLimits, isBomb } from './decode/expansion.js';
export { reportStyleDigest } from './report/html/style.js';
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
export { ERROR_CODES, type ErrorCode, MarkercheckError } from './model/errors.js';
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
export { assemblePack, type PackFiles } from './rules/assemble.js';
export { jsonDigest } from './rules/json-digest.js';
export { compilePack, type CompiledPack, isAtLeast } from './rules/compile.js';
export { parseDate } from './normalise/date.js';
export { loadPack } from './rules/load.js';
export { createMapper, type Mapper, type MapperOptions } from './mapper.js';
export { type Checked, checkStream, checkTransform, type RecordOf } from './check-stream.js';
export { mergeTallies, type Tally } from './aggregate/tally.js';
export { VERSION } from './version.js';
export { describeFaults, type ValidationFault } from './schemas/faults.js';
export { readPolicy, readProfile } from './schemas/files.js';
export { readRecord } from './schemas/record.js';
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
export { adoptionDifference } from './compare/adoption-words.js';
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
export { notComparedWords } from './compare/not-compared-words.js';
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

// What the types above are made of.
export type { Cell, MeasureCounts, RuleCounts } from './aggregate/tally.js';
export type { Team, TeamKey, Teams } from './aggregate/teams.js';
export type { AssessorOptions } from './assess.js';
export type { Known as KnownFinding } from './baseline/baseline.js';
export type { Adopting } from './compare/adoption-words.js';
export { COMPARISON_SCHEMA } from './compare/comparison.js';
export { EXCHANGE_KIND, EXCHANGE_SCHEMA } from './compare/exchange.js';
export { OVER_TIME_SCHEMA } from './compare/over-time.js';
export { KINDS as STANDARDISED_BY } from './compare/standardise.js';
export { LOG_SCHEMA } from './evidence/log-entry.js';
export type { Condition } from './conditions/condition.js';
export type { Choice, Fact, FactKind, FactValues, NamedFact } from './facts/fact.js';
export type { Reading as FactReading, Surroundings } from './facts/record-facts.js';
export type { ChartLine, ChartPhase, ChartSignal } from './history/chart-line.js';
export { HISTORY_SCHEMA, type HistoryCell } from './history/entry.js';
export type { Counts as PeriodFigures } from './history/months.js';
export type { Periods, TrendPeriod } from './history/periods.js';
export type { PlacedEvent } from './history/trend.js';
export type { CodeCount } from './map/codes.js';
export type { KeyFit } from './map/fit/key-fit.js';
export type { UnusedColumn } from './map/fit/unused-columns.js';
export type { UnknownCode } from './map/mapping.js';
export type { MarkersOfCrime } from './map/markers-file.js';
export type {
  Blank,
  CodedLayout,
  ColumnsLayout,
  FieldSource,
  ListLayout,
  MarkerColumn,
  MarkerLayout,
  OtherCodes,
  RowMerging,
  SourceDetail,
  SuspectRows,
} from './map/profile.js';
export type { SuggestedColumn } from './map/suggest/describe.js';
export type { Confidence as SuggestionConfidence } from './map/suggest/proposal.js';
export type { Suggestion } from './map/suggest/suggest.js';
export { BREAKS as CHAIN_BREAKS } from './messages/evidence.js';
export { COLUMN_WORDS as WORK_LIST_COLUMN_WORDS } from './messages/work-list.js';
export { ADOPTION_ANSWERS } from './model/adoption.js';
export { AGE_BANDS, type AgeBand, type CellKey, type Maturity, MATURITIES } from './model/cell.js';
export type {
  CheckResult as ExtractCheckResult,
  CheckState as ExtractCheckState,
} from './model/check-result.js';
export type { FieldType, Sensitivity } from './model/fields.js';
export type {
  ExtractCheckData,
  Measure,
  OffenceEntry,
  OffenceReading,
  ParameterData,
  Source,
} from './model/pack.js';
export {
  type Basis,
  type ConditionData,
  type Confidence,
  type Dimension,
  type Needs,
  type Outcome,
  OUTCOMES,
  type RuleState,
  type SeverityCase,
  type SeverityChange,
  type Tier,
} from './model/rule.js';
export { FINDING_AGES } from './model/finding.js';
export { type CellSummary, type StandingCounts, SUMMARY_SCHEMA } from './model/run.js';
export { type Basis as TrendBasis, EVENT_KINDS, type EventKind, type PeriodUnit } from './model/trend.js';
export { FALSE, TRUE, type Truth, type TruthName, UNKNOWN } from './model/truth.js';
export type { Day } from './normalise/date.js';
export type { SynonymIndex } from './normalise/local-marker.js';
export type { OffenceCode } from './normalise/offence-code.js';
export type { Step as TermStep, TermIndex } from './normalise/words-in-text.js';
export type { RuleFit, UnknownCodes } from './profile-fit.js';
export { type Delimiter, DELIMITERS } from './read/csv/delimiter.js';
export { READ_FORMATS, type ReadFormat } from './read/format.js';
export type { ReadingReport } from './read/reader.js';
export type { Standing as RuleStandingWords } from './report/rule-sources.js';
export type { FindingPlace, Sampled, Sampler, SampleFinding } from './report/sampler.js';
export type { Column as GeneratedColumn } from './generate/columns.js';
export type { CsvStyle } from './generate/csv.js';
export type { Layout as GeneratedLayout, MarkersFileLayout } from './generate/layouts/layout.js';
export { type ScenarioName, SCENARIOS as GENERATED_SCENARIOS } from './generate/tables/scenarios.js';
export type { CompiledMeasure } from './rules/compile-measures.js';
export type { CompiledRule } from './rules/compile.js';
export type { Parameters, ParameterValue, ResolvedPolicy } from './rules/parameters.js';
export type {
  Allocation as SampleAllocation,
  Frame as SampleFrame,
  Stratifier as SampleStratifier,
} from './sample/design.js';
export { type MarkerState, MANIFEST_SCHEMA } from './sample/manifest.js';
export {
  type Answer as ReviewAnswer,
  ANSWERS as REVIEW_ANSWERS,
  ANSWER_FIELDS,
  type AnswerField,
  REVIEWERS,
} from './sample/questions.js';
export type { AgreementFigure } from './sample/score/agreement.js';
export { SCORE_MEASURES, type ScoreFigure } from './sample/score/figures.js';
export type { Graded, Threshold as GradeThreshold } from './sample/score/grades.js';
export { type Difference as ScoreDifference, SCORE_SCHEMA, type WrongMarker } from './sample/score/score.js';
export type { Refusal as ScoreRefusal, Share as ScoreShare } from './sample/score/share.js';
export type { Disagreement, ReviewedRecord, Reviews } from './sample/standing.js';
export { XMR_RULES } from './statistics/xmr-signals.js';
export type { ByteEncoding } from './decode/encoding.js';
export type { CsvPlace, PassedRows } from './read/byte-feed.js';
export type { RangeReading } from './read/csv/byte-range.js';
export { createRangeCheck, type Located, type RangeCheck, type RangeResult } from './range-check.js';
export { joinRange, type Joined, joinTally } from './range-join.js';
