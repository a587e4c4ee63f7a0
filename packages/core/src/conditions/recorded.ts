import { type FieldName, isFieldName } from '../model/fields.js';
import { truthOf } from '../model/truth.js';
import { BROKEN, type Operator, type OperatorSql } from './condition.js';

export const recorded: Operator = {
  name: 'recorded',
  help: 'The cell is not empty, whether or not it can be read. Two-valued.',
  args: { $ref: '#/$defs/field' },
  compile: (args, scope, place) => {
    if (typeof args !== 'string' || !isFieldName(args)) {
      scope.fault(place, `${JSON.stringify(args)} is not the name of a field`);
      return BROKEN;
    }
    const field: FieldName = args;
    return {
      decide: (record) => truthOf(record.text(field) !== ''),
      words: `${field} is recorded`,
      negated: `${field} is not recorded`,
      parts: [],
      facts: [],
      reads: [field],
    };
  },
};

export const recordedSql: OperatorSql = (field: FieldName, { text }) => `${text(field)} <> ''`;
