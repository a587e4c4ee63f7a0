// What all of it is about: records, markers, days, truth, errors.
export {
  type Cells,
  type CrimeRecord,
  FIELD_NAMES,
  type FieldDefinition,
  type FieldName,
  FIELDS,
  type FieldType,
  type Sensitivity,
} from './model/fields.js';
export { type Marker, MARKERS } from './model/markers.js';
export { type Day, parseDate } from './normalise/date.js';
export { FALSE, TRUE, type Truth, type TruthName, UNKNOWN } from './model/truth.js';
export { ERROR_CODES, type ErrorCode, MarkercheckError } from './model/errors.js';
export { VERSION } from './version.js';

// Check extracts: bytes in, findings and a summary out.
export {
  type Check,
  type CheckOptions,
  type CheckState as CheckProgress,
  type CheckSink,
  createCheck,
} from './check.js';
export {
  type Extract,
  type ExtractOptions,
  type ExtractReport,
  type ExtractSink,
  openExtract,
  type PassedRecords,
} from './extract.js';
export type { InputNotice, Place, ReadingReport, TextPlace } from './read/reader.js';
export type { CsvPlace, PassedRows, RangePlace } from './read/byte-feed.js';
export type { ByteEncoding } from './decode/encoding.js';
export {
  type Finding,
  FINDING_AGES,
  type FindingAge,
  type FindingStatus,
  type Undetermined,
} from './model/finding.js';
export {
  type BaselineSummary,
  type CellSummary,
  type MeasureSummary,
  type RuleStanding,
  type RuleSummary,
  type RunInput,
  type RunSummary,
  type StandingCounts,
  SUMMARY_SCHEMA,
  type TeamSummary,
} from './model/run.js';
export { AGE_BANDS, type AgeBand, type CellKey, MATURITIES, type Maturity } from './model/cell.js';
export type {
  CheckResult as ExtractCheckResult,
  CheckState as ExtractCheckState,
} from './model/check-result.js';

// Check records of your own program.
export {
  type Checker,
  type CheckerOptions,
  type Counter,
  createChecker,
  type RecordInput,
} from './checker.js';
export { type Checked, checkStream, checkTransform, type RecordOf } from './check-stream.js';
export { createMapper, type Mapper, type MapperOptions } from './mapper.js';
export { readRecord } from './schemas/record.js';
export type { CheckResult, RuleOutcome } from './evaluate/check-record.js';

// Explain a record: every rule, clause by clause.
export { type ExplainedClause, explainRecord, type RuleExplanation } from './evaluate/explain-record.js';
export { type FieldReading, type FieldState, readFields } from './report/explanation.js';
export type { Clause } from './model/clause.js';

// Count, merge and sum up what was checked, in several places if need be.
export { type Assessor, type AssessorOptions, createAssessor, type RecordSink } from './assess.js';
export { ruleSummaries } from './aggregate/conclude.js';
export { missingColumns } from './aggregate/missing-columns.js';
export type { MarkersFileUse } from './aggregate/not-checked.js';
export { type RunFacts, summarise } from './aggregate/summarise.js';
export {
  type Cell,
  type MeasureCounts,
  mergeTallies,
  type RuleCounts,
  type Tally,
} from './aggregate/tally.js';
export type { Team, TeamKey, Teams } from './aggregate/teams.js';
export type { CellReading } from './facts/fact.js';
export type { Reading as FactReading } from './facts/reading.js';
export type { LazyRecord } from './model/lazy-record.js';
export { RecordFacts, type Surroundings } from './facts/record-facts.js';

// Read a file: its kind, encoding, format and tables.
export { type DecodingReport, type Encoding, ENCODINGS } from './decode/decoder.js';
export { FILE_KIND_HEAD, fileKind, type FileKind, type TableFile } from './decode/file-kind.js';
export type { TableRows } from './read/table-rows.js';
export { EXPANSION_LIMITS, expansionFault, type ExpansionLimits, isBomb } from './decode/expansion.js';
export { READ_FORMATS, type ReadFormat } from './read/format.js';
export { type Delimiter, DELIMITERS } from './read/csv/delimiter.js';
export { readTable, type Table } from './map/table.js';

// Map columns to fields: a profile, whether it fits, and one that is proposed.
export {
  type Blank,
  CANONICAL,
  type CodedLayout,
  type ColumnsLayout,
  type FieldSource,
  type FileLayout,
  type ListLayout,
  type MarkerColumn,
  type MarkerLayout,
  type OtherCodes,
  type Profile,
  type RowMerging,
  type SourceDetail,
  type SuspectRows,
} from './map/profile.js';
export { readProfile } from './schemas/files.js';
export { profileIdentity } from './profile-identity.js';
export type { Derived, Mapping, UnknownCode } from './map/mapping.js';
export type { ProfileTables } from './map/setup.js';
export {
  type MarkersFile,
  type MarkersOfCrime,
  type MarkersTable,
  openMarkersFile,
} from './map/markers-file.js';
export { markersFileUse, unmatchedMarkers } from './map/unmatched-markers.js';
export type { CodeCount } from './map/codes.js';
export {
  createProfileFit,
  type ProfileFit,
  type ProfileFitOptions,
  type ProfileFitting,
  type RuleFit,
  type UnknownCodes,
} from './profile-fit.js';
export { type ColumnFit, isMisread } from './map/fit/column-fit.js';
export type { KeyFit } from './map/fit/key-fit.js';
export type { UnusedColumn } from './map/fit/unused-columns.js';
export { type OpenQuestion, openQuestions } from './map/questions.js';
export {
  type HeadSuggestion,
  suggestFromHead,
  type SuggestFromHeadOptions,
  suggestFromTable,
} from './profile-suggest.js';
export type { SuggestedColumn } from './map/suggest/describe.js';
export type { Confidence as SuggestionConfidence } from './map/suggest/proposal.js';
export type { Suggestion } from './map/suggest/suggest.js';
export { nearestNames } from './map/nearest.js';

// Rules: the pack, a policy, and what a rule page says.
export { loadPack } from './rules/load.js';
export { assemblePack, type PackFiles } from './rules/assemble.js';
export { type CompiledPack, type CompiledRule, compilePack, isAtLeast } from './rules/compile.js';
export type { CompiledMeasure } from './rules/compile-measures.js';
export type { Parameters, ParameterValue, ResolvedPolicy } from './rules/parameters.js';
export { jsonDigest } from './rules/json-digest.js';
export { readPolicy } from './schemas/files.js';
export { describeFaults, type ValidationFault } from './schemas/faults.js';
export { validateRule, type Validator } from './schemas/validators.js';
export {
  type Basis,
  type ConditionData,
  type Confidence,
  type Dimension,
  type Needs,
  type Outcome,
  OUTCOMES,
  type Rule,
  type RuleCases,
  type RuleState,
  SEVERITIES,
  type Severity,
  type SeverityCase,
  type SeverityChange,
  type Tier,
} from './model/rule.js';
export type {
  ExtractCheckData,
  Measure,
  OffenceEntry,
  OffenceReading,
  Pack,
  ParameterData,
  Source,
} from './model/pack.js';
export type { Policy, PolicyChange } from './model/policy.js';
export { type RulePage, rulePages, type SaidClause } from './report/rule-page.js';
export { loadCases } from './report/rule-page-cases.js';
export type { Standing as RuleStandingWords } from './report/rule-sources.js';
export { BASIS_WORDS, TIER_WORDS } from './messages/report-words.js';
export type { Condition } from './conditions/condition.js';
export type { Choice, Fact, FactKind, FactValues, NamedFact } from './facts/fact.js';
export type { SynonymIndex } from './normalise/local-marker.js';
export type { OffenceCode } from './normalise/offence-code.js';
export type { TermIndex, Step as TermStep } from './normalise/words-in-text.js';

// Adopt the registrar's readings.
export { type AdoptedPolicy, adoptionPolicy, adoptionSummary, adoptPolicy } from './adoption/adoption.js';
export { readAdoption } from './adoption/read-adoption.js';
export { type Reading, unconfirmedReadings } from './adoption/readings.js';
export { adoptionSheet } from './adoption/sheet.js';
export {
  type AdoptedReading,
  type Adoption,
  ADOPTION_ANSWERS,
  type AdoptionAnswer,
  type AdoptionFault,
  type AdoptionSummary,
} from './model/adoption.js';
export { adoptionSentence, readingLabel } from './messages/adoption.js';

// Compare with the night before: baselines and waivers.
export {
  type Baseline,
  type BaselineEntry,
  createBaseline,
  type Gone,
  type Known as KnownFinding,
} from './baseline/baseline.js';
export { createStanding, type Standing } from './baseline/standing.js';
export {
  indexWaivers,
  readWaivers,
  WAIVER_COLUMNS,
  type WaiverFile,
  type WaiverIndex,
} from './baseline/waivers.js';
export { type AddedWaiver, addWaiver, type WaiverDraft } from './baseline/add-waiver.js';
export { standingWaivers, type StandingWaivers } from './baseline/waivers-standing.js';
export type { Waiver, WaiverFault, WaiverReport } from './model/waiver.js';
export {
  type Identity,
  PLAIN,
  plainIdentity,
  pseudonyms,
  SHORTEST_KEY,
  type TextDigest,
} from './evaluate/identity.js';

// Write what a run found, line by line and as a page.
export { BYTE_ORDER_MARK, csvLine } from './report/records/csv-text.js';
export {
  baselineCsv,
  findingsCsv,
  findingsNdjson,
  inputCsv,
  type LocatedFinding,
  resolvedCsv,
  undeterminedCsv,
} from './report/records/files.js';
export type { LineFile } from './report/records/line-file.js';
export {
  createSampler,
  type FindingPlace,
  type Sampled,
  type SampleFinding,
  type Sampler,
} from './report/sampler.js';
export { renderReport, type ReportInput } from './report/html/index.js';
export { count as countWords, counted as countedWords, percent as percentWords } from './messages/figures.js';
export { fillHeadline } from './messages/report-sentences.js';
export { reportStyleDigest } from './report/html/style.js';

// Work lists for those who put records right.
export {
  createWorkList,
  type WorkList,
  type WorkListOptions,
  type WorkListPart,
} from './worklist/work-list.js';
export type { WorkListCount, WorkListReport, WorkListRow } from './model/work-list.js';
export { WORK_LIST_COLUMNS, type WorkListColumn } from './worklist/columns.js';
export { workListCsv } from './worklist/csv.js';
export type { WorkListRows, WorkListSheetRow } from './worklist/pile.js';
export { type WorkListSheet, workListSheets } from './worklist/sheets.js';
export {
  type ReadMeLine,
  readMeLines,
  SHEET_NAMES,
  WORK_LIST_CAPTION,
  COLUMN_WORDS as WORK_LIST_COLUMN_WORDS,
  workListSentence,
} from './messages/work-list.js';

// Follow the runs over time: history, alerts, trend, board and brief.
export { alertReference, alerts } from './history/alerts.js';
export type { ChartLine, ChartPhase, ChartSignal } from './history/chart-line.js';
export {
  HISTORY_SCHEMA,
  type HistoryCell,
  historyEntry,
  type HistoryEntry,
  historyFileName,
  isHistoryFileName,
  readHistoryEntry,
} from './history/entry.js';
export { EVENT_COLUMNS, type EventsFile, readEvents } from './history/events.js';
export type { Counts as PeriodFigures } from './history/months.js';
export type { Periods, TrendPeriod } from './history/periods.js';
export { type PlacedEvent, trend, type Trend, type TrendLine, type TrendOptions } from './history/trend.js';
export type { Alert, AlertKind } from './model/alert.js';
export {
  EVENT_KINDS,
  type EventKind,
  type LeftOutRun,
  type PeriodUnit,
  type Basis as TrendBasis,
  type TrendEvent,
} from './model/trend.js';
export { ALERTS, alertWords } from './messages/alerts.js';
export { breakWords, leftOutWords } from './messages/trend.js';
export { renderTrend, TREND_COLUMNS, trendCsv, type TrendInput } from './report/trend/index.js';
export { type BoardInput, renderBoard } from './report/board/index.js';
export { type BriefInput, renderBrief } from './report/brief.js';

// Log runs so that a change of the log shows.
export {
  type ChainBreak,
  type ChainChecker,
  type ChainReport,
  createChainChecker,
} from './evidence/chain.js';
export {
  checkLogWords,
  LOG_SCHEMA,
  logEntry,
  type LogEntry,
  type LogFacts,
  logLine,
} from './evidence/log-entry.js';
export { breakOfLog, BREAKS as CHAIN_BREAKS } from './messages/evidence.js';

// Share what may leave a force, and suppress small counts.
export { SHARE_THRESHOLD, type ShareOptions, shareRun } from './share/share-run.js';
export { unlistedForceCodes } from './share/own-cells.js';
export {
  type Shown,
  SUPPRESSED,
  type SuppressedTable,
  SUPPRESSION_THRESHOLD,
  type SuppressionOptions,
  suppressTable,
} from './disclosure/suppress-table.js';

// Compare forces, or one force over time.
export {
  type BandCounts,
  type ClassCounts,
  type Exchange,
  EXCHANGE_KIND,
  EXCHANGE_SCHEMA,
  type ExchangeBlock,
  type ExchangeCheck,
  type ExchangeCounts,
  type ExchangeMeasure,
  type ExchangeRule,
  type ExchangeYears,
  type FewSide,
  type LeftOut,
  type MonthCounts,
  type QuarterCounts,
  type StratumCounts,
} from './compare/exchange.js';
export { isExchange, readExchange } from './compare/read-exchange.js';
export { findForce, type Force, FORCES, forcesOfRegion } from './compare/forces.js';
export { compareForces } from './compare/compare-forces.js';
export { compareOverTime } from './compare/compare-over-time.js';
export { type Adopting, adoptionDifference } from './compare/adoption-words.js';
export {
  type ComparedForce,
  type Comparison,
  COMPARISON_SCHEMA,
  type Baseline as ComparisonBaseline,
  type Part as ComparisonPart,
  type ForceMeasure,
  type ForceRule,
  type FunnelPlace,
  type MeasureComparison,
  type NotCompared,
  type Others as OtherForces,
  type Overdispersed,
  type RuleComparison,
  type Spread,
  type Standardised,
  type TimePoint,
  type TimeSeries,
} from './compare/comparison.js';
export {
  type ChangedStratum,
  type ChangeParts,
  decomposeChange,
  type PeriodCounts,
} from './compare/decompose-change.js';
export type {
  Figure as ComparisonFigure,
  Differs,
  FigureState,
  Range as ShareRange,
} from './compare/figure.js';
export { notComparedWords } from './compare/not-compared-words.js';
export type { CompareOptions } from './compare/options.js';
export {
  type Change,
  type ChangedPart,
  type MeasureOverTime,
  OVER_TIME_SCHEMA,
  type OverTime,
} from './compare/over-time.js';
export type { BasisDifference, BasisPart } from './compare/same.js';
export { KINDS as STANDARDISED_BY, type StandardisedBy } from './compare/standardise.js';
export type { StandsOut } from './compare/stands-out-kinds.js';
export { changeSentence } from './report/comparison/change-words.js';
export { comparisonCsv, comparisonJson } from './report/comparison/csv.js';
export { overTimeCsv } from './report/comparison/over-time-csv.js';
export { type ComparisonInput, renderComparison } from './report/comparison/render-comparison.js';
export { type OverTimeInput, renderOverTime } from './report/comparison/render-over-time.js';
export { standsOutByForce } from './report/comparison/sentences.js';

// Draw samples of records for review, and score the review.
export { type DrawOptions, drawSample } from './sample/draw-sample.js';
export {
  createSampleDraw,
  type SampleDraw,
  type SampleRuleCounts,
  type SampleSource,
} from './sample/draw.js';
export type { Claim as MarkerClaim } from './sample/claims.js';
export {
  ALLOCATIONS as SAMPLE_ALLOCATIONS,
  FRAMES as SAMPLE_FRAMES,
  STRATIFIERS as SAMPLE_STRATIFIERS,
  type Allocation as SampleAllocation,
  type SampleDesign,
  type Frame as SampleFrame,
  type SampleOptions,
  type Stratifier as SampleStratifier,
} from './sample/design.js';
export {
  MANIFEST_SCHEMA,
  type MarkerState,
  readManifest,
  type SampleDomain,
  type SampledRecord,
  type SampledRule,
  type SampledStratum,
  type SampleManifest,
  type SampleRun,
} from './sample/manifest.js';
export {
  ANSWER_FIELDS,
  type AnswerField,
  ANSWERS as REVIEW_ANSWERS,
  type Answer as ReviewAnswer,
  type Answers as ReviewAnswers,
  type Reviewer,
  REVIEWERS,
} from './sample/questions.js';
export type { ReviewFault, ReviewFile } from './sample/read-review.js';
export type { AgreementFigure, Agreement as ReviewAgreement } from './sample/score/agreement.js';
export { SCORE_MEASURES, type ScoreFigure, type ScoreMeasure } from './sample/score/figures.js';
export {
  type Graded,
  type Grades,
  type Threshold as GradeThreshold,
  readGrades,
} from './sample/score/grades.js';
export {
  type GradedFigure,
  type Score,
  SCORE_SCHEMA,
  type Difference as ScoreDifference,
  type ScoreOptions,
  scoreSample,
  type WrongMarker,
} from './sample/score/score.js';
export type { Refusal as ScoreRefusal, Share as ScoreShare } from './sample/score/share.js';
export type { Disagreement, ReviewedRecord, Reviews } from './sample/standing.js';
export { renderReviewForm, reviewFileName } from './report/review/form.js';
export { reviewCsv } from './report/review/review-csv.js';
export { renderScore } from './report/sample/render-score.js';
export { scoreCsv, wrongCsv } from './report/sample/score-csv.js';
export {
  markerSentence,
  frameWords as sampleFrameWords,
  rateWords as scoreRateWords,
  verdictWords as scoreVerdictWords,
} from './report/sample/score-words.js';

// Statistics.
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
  funnelPosition,
  type FunnelPosition,
  type FunnelUnit,
  funnelZone,
  type FunnelZone,
  gwetAc1,
  type Interval,
  newcombeDifference,
  normalCriticalValue,
  normalQuantile,
  overdispersedFunnelLimits,
  overdispersion,
  type Overdispersion,
  OVERDISPERSION_MINIMUM_UNITS,
  type OverdispersionOptions,
  percentAgreement,
  type PercentAgreement,
  sampleSize,
  type SampleSizeRequest,
  type SampleStratum,
  type StandardisationStratum,
  type StandardisedRate,
  stratifiedEstimate,
  type StratifiedEstimate,
  studentCriticalValue,
  wilsonInterval,
  xmr,
  type Xmr,
  type XmrOptions,
  type XmrPhase,
  type XmrRule,
  type XmrSignal,
} from './statistics/index.js';
export { XMR_RULES } from './statistics/xmr-signals.js';

// Generate synthetic extracts with known faults.
export {
  EXTRACT_FORMATS,
  type ExtractFilesOptions,
  type ExtractFormat,
  type GeneratedExtract,
  generateExtract,
} from './generate/extract.js';
export type { GenerateOptions } from './generate/options.js';
export type { Column as GeneratedColumn } from './generate/columns.js';
export type { CsvStyle } from './generate/csv.js';
export { EXTRACT_ENCODINGS, type ExtractEncoding } from './generate/encode.js';
export { EXTRACT_LAYOUTS, type ExtractLayout } from './generate/layouts/index.js';
export type { Layout as GeneratedLayout, MarkersFileLayout } from './generate/layouts/layout.js';
export { SCENARIOS as GENERATED_SCENARIOS, type ScenarioName } from './generate/tables/scenarios.js';
export { usualFaultRates } from './generate/usual-faults.js';
