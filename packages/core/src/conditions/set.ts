import { isMarker, type Marker } from '../model/markers.js';
import { markers, markersSql } from '../facts/markers.js';
import { BROKEN, type Operator, type OperatorSql } from './condition.js';

export const set: Operator = {
  name: 'set',
  help: 'The marker is set. Unknown where its cell cannot be read or the extract has no such column.',
  args: { $ref: '#/$defs/marker' },
  compile: (args, scope, place) => {
    if (!isMarker(args)) {
      scope.fault(place, `${JSON.stringify(args)} is not a marker`);
      return BROKEN;
    }
    const fact = markers[args].set;
    return {
      decide: (record) => record.get(fact),
      words: fact.words,
      negated: fact.negated ?? '',
      parts: [],
      facts: [fact],
    };
  },
};

export const setSql: OperatorSql = (marker: Marker, { get }) => get(markersSql[marker].set);
