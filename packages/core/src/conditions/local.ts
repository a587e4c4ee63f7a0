import { localKinds, localKindSql } from '../facts/text.js';
import { truthOf, UNKNOWN } from '../model/truth.js';
import { BROKEN, type Operator, type OperatorSql } from './condition.js';

export const local: Operator = {
  name: 'local',
  help: 'The record has a local marker of the kind. Unknown where the extract has no such column.',
  args: { $ref: '#/$defs/localMarkerKind' },
  compile: (args, scope, place) => {
    const bit = scope.surroundings.synonyms.kinds.indexOf(args as string);
    if (bit < 0) {
      scope.fault(place, `the pack has no kind of local marker ${JSON.stringify(args)}`);
      return BROKEN;
    }
    const mask = 1 << bit;
    const kind = `local marker of the kind “${String(args)}”`;
    return {
      decide: (record) => {
        const kinds = record.get(localKinds);
        return kinds === null ? UNKNOWN : truthOf((kinds & mask) !== 0);
      },
      words: `the record has a ${kind}`,
      negated: `the record has no ${kind}`,
      parts: [],
      facts: [],
      reads: ['localMarkers'],
    };
  },
};

export const localSql: OperatorSql = (kind: string, { get }) => get(localKindSql(kind));
