const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What stands in place of a rate that has no denominator. */
const NO_DATA = 'no data';

/** A number as British readers group it: `1,540`; a fraction has one decimal place: `35.1`. */
export function count(value: number): string {
  const text = Number.isInteger(value) ? String(value) : value.toFixed(1);
  return text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/**
 * A share as `85.0%`, `null` as words. A share that is not whole is never rounded up to 100% or down
 * to 0%: one missed record in ten thousand stays visible.
 */
export function percent(share: number | null): string {
  if (share === null) return NO_DATA;
  const text = `${(share * 100).toFixed(1)}%`;
  if (text === '100.0%' && share < 1) return 'over 99.9%';
  if (text === '0.0%' && share > 0) return 'under 0.1%';
  return text;
}

/** A threshold as it was written: `80%`, `12.5%`. */
export function threshold(share: number): string {
  return `${String(Math.round(share * 10_000) / 100)}%`;
}

/** `1 record`, `1,540 records`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** `2026-11-01` as `1 November 2026`; what is no date stays as it is. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return name === undefined || day === undefined ? date : `${Number(day)} ${name} ${String(year)}`;
}

/** `2026-10` as `October 2026`. */
export function longMonth(month: string): string {
  const [year, number] = month.split('-');
  const name = MONTHS[Number(number) - 1];
  return name === undefined ? month : `${name} ${String(year)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
