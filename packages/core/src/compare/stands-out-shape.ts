import { CHECK } from './exchange-shape.js';
import { constant, either, list, nullable, object, type Shape, text, word } from './shape.js';

const at = { code: text('The force.'), measure: text('The measure.') };
const kind = (name: string, keys: Readonly<Record<string, Shape>>, description: string): Shape =>
  object({ kind: constant(name, 'What it is.'), ...keys }, description);
const names = (description: string) => list(text('A name.'), description);

/** One thing that stands out. */
export const STANDS_OUT: Shape = either([
  kind('no-file', { name: text('The force.') }, 'No file was given.'),
  kind('incomplete', { code: at.code }, 'Its extract was not read whole.'),
  kind(
    'lacking',
    { code: at.code, columns: names('The columns.'), rules: names('The rules.') },
    'Its extract lacks columns.',
  ),
  kind('check', { code: at.code, check: CHECK }, 'A check on its whole extract is raised.'),
  kind('no-months', { ...at, months: names('The months.') }, 'Months without any record.'),
  kind(
    'differs',
    {
      ...at,
      way: constant('lower', 'Lower than the others together.'),
      rule: nullable(text('The rule breached most.')),
    },
    'It differs by more than chance gives.',
  ),
  kind('untold', at, 'More cannot be told than with the others.'),
  kind(
    'rule',
    { code: at.code, rule: text('The rule.') },
    'A larger share breaches a rule than with the others.',
  ),
  kind(
    'shift',
    {
      ...at,
      from: text('The first time.'),
      to: text('The last time.'),
      direction: word(['up', 'down'], 'The side.'),
    },
    'Its course over time breaks.',
  ),
]);
