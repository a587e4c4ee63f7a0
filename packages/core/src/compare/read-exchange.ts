import { MarkercheckError } from '../model/errors.js';
import { cellFaults, sumFaults } from './counts.js';
import {
  type Exchange,
  EXCHANGE_KIND,
  type ExchangeBlock,
  type ExchangeCounts,
  type ExchangeYears,
  MATURITY_BLOCKS,
} from './exchange.js';
import { EXCHANGE_SHAPE } from './exchange-shape.js';

const MOST_FAULTS = 20;

/** Whether a parsed JSON file says that it is an exchange file. */
export function isExchange(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === EXCHANGE_KIND;
}

function partFaults(
  total: ExchangeCounts,
  parts: readonly ExchangeCounts[] | null,
  at: string,
): readonly string[] {
  if (parts === null) return [];
  return [
    ...parts.flatMap((part, i) => cellFaults(part, `${at}/${String(i)}`)),
    ...sumFaults(total, parts, at),
  ];
}

function yearFaults(
  { total, classes, bands, strata, quarters }: ExchangeYears,
  at: string,
): readonly string[] {
  return [
    ...partFaults(total, classes, `${at}/classes`),
    ...partFaults(total, bands, `${at}/bands`),
    ...partFaults(total, strata, `${at}/strata`),
    ...partFaults(total, quarters, `${at}/quarters`),
    ...(quarters ?? []).flatMap((quarter) =>
      partFaults(quarter, quarter.months, `${at}/quarters/${quarter.quarter}`),
    ),
  ];
}

function blockFaults(block: ExchangeBlock | null, at: string): readonly string[] {
  if (block === null) return [];
  const totals = block.years.map(({ total }) => total);
  return [
    ...cellFaults(block.total, `${at}/total`),
    ...(totals.length === 0 ? [] : partFaults(block.total, totals, `${at}/years`)),
    ...block.years.flatMap((years, i) => yearFaults(years, `${at}/years/${String(i)}`)),
  ];
}

/**
 * An exchange file from its parsed JSON, its sums checked.
 * @throws {MarkercheckError} `ARGUMENT_INVALID` with every fault and its place.
 */
export function readExchange(value: unknown): Exchange {
  const fail = (faults: readonly string[]): never => {
    const more = faults.length - MOST_FAULTS;
    const said = more > 0 ? [...faults.slice(0, MOST_FAULTS), `and ${String(more)} more`] : faults;
    throw new MarkercheckError('ARGUMENT_INVALID', 'The exchange file cannot be used.', said);
  };
  const shape = EXCHANGE_SHAPE.faults(value, '');
  if (shape.length > 0) return fail(shape);
  const exchange = value as Exchange;
  const sums = Object.entries(exchange.measures).flatMap(([id, measure]) =>
    MATURITY_BLOCKS.flatMap((name) => blockFaults(measure[name], `measures/${id}/${name}`)),
  );
  return sums.length > 0 ? fail(sums) : exchange;
}
