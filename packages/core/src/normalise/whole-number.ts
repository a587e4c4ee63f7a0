import { digitsAt } from './date.js';

/** One to three digits that write a number from 0 to `highest`; `null` for anything else. */
export function parseWholeNumber(text: string, highest: number): number | null {
  if (text.length < 1 || text.length > 3) return null;
  const value = digitsAt(text, 0, text.length);
  return value < 0 || value > highest ? null : value;
}
