import { OPERATORS } from '../../packages/core/src/conditions/index.js';
import { FACTS } from '../../packages/core/src/facts/index.js';
import type { FactKind } from '../../packages/core/src/facts/fact.js';
import { FIELDS } from '../../packages/core/src/model/fields.js';
import { MARKERS } from '../../packages/core/src/model/markers.js';
import type { BuiltinPack } from './builtin-pack.js';
import { casesSchema } from './cases-schema.js';
import { writeGenerated } from './files.js';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const text = (description: string) => ({ type: 'string', pattern: '\\S', description });
const word = (values: readonly string[], description: string) => ({ enum: values, description });

const LOWER_WORDS = '^[a-z0-9]+(-[a-z0-9]+)*$';
const PARAMETER = '^[a-z][A-Za-z0-9]*$';

/**
 * A name that the pack itself gives: editors complete those of the built-in pack, and another pack may have its
 * own. Whether the pack has such a name is for the compiler to say.
 */
const nameOfPack = (values: readonly string[], pattern: string, description: string) => ({
  anyOf: [{ enum: values }, { type: 'string', pattern }],
  description,
});

function factNames(kind?: FactKind): readonly string[] {
  return FACTS.filter((fact) => kind === undefined || fact.kind === kind).map((fact) => fact.name);
}

function factSchema(kind: FactKind | undefined, description: string) {
  return { enum: factNames(kind), description };
}

function recordSchema(description: string) {
  return {
    type: 'object',
    description,
    additionalProperties: false,
    properties: Object.fromEntries(
      FIELDS.map((field) => [field.name, { type: ['string', 'null'], description: field.meaning }]),
    ),
  };
}

function ruleSchema({ pack }: BuiltinPack) {
  return {
    $schema: DRAFT,
    $id: 'markercheck/rule.schema.json',
    title: 'A rule of markercheck',
    description: 'One requirement or one inconsistency, as data, with its source and its cases.',
    type: 'object',
    additionalProperties: false,
    required: [
      'id',
      'title',
      'severity',
      'tier',
      'basis',
      'confidence',
      'marker',
      'dimension',
      'effective',
      'default',
      'needs',
      'when',
      'require',
      'message',
      'action',
      'limits',
      'sources',
      'cases',
    ],
    properties: {
      $schema: { type: 'string', description: 'Where this schema is, for editors.' },
      id: { $ref: '#/$defs/ruleId' },
      title: text('What is wrong when the rule is breached, in a few words.'),
      severity: { $ref: '#/$defs/severity' },
      severityWhen: {
        type: 'array',
        description:
          'Where a condition is true, a finding has another severity. The first that is true counts.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['severity', 'if', 'because'],
          properties: {
            severity: { $ref: '#/$defs/severity' },
            if: { $ref: '#/$defs/condition' },
            because: text('Why, in words for the reader of a finding.'),
          },
        },
      },
      tier: word(
        [1, 2, 3, 4] as never,
        'Order of work: 1 a child not counted, 2 a contradiction, 3 it cannot be told, 4 for review.',
      ),
      basis: word(['requirement', 'definition', 'inference', 'practice'], 'What the rule rests on.'),
      confidence: word(['confirmed', 'unconfirmed'], 'Whether its source was seen to say so.'),
      marker: { enum: [...MARKERS, null], description: 'The marker that the rule is about.' },
      dimension: word(
        ['completeness', 'consistency', 'accuracy', 'validity', 'timeliness'],
        'The dimension of data quality.',
      ),
      effective: {
        type: 'object',
        description:
          "The first and last day of recordedOn on which the rule is in force; each is a clause of 'when'.",
        additionalProperties: false,
        properties: { from: { $ref: '#/$defs/date' }, to: { $ref: '#/$defs/date' } },
      },
      default: word(['on', 'off'], 'Whether the rule is on where no policy names it.'),
      needs: {
        type: 'array',
        minItems: 1,
        description:
          'The columns without which the rule cannot be judged. A list is a choice of one; a list in that counts only together.',
        items: {
          anyOf: [
            { $ref: '#/$defs/field' },
            {
              type: 'array',
              minItems: 2,
              items: {
                anyOf: [
                  { $ref: '#/$defs/field' },
                  { type: 'array', minItems: 2, items: { $ref: '#/$defs/field' } },
                ],
              },
            },
          ],
        },
      },
      where: {
        type: 'object',
        description: 'Named parts of the rule\'s conditions, each written once and used as {"where": name}.',
        additionalProperties: { $ref: '#/$defs/condition' },
      },
      when: {
        type: 'array',
        minItems: 1,
        items: { $ref: '#/$defs/condition' },
        description: 'The records that the rule concerns; joined by "and".',
      },
      require: { $ref: '#/$defs/condition', description: 'What must hold on them.' },
      message: text('Names the invalid state; {code}, {label} and parameters are filled in.'),
      action: text('How to put it right, and who does.'),
      limits: text('Where the rule over-reports or under-reports.'),
      sources: {
        type: 'array',
        minItems: 1,
        items: nameOfPack(
          Object.keys(pack.sources),
          LOWER_WORDS,
          "A source of the pack's lists/sources.json.",
        ),
        description: 'What says so. A rule for which none was found says none-found.',
      },
      cases: casesSchema(),
    },
    $defs: {
      ruleId: {
        type: 'string',
        pattern: '^[A-Z0-9]+(-[A-Z0-9]+)+$',
        description: 'Words; permanent, and never used again.',
      },
      severity: word(
        ['error', 'warning', 'info'],
        'error: contradicts a definition, an offence title or a confirmed requirement; warning: a likely fault for a person to look at; info.',
      ),
      date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A day: YYYY-MM-DD.' },
      marker: word(MARKERS, 'A marker.'),
      field: word(
        FIELDS.map((field) => field.name),
        'A field of the canonical record.',
      ),
      termList: nameOfPack(Object.keys(pack.terms), LOWER_WORDS, 'A list of terms of the pack.'),
      localMarkerKind: nameOfPack(
        Object.keys(pack.localMarkers),
        LOWER_WORDS,
        'A kind of local marker of the pack.',
      ),
      daysParameter: nameOfPack(
        parametersOf(pack, 'days'),
        PARAMETER,
        'A parameter that is a number of days.',
      ),
      dateParameter: nameOfPack(parametersOf(pack, 'date'), PARAMETER, 'A parameter that is a date.'),
      fact: factSchema(undefined, 'A fact of the record.'),
      truthFact: factSchema('truth', 'A fact that is true, false or unknown.'),
      dayFact: factSchema('day', 'A fact that is a day.'),
      numberFact: factSchema('number', 'A fact that is a number or an age.'),
      wordFact: factSchema('word', 'A fact that is a word.'),
      choiceFact: factSchema('choice', 'A fact that is one of several words.'),
      number: {
        anyOf: [{ type: 'integer' }, { $ref: '#/$defs/numberFact' }, { $ref: '#/$defs/daysParameter' }],
        description: 'A whole number, a fact that is one, or a parameter.',
      },
      day: {
        anyOf: [{ $ref: '#/$defs/date' }, { $ref: '#/$defs/dayFact' }, { $ref: '#/$defs/dateParameter' }],
        description: 'A date, a fact that is one, or a parameter.',
      },
      condition: {
        type: 'object',
        description: 'An object of one key, the operator.',
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: false,
        properties: Object.fromEntries(
          OPERATORS.map((operator) => [operator.name, { ...operator.args, description: operator.help }]),
        ),
      },
      record: recordSchema('A crime record: canonical fields with values as text.'),
    },
  };
}

function parametersOf(pack: BuiltinPack['pack'], type: 'date' | 'days'): readonly string[] {
  return Object.entries(pack.parameters)
    .filter(([, parameter]) => parameter.type === type)
    .map(([name]) => name);
}

/** Writes the schemas that follow from the field dictionary, the facts, the operators and the pack's lists. */
export async function writeSchemas(built: BuiltinPack): Promise<void> {
  await writeGenerated('schemas/rule.schema.json', JSON.stringify(ruleSchema(built)));
  await writeGenerated(
    'schemas/record.schema.json',
    JSON.stringify({
      $schema: DRAFT,
      $id: 'markercheck/record.schema.json',
      title: 'A crime record for markercheck',
      ...recordSchema(
        'The canonical record: values as text, as in the canonical CSV; null is a column that does not exist.',
      ),
    }),
  );
}
