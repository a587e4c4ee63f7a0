import { mentioned, mentionedSql } from '../facts/text.js';
import { FALSE, TRUE, UNKNOWN } from '../model/truth.js';
import { BROKEN, type Operator, type OperatorSql } from './condition.js';

export const mentions: Operator = {
  name: 'mentions',
  help: 'A term of the list stands in the narrative or in a local marker. Unknown if not and the narrative is empty.',
  args: { $ref: '#/$defs/termList' },
  compile: (args, scope, place) => {
    const bit = scope.surroundings.terms.lists.indexOf(args as string);
    if (bit < 0) {
      scope.fault(place, `the pack has no term list ${JSON.stringify(args)}`);
      return BROKEN;
    }
    const mask = 1 << bit;
    const list = `a word of the list “${String(args)}”`;
    return {
      decide: (record) => {
        if ((record.get(mentioned) & mask) !== 0) return TRUE;
        return record.text('narrative') === '' ? UNKNOWN : FALSE;
      },
      words: `the narrative or a local marker has ${list}`,
      negated: `neither the narrative nor a local marker has ${list}`,
      parts: [],
      facts: [],
      reads: ['narrative'],
    };
  },
};

export const mentionsSql: OperatorSql = (list: string, { get, text, sql }) =>
  sql.cases(
    [
      [get(mentionedSql(list)), sql.always.true],
      [`${text('narrative')} = ''`, sql.always.unknown],
    ],
    sql.always.false,
  );
