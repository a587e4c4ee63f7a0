import { DIFFERENCE, DIFFERS, FORCE, HEAD, INTERVAL } from './comparison-shape.js';
import { FIGURE } from './figure-shape.js';
import { constant, list, nullable, number, object, type Shape, text, whole, word } from './shape.js';

const PARTS = (description: string) =>
  nullable(
    list(
      object(
        { key: text('A class of offence or age band.'), earlier: FIGURE, later: FIGURE },
        'At both times.',
      ),
      `${description}; null where a table is withheld.`,
    ),
  );

const CHANGE = object(
  {
    refused: nullable(word(['suppressed', 'no-data', 'not-of-flags'], 'Why the change is not split.')),
    parts: nullable(
      object(
        {
          before: whole('Flagged records before.'),
          after: whole('Flagged records after.'),
          change: number('after - before; the four parts add up to it exactly.'),
          volume: number('From more or fewer records.'),
          completeness: number('From a larger or smaller share flagged.'),
          mix: number('From another mix of offences and ages.'),
          untold: number('From a larger or smaller share that cannot be judged.'),
        },
        'The change in flagged records, split.',
      ),
    ),
    over: nullable(
      object(
        {
          kind: word(['strata', 'classes', 'bands'], 'What the mix is told apart by.'),
          strata: whole('How many are told apart.'),
          share: number('Their share of the records.'),
        },
        'What the mix is told apart by.',
      ),
    ),
  },
  'What a change comes from.',
);

/** `comparison.json` of one force at two times. */
export const OVER_TIME_SHAPE: Shape = object(
  {
    kind: constant('markercheck-over-time', 'What the file is.'),
    ...HEAD,
    earlier: FORCE,
    later: FORCE,
    differences: list(DIFFERENCE, 'In what the files are not alike, apart from their time.'),
    measures: list(
      object(
        {
          id: text('The measure.'),
          title: text('What it is.'),
          headline: nullable(text('How it is said as a headline.')),
          differences: list(text('An id.'), 'The differences that touch it.'),
          earlier: FIGURE,
          later: FIGURE,
          difference: nullable(INTERVAL),
          differs: DIFFERS,
          change: CHANGE,
          classes: PARTS('By class of offence'),
          bands: PARTS('By age band'),
        },
        'A measure at both times.',
      ),
      'As the files have them.',
    ),
  },
  'One force at two times.',
);
