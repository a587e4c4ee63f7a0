import { FALSE, TRUE, type Truth, UNKNOWN } from '../model/truth.js';
import type { Choice } from './fact.js';

/** Whether a choice is one of the values: an uncertain one still is if each of its possible values is. */
export function isChosen(choice: Choice, values: ReadonlySet<string>): Truth {
  if (choice.value !== null && values.has(choice.value)) return TRUE;
  if (choice.certain) return FALSE;
  if (choice.possible === undefined) return UNKNOWN;
  if (choice.possible.every((value) => values.has(value))) return TRUE;
  return choice.possible.some((value) => values.has(value)) ? UNKNOWN : FALSE;
}
