import { type Day, dayOf } from '../normalise/date.js';

/** 31 December 9999, the last day that a spreadsheet knows, in its own count. */
const LAST_1900 = 2_958_465;
const LAST_1904 = 2_957_003;

const EPOCH_1900 = dayOf(1899, 12, 31) ?? 0;
const EPOCH_1904 = dayOf(1904, 1, 1) ?? 0;

/**
 * A reader of a spreadsheet's serial days, whole or with the time as a fraction. In the count of 1900
 * day 1 is 1 January 1900, and day 60 is 29 February of that year, which never was: it is no date, and
 * every later day counts one less.
 */
export function excelSerial(system: 'excel-1900' | 'excel-1904'): (text: string) => Day | null {
  return (text) => {
    const match = /^(\d{1,7})([.,]\d+)?$/.exec(text);
    if (match === null) return null;
    const serial = Number(match[1]);
    if (system === 'excel-1904') return serial > LAST_1904 ? null : EPOCH_1904 + serial;
    if (serial === 0 || serial === 60 || serial > LAST_1900) return null;
    return EPOCH_1900 + serial - (serial > 60 ? 1 : 0);
  };
}

/** The counts of days, for engines that reckon with them themselves. */
export const SERIALS = {
  'excel-1900': { epoch: '1899-12-31', last: LAST_1900, isLeap1900: true },
  'excel-1904': { epoch: '1904-01-01', last: LAST_1904, isLeap1900: false },
} as const;
