import { AGE_BANDS } from '../model/cell.js';
import { MARKERS } from '../model/markers.js';
import { CAPTION, EXCHANGE_KIND, EXCHANGE_SCHEMA } from './exchange.js';
import {
  anything,
  constant,
  list,
  named,
  nullable,
  object,
  record,
  type Shape,
  text,
  whole,
  word,
  yesNo,
} from './shape.js';

export const MONTH = '^\\d{4}-(0[1-9]|1[0-2])$';
const count = (description: string) => nullable(whole(`${description}; null where it is suppressed.`));

const COUNTS: Readonly<Record<string, Shape>> = {
  eligible: count('Records that the measure concerns'),
  met: count('Records that meet it'),
  breached: count('Records that breach it'),
  undetermined: count('Records of which it cannot be told'),
};
const OFFENCE_CLASS = nullable(text('The class of offence; null where it cannot be told.'));
const AGE_BAND = word(AGE_BANDS, "The band of the victim's age at the start of the offence.");

const withheld = (keys: Readonly<Record<string, Shape>>, description: string) =>
  nullable(
    list(object({ ...keys, ...COUNTS }, description), `${description}; null where the table is withheld.`),
  );

const MONTHS = list(
  object({ month: text('The month of recording, YYYY-MM.', MONTH), ...COUNTS }, 'A month of recording.'),
  'Months that hold a record.',
);

const YEARS = named(
  'years',
  object(
    {
      from: whole('The first calendar year of recording.'),
      to: whole('The last one: several where one alone would have small counts.'),
      total: object(COUNTS, 'All records of these years.'),
      classes: withheld({ offenceClass: OFFENCE_CLASS }, 'By class of offence'),
      bands: withheld({ ageBand: AGE_BAND }, 'By age band of the victim'),
      strata: withheld(
        { offenceClass: OFFENCE_CLASS, ageBand: AGE_BAND },
        'By class of offence and age band',
      ),
      quarters: withheld(
        { quarter: text('The quarter of recording, YYYY-Qn.', '^\\d{4}-Q[1-4]$'), months: MONTHS },
        'By quarter and month of recording',
      ),
    },
    'Calendar years of recording.',
  ),
);

const BLOCK = (maturity: string) =>
  nullable(
    object(
      {
        total: object(COUNTS, 'All of them.'),
        few: nullable(
          word(
            ['met', 'not-met'],
            'Which side of the total is from 1 to one below the threshold, where that hides its counts.',
          ),
        ),
        years: list(YEARS, 'By calendar year; every record is in one.'),
      },
      `${maturity}; null without records.`,
    ),
  );

const MEASURE = object(
  {
    title: text('What the measure is.'),
    headline: nullable(text('How the pack says it as a headline; null for a measure that is never one.')),
    rules: list(text('A rule.'), 'The rules whose outcomes it counts.'),
    leansOn: list(text('A rule.'), 'Rules whose breach changes the outcome of one of them.'),
    maturity: nullable(
      object(
        {
          '28-90': whole('Settled records of 28 to 90 days, rounded to twice the threshold.'),
          '91+': whole('Settled records of 91 days or more, rounded likewise.'),
        },
        'How old the settled records are as at the run.',
      ),
    ),
    settled: BLOCK('Records made 28 days or more before the run'),
    young: BLOCK('Records made later, which may yet be completed'),
    undated: BLOCK('Records without a date of recording'),
  },
  'A compliance rate, as counts.',
);

const RULE = object(
  {
    title: text('What is wrong where the rule is breached.'),
    state: word(['on', 'off', 'not-assessed'], 'Whether the rule was assessed.'),
    lacking: list(text('A column.'), 'The columns that it needs and the extract lacks.'),
    revision: text('Changes when the rule judges otherwise.'),
    about: nullable(
      object(
        {
          met: whole('Records that meet it.'),
          breached: whole('Records that breach it.'),
          undetermined: whole('Records of which it cannot be told.'),
        },
        'Records of every maturity, rounded to twice the threshold; 0 is fewer than the threshold.',
      ),
    ),
  },
  'A rule, and whether it was assessed.',
);

export const CHECK = named(
  'check',
  object(
    {
      id: text('The check.'),
      title: text('What it says when it is raised.'),
      state: word(['raised', 'ok', 'shown', 'too-few', 'not-assessed'], 'What it says.'),
      marker: nullable(word(MARKERS, 'The marker that it is about.')),
      month: nullable(text('The month that it is about.', MONTH)),
      percent: nullable(whole('Its figure in whole percent, where no small count stands behind it.')),
    },
    'A check on the whole extract.',
  ),
);

export const LEFT_OUT = object(
  {
    force: nullable(text('The name of a force; null for what is no force of the list.')),
    about: whole('Records that a measure concerns, rounded to twice the threshold.'),
  },
  'Records of another force.',
);

const POLICY_CHANGE = object(
  {
    kind: word(['rule', 'parameter'], 'What is changed.'),
    name: text('The rule or the parameter.'),
    from: anything('What the pack has.'),
    to: anything('What the policy has.'),
  },
  'One change to the pack.',
);

/** `schemas/exchange.schema.json` is written from this. */
export const EXCHANGE_SHAPE: Shape = object(
  {
    kind: constant(EXCHANGE_KIND, 'What the file is.'),
    schema: constant(EXCHANGE_SCHEMA, 'The number of its shape.'),
    marking: text('The protective marking, as its sender gave it.', '\\S'),
    caption: constant(CAPTION, 'What no figure may be quoted without.'),
    threshold: whole('Counts from 1 to one below this are suppressed.', 3),
    force: object({ code: text('The ONS code.'), name: text('The name.') }, 'The force.'),
    leftOut: list(LEFT_OUT, 'What the run holds and the file does not count.'),
    tool: object({ name: text('The program.'), version: text('Its version.') }, 'What made the run.'),
    pack: object(
      { id: text('The pack.'), edition: text('Its edition.'), digest: text('The SHA-256 of its content.') },
      'The rules.',
    ),
    policy: object(
      {
        digest: nullable(text('The SHA-256 of the policy; null without one.')),
        changes: list(POLICY_CHANGE, 'What the policy changes.'),
      },
      "The force's changes to the pack.",
    ),
    parameters: record(anything('A value.'), 'The parameters of the rules and checks.'),
    blank: text('What an empty marker cell means, as the profile decides it.'),
    adoption: nullable(
      object(
        {
          confirmed: whole('Readings that the registrar has confirmed.'),
          of: whole('Readings that need an answer.'),
          edition: nullable(text('The edition of the counting rules that was looked at.')),
          digest: text('The same where the answers are the same.'),
        },
        'What the registrar has adopted of the pack; null without an adoption sheet.',
      ),
    ),
    asAt: text('The day as at which the run was made.', '^\\d{4}-\\d{2}-\\d{2}$'),
    period: nullable(
      object(
        {
          from: text('The first month of recording.', MONTH),
          to: text('The last month of recording.', MONTH),
          stated: yesNo('Whether the sender stated them; else they are those of the records.'),
        },
        'The months of recording.',
      ),
    ),
    complete: yesNo('Whether every byte and row of the extract was read.'),
    records: whole('Records read, of every kind.'),
    rules: record(RULE, 'By rule.'),
    checks: list(CHECK, 'The checks on the whole extract.'),
    measures: record(MEASURE, 'By measure.'),
  },
  'What one force shares of a run of markercheck: counts without any record, suppressed at their source.',
);
