/** The schema of a rule's cases: the records that it is tested on. */
export function casesSchema() {
  const cases = { type: 'array', minItems: 1, items: { $ref: '#/$defs/record' } };
  return {
    type: 'object',
    description:
      'Records that the rule is tested on. A field not shown is empty; null means that the extract has no such column.',
    additionalProperties: false,
    required: ['met', 'breached', 'undetermined', 'notApplicable'],
    properties: {
      met: cases,
      breached: cases,
      undetermined: cases,
      notApplicable: cases,
      severities: {
        type: 'array',
        minItems: 1,
        description: 'Records that breach the rule, each with the severity of its finding.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['record', 'severity'],
          properties: {
            record: { $ref: '#/$defs/record' },
            parameters: {
              type: 'object',
              description: "Parameters that differ from the pack's.",
              additionalProperties: { type: ['string', 'integer', 'null'] },
            },
            severity: { $ref: '#/$defs/severity' },
          },
        },
      },
    },
  };
}
