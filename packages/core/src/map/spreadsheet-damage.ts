const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const MONTH_AND_NUMBER = new RegExp(`^(${MONTH}[- ]\\d{1,4}|\\d{1,2}[- ]${MONTH}([- ]\\d{2,4})?)$`, 'i');
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}( \d{1,2}:\d{2}(:\d{2})?)?$/;
const DECIMAL = /^\d+[.,]\d+$/;
const TOO_NARROW = /^#+$/;
const SHEET_ERROR = /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)$/i;
const EXPONENT = /^\d([.,]\d+)?E[+-]?\d+$/i;

/** What a spreadsheet made of an offence code, where its text shows it; nobody can say which code it was. */
export function spreadsheetDamage(text: string): string | null {
  if (MONTH_AND_NUMBER.test(text) || DATE.test(text)) {
    return 'not an offence code but a date, which a spreadsheet made of it; export the column as text';
  }
  if (EXPONENT.test(text)) {
    return 'not an offence code but a power of ten, which a spreadsheet made of it; export the column as text';
  }
  if (DECIMAL.test(text)) {
    return 'not an offence code but a decimal number, which a spreadsheet may have made of it; export the column as text';
  }
  if (TOO_NARROW.test(text)) {
    return 'not an offence code but # signs, which a spreadsheet shows where a column is too narrow; export the column as text';
  }
  if (SHEET_ERROR.test(text)) {
    return "not an offence code but a spreadsheet's error; export the column from the records system, without formulas";
  }
  return null;
}

/**
 * The serial days of 1998 to 2050 in the count of 1900 or 1904, which have the shape of a sub-code. No
 * offence class has a number from 360 to 549.
 */
const SERIAL_CODE = /^(3[6-9]|4\d|5[0-4])\d{3}$/;

/** What a code may be that can be read and that no list has. */
export function serialCode(text: string): string | null {
  return SERIAL_CODE.test(text)
    ? 'probably not an offence code but the number that a spreadsheet keeps for a date, which it made of it; export the column as text'
    : null;
}

/** The serial days of about 1927 to 2119: what a spreadsheet shows of a date whose cell has no date format. */
const SERIAL = /^[1-7]\d{4}([.,]\d+)?$/;

export function serialDay(text: string): string | null {
  return SERIAL.test(text)
    ? 'not a date but the number that a spreadsheet keeps for it; name excel-1900 among the date formats of the profile'
    : null;
}
