export { type Checker, type CheckerOptions, type CheckResult, createChecker, type RuleOutcome } from './evaluate/checker.js';
export { loadPack } from './rules/load.js';
