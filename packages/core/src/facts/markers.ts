import { type Column, inTexts, notSql, truthColumn } from '../dialect/column.js';
import { MARKERS, type Marker } from '../model/markers.js';
import { truthOf } from '../model/truth.js';
import { type MarkerCell, readMarker } from '../normalise/marker.js';
import { defineFact, type Fact, type NamedFact, ofCell, privateFact } from './fact.js';

interface MarkerFacts {
  readonly cell: Fact<MarkerCell>;
  readonly set: NamedFact<'truth'>;
  readonly unreadable: NamedFact<'truth'>;
}

function markerFacts(marker: Marker): MarkerFacts {
  const cell = privateFact(ofCell(marker, readMarker));
  return {
    cell,
    set: defineFact<'truth'>({
      name: `${marker}.set`,
      kind: 'truth',
      words: `${marker} is set`,
      negated: `${marker} is not set`,
      reads: [marker],
      compute: (record) => record.get(cell).set,
    }),
    unreadable: defineFact<'truth'>({
      name: `${marker}.unreadable`,
      kind: 'truth',
      words: `the ${marker} cell cannot be read`,
      negated: `the ${marker} cell is not unreadable`,
      reads: [marker],
      compute: (record) => truthOf(record.get(cell).unreadable),
    }),
  };
}

export const markers = Object.fromEntries(MARKERS.map((marker) => [marker, markerFacts(marker)])) as Readonly<
  Record<Marker, MarkerFacts>
>;

function markerSql(marker: Marker): { readonly set: Column; readonly unreadable: Column } {
  const name = marker.toLowerCase();
  return {
    set: truthColumn(`${name}_set`, ({ cell, sql }) =>
      sql.cases([
        [inTexts(cell(marker), ['Y', 'y'], sql), sql.always.true],
        [inTexts(cell(marker), ['', 'N', 'n'], sql), sql.always.false],
      ]),
    ),
    unreadable: truthColumn(`${name}_unreadable`, ({ cell, sql }) =>
      sql.surely(notSql(inTexts(cell(marker), ['', 'N', 'n', 'Y', 'y'], sql))),
    ),
  };
}

export const markersSql = /* @__PURE__ */ Object.fromEntries(
  MARKERS.map((marker) => [marker, markerSql(marker)]),
) as Readonly<Record<Marker, ReturnType<typeof markerSql>>>;
