import { XMR_RULES } from '../statistics/xmr-signals.js';
import { COMPARISON_SCHEMA } from './comparison.js';
import { CAPTION } from './exchange.js';
import { CHECK, LEFT_OUT, MONTH } from './exchange-shape.js';
import { FIGURE, RANGE } from './figure-shape.js';
import {
  anything,
  constant,
  either,
  list,
  named,
  nothing,
  nullable,
  number,
  object,
  type Shape,
  text,
  whole,
  word,
  yesNo,
} from './shape.js';
import { STANDS_OUT } from './stands-out-shape.js';

const CODE = text('The ONS code of the force.');
const KEY = text('A class of offence, age band, both with a blank between, month or quarter.');
const IDS = (description: string) => list(text('An id.'), description);

export const FORCE = named(
  'force',
  object(
    {
      code: CODE,
      name: text('Its name.'),
      short: text('Its name as tables have it.'),
      asAt: text('The day as at which its run was made.'),
      period: nullable(
        object(
          { from: text('The first month.', MONTH), to: text('The last month.', MONTH) },
          'Months of recording.',
        ),
      ),
      complete: yesNo('Whether its extract was read whole.'),
      records: whole('Records read.'),
      threshold: whole('Counts from 1 to one below this are suppressed in its file.'),
      toolVersion: text('The version that made its run.'),
      marking: text('The protective marking of its file.'),
      adoption: nullable(anything('As in its file.')),
      notAssessed: list(
        object(
          { rule: text('A rule.'), lacking: IDS('The columns it lacks.') },
          'A rule that was not assessed.',
        ),
        'Rules that could not be assessed for want of columns.',
      ),
      checks: list(CHECK, 'The checks on its whole extract.'),
      leftOut: list(LEFT_OUT, 'Records of others, not counted.'),
    },
    'A force whose file is compared.',
  ),
);

export const DIFFERENCE = named(
  'difference',
  object(
    {
      id: text('Names it in labels.'),
      part: text('What it is about.'),
      values: list(
        object({ code: text('The force, or which of two files.'), value: text('What it has.') }, 'One side.'),
        'Every side.',
      ),
      measures: IDS('The measures whose figures it touches.'),
      rules: IDS('The rules whose figures it touches.'),
    },
    'One thing in which the files are not alike.',
  ),
);

export const INTERVAL = object(
  {
    difference: number('Own rate less the other.'),
    low: number("Newcombe's lower limit."),
    high: number('The upper.'),
  },
  'A difference of rates with its 95% interval.',
);

export const DIFFERS = word(
  ['lower', 'higher', 'no', 'cannot-be-told'],
  'Whether the ranges from floor to ceiling do not overlap.',
);

const PART = named('part', object({ key: KEY, figure: FIGURE }, 'A part.'));
const PARTS = (description: string) =>
  nullable(list(PART, `${description}; null where the table is withheld.`));

const PHASE = object(
  {
    start: whole('The index of its first point.'),
    count: whole('How many points it has.'),
    mean: number('The mean.'),
    low: number('The lower natural process limit.'),
    high: number('The upper.'),
  },
  'A phase between gaps and known changes.',
);

const TIME = object(
  {
    unit: word(
      ['month', 'quarter'],
      'Quarters where a month has fewer than 20 eligible records or is suppressed.',
    ),
    points: list(
      object(
        { key: KEY, figure: FIGURE, value: nullable(number('What the chart shows.')) },
        'A month or quarter.',
      ),
      'In order of time.',
    ),
    rebased: IDS('Where a phase begins because a change is known.'),
    phases: list(PHASE, 'XmR phases.'),
    signals: list(
      object(
        {
          index: whole('The index of the point.'),
          rule: word(XMR_RULES, 'The rule.'),
          direction: word(['up', 'down'], 'The side.'),
        },
        'A point that a rule picks out.',
      ),
      'XmR signals.',
    ),
  },
  'A course over time.',
);

const END = object({ key: KEY, rate: number('The rate.') }, 'One end.');
const SPREAD = nullable(
  object(
    { count: whole('How many rates.'), lowest: END, highest: END },
    'How far apart rates of 20 judged records and more are.',
  ),
);

const STANDARDISED = either([
  object(
    {
      refused: nothing('Not refused.'),
      rate: number('The rate.'),
      low: number('Its lower limit.'),
      high: number('Its upper.'),
    },
    'A standardised rate.',
  ),
  object({ refused: text('Why there is none.') }, 'None.'),
]);

const FORCE_MEASURE = object(
  {
    code: CODE,
    total: FIGURE,
    others: object(
      {
        figure: FIGURE,
        difference: nullable(INTERVAL),
        differs: DIFFERS,
        beyondChance: yesNo(
          'Whether it differs by more than chance gives, even between the nearest ends of the ranges.',
        ),
        untoldMore: yesNo('Whether more cannot be told here, by more than chance gives.'),
      },
      'The other forces together.',
    ),
    differsFrom: IDS('Forces that it differs from by more than chance gives.'),
    funnel: nullable(
      object(
        { zone: text('Where it lies.'), limits95: RANGE, limits998: RANGE },
        'Its place about the baseline.',
      ),
    ),
    standardised: STANDARDISED,
    classes: PARTS('By class of offence'),
    bands: PARTS('By age band'),
    strata: PARTS('By class of offence and age band'),
    time: nullable(TIME),
    missingMonths: nullable(IDS('Months of the period without any record.')),
    spread: object({ classes: SPREAD, time: SPREAD }, 'Consistency within the force.'),
  },
  "One force's figures on one measure.",
);

const MEASURE = object(
  {
    id: text('The measure.'),
    title: text('What it is.'),
    headline: nullable(text('How it is said as a headline.')),
    differences: IDS('The differences between the files that touch it: its figures are not like with like.'),
    together: FIGURE,
    baseline: object(
      {
        rate: nullable(number('What the funnel is drawn about.')),
        stated: yesNo('Whether it was stated; else it is the rate of the forces together.'),
        within: nullable(RANGE),
      },
      'The baseline.',
    ),
    overdispersion: either([
      object(
        { adjusted: constant(false, 'No.'), units: whole('Forces that can be told.') },
        'Not adjusted: fewer than 20.',
      ),
      object(
        {
          adjusted: constant(true, 'Yes.'),
          units: whole('Forces that can be told.'),
          phi: number('The dispersion ratio.'),
          tau2: number('The variance between forces on the arcsine scale.'),
        },
        'Adjusted.',
      ),
    ]),
    timeShows: word(['rate', 'floor'], 'What the charts over time show.'),
    standardisedOver: nullable(
      object(
        {
          by: text('What the strata are.'),
          strata: IDS('Strata told apart.'),
          share: number('Their share of the judged records.'),
        },
        'What was standardised over.',
      ),
    ),
    forces: list(FORCE_MEASURE, 'By the names of the forces.'),
  },
  'A measure.',
);

const RULE = object(
  {
    id: text('The rule.'),
    title: text('What is wrong where it is breached.'),
    differences: IDS('The differences between the files that touch it.'),
    forces: list(
      object(
        {
          code: CODE,
          state: word(['on', 'off', 'not-assessed', 'no-data'], 'Whether it was assessed.'),
          about: nullable(
            object(
              { met: whole('Met.'), breached: whole('Breached.'), undetermined: whole('Cannot be told.') },
              'Rounded counts.',
            ),
          ),
          share: nullable(RANGE),
          standsOut: yesNo(
            'Whether its share breached is above that of the others whatever the rounding hides.',
          ),
        },
        'A force.',
      ),
      'By the names of the forces.',
    ),
  },
  'A rule that is on somewhere.',
);

export const HEAD: Readonly<Record<string, Shape>> = {
  schema: constant(COMPARISON_SCHEMA, 'The number of its shape.'),
  caption: constant(CAPTION, 'What no figure may be quoted without.'),
  aboutIntervals: text('What the intervals say of chance.'),
  markings: IDS('The protective markings of the files.'),
  withUnsettled: yesNo('Whether records made under 28 days before the run count.'),
  pack: object(
    { id: text('The pack.'), edition: text('Its edition.'), digest: text('Its SHA-256.') },
    'The rules.',
  ),
};

/** `comparison.json` of several forces. */
export const COMPARISON_SHAPE: Shape = object(
  {
    kind: constant('markercheck-comparison', 'What the file is.'),
    ...HEAD,
    forces: list(FORCE, 'By name.'),
    notCompared: list(
      object(
        { name: text('Who.'), why: word(['no-file', 'not-territorial', 'unknown-force'], 'Why.') },
        'A force or file that is counted nowhere.',
      ),
      'Named and not compared.',
    ),
    differences: list(DIFFERENCE, 'In what the files are not alike.'),
    standsOut: list(STANDS_OUT, 'What a reader should see first.'),
    measures: list(MEASURE, 'Headlines first.'),
    rules: list(RULE, 'By id.'),
  },
  'Forces side by side. Suppressed counts and what has no denominator are null, never 0.',
);
