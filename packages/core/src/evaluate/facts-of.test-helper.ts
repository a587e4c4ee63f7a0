import { findFact } from '../facts/index.js';
import { RecordFacts } from '../facts/record-facts.js';
import type { CrimeRecord } from '../model/fields.js';
import { truthName, type Truth } from '../model/truth.js';
import { absentColumns, cellsOf } from '../normalise/cells.js';
import { FIELD_NAMES } from '../model/fields.js';
import { compilePack } from '../rules/compile.js';
import { loadPack } from '../rules/load.js';

const pack = loadPack();

/** The facts of one record under the built-in pack; `null` is a column that the extract lacks. */
export function factsOf(record: CrimeRecord): RecordFacts {
  const absent = absentColumns(record);
  const columns = FIELD_NAMES.filter((name) => !absent.includes(name));
  const { surroundings, rules } = compilePack(pack, { columns });
  return new RecordFacts(surroundings, rules.length).load(cellsOf(record));
}

/** The value of a fact that rules can name; a truth by its name. */
export function valueOf(name: string, record: CrimeRecord): unknown {
  const fact = findFact(name);
  if (fact === undefined) throw new Error(`There is no fact ${name}.`);
  const value = factsOf(record).get<unknown>(fact);
  return fact.kind === 'truth' ? truthName(value as Truth) : value;
}
