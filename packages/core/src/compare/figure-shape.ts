import { named, nullable, number, object, whole, word } from './shape.js';

const share = (description: string) => nullable(number(`${description}, from 0 to 1.`));
const count = (description: string) =>
  nullable(whole(`${description}; null where it is suppressed or there is no data.`));

export const RANGE = named(
  'range',
  object({ low: number('The least.'), high: number('The greatest.') }, 'From the least to the greatest.'),
);

export const FIGURE = named(
  'figure',
  object(
    {
      eligible: count('Records that the measure concerns'),
      met: count('Records that meet it'),
      breached: count('Records that breach it'),
      undetermined: count('Records of which it cannot be told'),
      state: word(
        ['told', 'floor', 'size', 'suppressed', 'no-data'],
        'How much is told: all; what meets it and not the rate; how many records; nothing; or there is nothing.',
      ),
      few: nullable(word(['met', 'not-met'], 'Which side is from 1 to one below the threshold.')),
      rate: share('met / (met + breached)'),
      low: share("Wilson's lower 95% limit of the rate"),
      high: share('The upper limit'),
      floor: share('The rate if all that cannot be told were breached'),
      ceiling: share('The rate if all that cannot be told were met'),
      range: nullable(RANGE),
      rateRange: nullable(RANGE),
      untoldRange: nullable(RANGE),
    },
    'A compliance rate with its counts.',
  ),
);
