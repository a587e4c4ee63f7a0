import { findForce } from '../compare/forces.js';
import { forcesWords } from '../messages/report.js';
import { clip } from './html/escape.js';

/** A force as readers know it; what is no force of the list stays as the extract has it. */
function nameOf(text: string): string {
  const force = findForce(text);
  if (force === undefined) return clip(text, 40);
  return force.code === text ? `${force.name} (${text})` : force.name;
}

/** The forces that records are of, in a line. */
export function forcesLine(forces: readonly string[]): string {
  const [only = '', ...others] = forces;
  return others.length === 0 && findForce(only) !== undefined
    ? nameOf(only)
    : forcesWords(forces.map(nameOf));
}
