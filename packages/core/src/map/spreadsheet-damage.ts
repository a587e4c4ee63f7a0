const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const MONTH_AND_NUMBER = new RegExp(`^(${MONTH}-\\d{1,4}|\\d{1,2}-${MONTH}(-\\d{2,4})?)$`, 'i');
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}( \d{1,2}:\d{2}(:\d{2})?)?$/;
const EXPONENT = /^\d([.,]\d+)?E[+-]?\d+$/i;

/** What a spreadsheet made of an offence code, where its text shows it; nobody can say which code it was. */
export function spreadsheetDamage(text: string): string | null {
  if (MONTH_AND_NUMBER.test(text) || DATE.test(text)) {
    return 'not an offence code but a date, which a spreadsheet made of it; export the column as text';
  }
  if (EXPONENT.test(text)) {
    return 'not an offence code but a power of ten, which a spreadsheet made of it; export the column as text';
  }
  return null;
}

/** The serial days of about 1927 to 2119: what a spreadsheet shows of a date whose cell has no date format. */
const SERIAL = /^[1-7]\d{4}([.,]\d+)?$/;

export function serialDay(text: string): string | null {
  return SERIAL.test(text)
    ? 'not a date but the number that a spreadsheet keeps for it; name excel-1900 among the date formats of the profile'
    : null;
}
