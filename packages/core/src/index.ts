export { type CheckState as CheckProgress, type Check, type CheckOptions, type CheckSink, createCheck } from './check.js';
export { type Assessor, createAssessor, type RecordSink } from './assess.js';
export { type RunFacts, summarise } from './aggregate/summarise.js';
export { ENCODINGS, type DecodingReport, type Encoding } from './decode/decoder.js';
export { type Checker, type CheckerOptions, type CheckResult, createChecker, type RuleOutcome } from './evaluate/checker.js';
export { type Extract, type ExtractOptions, type ExtractReport, type ExtractSink, openExtract } from './extract.js';
export { CANONICAL, type Profile } from './map/profile.js';
export { nearestNames } from './map/nearest.js';
export type { Clause } from './model/clause.js';
export { type ErrorCode, MarkercheckError } from './model/errors.js';
export { type Cells, type CrimeRecord, FIELD_NAMES, type FieldDefinition, type FieldName, FIELDS } from './model/fields.js';
export type { Finding, FindingStatus, Undetermined } from './model/finding.js';
export { type Marker, MARKERS } from './model/markers.js';
export type { Pack } from './model/pack.js';
export type { Policy, PolicyChange } from './model/policy.js';
export { type Rule, type RuleCases, SEVERITIES, type Severity } from './model/rule.js';
export type { RunInput, RunSummary } from './model/run.js';
export type { InputNotice, Place } from './read/reader.js';
export {
  findingsCsv,
  findingsNdjson,
  inputCsv,
  type LineFile,
  type LocatedFinding,
  undeterminedCsv,
} from './report/records/files.js';
export { jsonDigest } from './rules/assemble.js';
export { compilePack, type CompiledPack, isAtLeast } from './rules/compile.js';
export { loadPack } from './rules/load.js';
export { readPolicy, readProfile } from './schemas/files.js';
export { createSampler } from './report/sampler.js';
export { renderReport } from './report/html/index.js';
