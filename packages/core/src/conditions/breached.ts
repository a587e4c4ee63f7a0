import { anyOfSql } from '../dialect/column.js';
import { FALSE, TRUE } from '../model/truth.js';
import type { Operator, OperatorSql } from './condition.js';

export const breached: Operator = {
  name: 'breached',
  help: 'True if one of these rules is breached on this record, whether it is on or off; a rule that is not assessed never is. Two-valued: this is how a greater fault silences a lesser one.',
  args: {
    anyOf: [{ $ref: '#/$defs/ruleId' }, { type: 'array', items: { $ref: '#/$defs/ruleId' }, minItems: 1 }],
  },
  compile: (args, scope, place) => {
    const ids = Array.isArray(args) ? (args as readonly string[]) : [args as string];
    const indexes = ids.flatMap((id) => {
      const index = scope.ruleIndex(id);
      if (index === undefined) scope.fault(place, `there is no rule ${JSON.stringify(id)}`);
      return index ?? [];
    });
    return {
      decide: (record) => {
        for (const index of indexes) if (record.isBreached(index)) return TRUE;
        return FALSE;
      },
      words: `${ids.join(' or ')} is breached`,
      negated: ids.length === 1 ? `${ids[0]} is not breached` : `none of ${ids.join(', ')} is breached`,
      parts: [],
      facts: [],
      looksAtRules: true,
    };
  },
};

export const breachedSql: OperatorSql = (args: string | readonly string[], { get, outcome, sql }) => {
  const columns = [args].flat().flatMap((id) => outcome(id) ?? []);
  return columns.length === 0
    ? sql.always.false
    : anyOfSql(columns.map((column) => `${get(column)} = 'breached'`));
};
