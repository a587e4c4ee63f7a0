import {
  CAPTION,
  type Exchange,
  EXCHANGE_KIND,
  EXCHANGE_SCHEMA,
  type ExchangeMeasure,
} from '../compare/exchange.js';
import { MarkercheckError } from '../model/errors.js';
import type { Measure, Pack } from '../model/pack.js';
import type { CellSummary, RunSummary } from '../model/run.js';
import { cellsOfBlock, exchangeBlock, maturityOf } from './block.js';
import { exchangeChecks } from './checks.js';
import { ownCells } from './own-cells.js';
import { exchangeRules } from './rule-counts.js';

/** How a run is shared. */
export interface ShareOptions {
  /** The protective marking of the file. */
  readonly marking: string;
  /** Counts from 1 to one below this are suppressed; 3 or more. @default 5 */
  readonly threshold?: number;
  /** The ONS code or name of the force, where the records do not tell or name several. @default that of the records */
  readonly force?: string;
  /** The first and last month of recording, `YYYY-MM`: other months are left out. @default those of the records */
  readonly period?: { readonly from: string; readonly to: string };
}

/** A judgement: no confirmed national rule for tables of crimes was found. */
export const SHARE_THRESHOLD = 5;
/** Under this a suppressed count could only be 1. */
const LEAST_THRESHOLD = 3;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * Measures that are made of others are not shared: a total beside its parts would tell a part that is suppressed,
 * and `csa-completeness` is the sum of `csa-by-title` and `csa-by-age`.
 */
function isComposite(measure: Measure, pack: Pack): boolean {
  if (measure.of !== undefined) return true;
  const rules = new Set(measure.rules ?? []);
  const parts = pack.measures.filter(
    (other) =>
      other !== measure && other.where !== undefined && (other.rules ?? []).every((rule) => rules.has(rule)),
  );
  return measure.where === undefined && parts.length > 1;
}

/** The rules that some rule asks about before it speaks. */
function referencesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, of]) =>
    key === 'breached' && typeof of === 'string' ? [of] : referencesOf(of),
  );
}

function exchangeMeasure(
  measure: Measure,
  pack: Pack,
  cells: readonly CellSummary[],
  threshold: number,
): ExchangeMeasure {
  const rules = measure.rules ?? [];
  const own = cells.filter((cell) => cell.measure === measure.id);
  const block = (name: 'settled' | 'young' | 'undated') =>
    exchangeBlock(cellsOfBlock(own, name), name, threshold);
  const leansOn = new Set(pack.rules.filter(({ id }) => rules.includes(id)).flatMap(referencesOf));
  const settled = block('settled');
  return {
    title: measure.title,
    headline: measure.headline ?? null,
    rules,
    leansOn: [...leansOn].filter((id) => !rules.includes(id)).toSorted(),
    maturity: maturityOf(cellsOfBlock(own, 'settled'), settled, threshold),
    settled,
    young: block('young'),
    undated: block('undated'),
  };
}

function periodOf(cells: readonly CellSummary[], { period }: ShareOptions): Exchange['period'] {
  if (period !== undefined) return { ...period, stated: true };
  const months = cells
    .flatMap(({ month, maturity }) => (month === null || maturity === '0-27' ? [] : [month]))
    .toSorted();
  const [from, to] = [months[0], months.at(-1)];
  return from === undefined || to === undefined ? null : { from, to, stated: false };
}

function checkOptions(
  summary: RunSummary,
  pack: Pack,
  { marking, threshold = SHARE_THRESHOLD, period }: ShareOptions,
): void {
  const refuse = (message: string): never => {
    throw new MarkercheckError('ARGUMENT_INVALID', message);
  };
  if (marking.trim() === '') refuse('The protective marking is empty: every file that is shared has one.');
  if (!Number.isSafeInteger(threshold) || threshold < LEAST_THRESHOLD)
    refuse(
      `The threshold is a whole number of ${String(LEAST_THRESHOLD)} or more: under that, a suppressed count could only be 1.`,
    );
  if (period !== undefined && !(MONTH.test(period.from) && MONTH.test(period.to) && period.from <= period.to))
    refuse('The period is two months, the first not after the last; write them as YYYY-MM.');
  if (summary.pack.digest !== pack.digest)
    refuse(
      `The run was made with edition ${summary.pack.edition} of ${summary.pack.id} (digest ${summary.pack.digest.slice(0, 12)}), and the rules here are edition ${pack.edition} (${pack.digest.slice(0, 12)}). Check the extract again.`,
    );
  if (summary.notChecked !== null)
    refuse(`The run was NOT CHECKED: ${summary.notChecked}. It has no figure to share.`);
}

/** Summaries of earlier versions have no adoption. */
function adoptionOf({ adoption }: { readonly adoption?: RunSummary['adoption'] }): Exchange['adoption'] {
  if (adoption === null || adoption === undefined) return null;
  const { confirmed, of, edition, digest } = adoption;
  return { confirmed, of, edition, digest };
}

/**
 * What a force shares of a run: its measures by class of offence, age band and year, its months as totals, and what
 * it was judged by; no record. Small counts and whatever would tell them are suppressed; see `suppress`.
 *
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, saying what is wrong and what to do.
 */
export function shareRun(summary: RunSummary, pack: Pack, options: ShareOptions): Exchange {
  checkOptions(summary, pack, options);
  const { threshold = SHARE_THRESHOLD, period } = options;
  const { force, cells: own, leftOut } = ownCells(summary.cells, options.force, threshold);
  const cells =
    period === undefined
      ? own
      : own.filter(({ month }) => month === null || (month >= period.from && month <= period.to));
  const measures = Object.fromEntries(
    pack.measures
      .filter((measure) => !isComposite(measure, pack))
      .map((measure) => [measure.id, exchangeMeasure(measure, pack, cells, threshold)] as const),
  );
  const told = Object.fromEntries(
    Object.entries(measures).map(
      ([id, { settled, young, undated }]) => [id, [settled, young, undated]] as const,
    ),
  );
  const isWhole = leftOut.length === 0 && cells.length === own.length;
  return {
    kind: EXCHANGE_KIND,
    schema: EXCHANGE_SCHEMA,
    marking: options.marking.trim(),
    caption: CAPTION,
    threshold,
    force: { code: force.code, name: force.name },
    leftOut,
    tool: summary.tool,
    pack: summary.pack,
    policy: summary.policy,
    parameters: summary.parameters,
    blank: summary.profile.blank,
    adoption: adoptionOf(summary),
    asAt: summary.asAt,
    period: periodOf(cells, options),
    complete: summary.complete,
    records: summary.records,
    rules: exchangeRules(summary, pack, threshold, told, isWhole),
    checks: exchangeChecks(summary.checks, pack, threshold, leftOut.length === 0),
    measures,
  };
}
