import {
  EXTRACT_LAYOUTS,
  type ExtractEncoding,
  type ExtractFilesOptions,
  type ExtractFormat,
  type ExtractLayout,
  findForce,
  loadPack,
  parseDate,
  usualFaultRates,
} from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { readPercent } from './arguments.js';

/** What `generate` is asked. */
export interface GenerateArguments {
  readonly out: string;
  readonly month?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly rows: number;
  readonly seed: number;
  readonly force: string;
  readonly faults: number;
  readonly fault: string[];
  readonly 'in-scope': number;
  readonly layout: ExtractLayout;
  readonly format: ExtractFormat;
  readonly encoding: ExtractEncoding;
  readonly prefix: string;
  readonly 'first-number': number;
  readonly quiet: boolean;
}

interface Period {
  readonly from: string;
  readonly to: string;
  /** The day after the last: the day of the extract. */
  readonly asAt: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function monthOf(text: string, option: string): string {
  if (!MONTH.test(text) || parseDate(`${text}-01`) === null) {
    throw new CliError(EXIT.usage, `${option} ${text} is not a month; write it as YYYY-MM.`);
  }
  return text;
}

/** The first day of the month after. */
function nextMonth(month: string): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  const [year, of] = [Math.floor(number / 12), (number % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(of).padStart(2, '0')}-01`;
}

/** The last day of a month: the one of 31, 30, 29 and 28 that there is. */
function lastDay(month: string): string {
  const day = [31, 30, 29, 28].find((one) => parseDate(`${month}-${one}`) !== null) ?? 28;
  return `${month}-${day}`;
}

function periodOf({ month, from, to }: GenerateArguments): Period {
  const isMonth = month !== undefined && from === undefined && to === undefined;
  const isSpan = month === undefined && from !== undefined && to !== undefined;
  if (!isMonth && !isSpan) {
    throw new CliError(EXIT.usage, 'Name the month with --month YYYY-MM, or several with --from and --to.');
  }
  const first = monthOf(from ?? month ?? '', isMonth ? '--month' : '--from');
  const last = monthOf(to ?? month ?? '', isMonth ? '--month' : '--to');
  if (last < first) throw new CliError(EXIT.usage, '--to is before --from.');
  return { from: `${first}-01`, to: lastDay(last), asAt: nextMonth(last) };
}

function forceOf(text: string): string {
  const force = findForce(text);
  if (force === undefined) {
    throw new CliError(
      EXIT.usage,
      `--force ${text} is not a police force of England and Wales by code or name.`,
    );
  }
  return force.code;
}

/** The share of each rule: the same for all that are on, then what is said of single ones. */
function faultRatesOf(args: GenerateArguments): Readonly<Record<string, number>> {
  const pack = loadPack();
  const usual = usualFaultRates(pack, readPercent(args.faults, '--faults'));
  const rates: Record<string, number> = Object.fromEntries(
    Object.entries(usual).filter(
      ([id]) => EXTRACT_LAYOUTS[args.layout].hasMarkerCells || id !== 'FLAG-FIELD-INVALID',
    ),
  );
  for (const text of args.fault) {
    const [rule = '', percent = ''] = text.split('=');
    if (!pack.rules.some(({ id }) => id === rule)) {
      throw new CliError(
        EXIT.usage,
        `--fault ${text}: the pack has no rule ${rule}; see: markercheck rules list`,
      );
    }
    rates[rule] = readPercent(percent.trim() === '' ? Number.NaN : Number(percent), `--fault ${rule}`);
  }
  return rates;
}

/** What is asked, read and checked. */
export function readGenerateOptions(args: GenerateArguments): ExtractFilesOptions {
  if (!/^[A-Za-z0-9-]{1,12}$/.test(args.prefix)) {
    throw new CliError(EXIT.usage, '--prefix is 1 to 12 letters, digits and hyphens.');
  }
  const { rows, seed, layout, format, encoding, prefix } = args;
  const firstNumber = args['first-number'];
  if (!Number.isSafeInteger(firstNumber) || firstNumber < 0) {
    throw new CliError(EXIT.usage, '--first-number is a whole number, 0 or more.');
  }
  return {
    ...periodOf(args),
    rows,
    seed,
    layout,
    format,
    encoding,
    prefix,
    firstNumber,
    force: forceOf(args.force),
    faultRates: faultRatesOf(args),
    ordinaryShare: 1 - readPercent(args['in-scope'], '--in-scope'),
  };
}
