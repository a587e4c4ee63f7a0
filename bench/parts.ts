import { tuned } from './by-hand.js';
import { alone, check, duckdb, evaluator, wc } from './contenders.js';
import type { Ratio } from './compare.js';
import { type DataSet, dataSet, RECIPES } from './datasets.js';
import { type Contender, markercheck } from './measure.js';

/** What is measured side by side. */
export interface Part {
  readonly title: string;
  readonly rounds: number;
  /** Whether it is measured where no part is named. */
  readonly isUsual: boolean;
  readonly contenders: () => readonly Contender[];
  readonly ratios: readonly Ratio[];
}

const MILLION = 1_000_000;
/** Data sets beside the main one are smaller: one in which every row is bad takes its time. */
const SMALL = MILLION / 5;

/** Of CSV, by their names; the check of a set is named as the set. */
const KINDS = (Object.keys(RECIPES) as DataSet[]).filter((name) => !['xml', 'ndjson'].includes(name));

/** How a check ends that could not read every row. */
const NOT_WHOLE = 3;

const isDamaged = (name: DataSet): boolean => 'isDamaged' in RECIPES[name];

const ofRows = (rows: number) => `${rows.toLocaleString('en-GB')} rows`;

function growth(sizes: readonly number[]): Pick<Part, 'contenders' | 'ratios'> {
  const [least = 0] = sizes;
  return {
    // The sizes find different numbers of faults, and are meant to.
    contenders: () =>
      sizes.map((rows) => {
        const { name, command } = check(dataSet('quoted', rows), 1, ofRows(rows));
        return { name, command };
      }),
    ratios: sizes.slice(1).map((rows, i) => ({
      of: ofRows(rows),
      to: ofRows(sizes[i] ?? least),
      figures: ['memory', 'wall', 'cpu'],
      ...(rows === 4 * MILLION ? { aim: 1.15 } : {}),
    })),
  };
}

/** Every part by the name that the command line has for it. */
export const PARTS = {
  csv: {
    title: 'A million records of CSV beside others',
    rounds: 5,
    isUsual: true,
    contenders: () => {
      const file = dataSet('quoted', MILLION);
      return [
        check(file, 1),
        check(file, 2),
        duckdb(file, 1),
        duckdb(file, 2),
        duckdb(file, 2, tuned),
        alone('papaparse', 'papaparse.mjs', file),
        wc(file),
      ];
    },
    ratios: [
      { of: 'check, 2 jobs', to: 'DuckDB, 2 threads', aim: 0.5 },
      { of: 'check, 2 jobs', to: 'DuckDB by hand, 2 threads', aim: 0.5 },
      { of: 'check, 1 job', to: 'DuckDB, 1 thread' },
      { of: 'check, 1 job', to: 'papaparse alone', aim: 0.8 },
    ],
  },
  kinds: {
    title: `CSV by kind, ${SMALL} records each, one job`,
    rounds: 5,
    isUsual: true,
    // What they find is not the same, and is not meant to be.
    contenders: () =>
      KINDS.map((kind) => {
        const { name, command } = check(dataSet(kind, SMALL), 1, kind);
        return { name, command, exit: isDamaged(kind) ? NOT_WHOLE : 0 };
      }),
    ratios: [
      { of: 'bad', to: 'clean', aim: 3 },
      { of: 'adversarial', to: 'quoted' },
      { of: 'ragged', to: 'quoted' },
    ],
  },
  xml: {
    title: `XML, ${SMALL} records`,
    rounds: 5,
    isUsual: true,
    contenders: () => {
      const file = dataSet('xml', SMALL);
      return [check(file, 1), check(file, 2), alone('saxes', 'saxes.mjs', file)];
    },
    ratios: [
      { of: 'check, 1 job', to: 'saxes alone', aim: 1.4 },
      { of: 'check, 2 jobs', to: 'saxes alone', aim: 1.4 },
    ],
  },
  ndjson: {
    title: `NDJSON, ${SMALL} records`,
    rounds: 5,
    isUsual: true,
    contenders: () => {
      const file = dataSet('ndjson', SMALL);
      return [check(file, 1), check(file, 2), alone('JSON.parse', 'json-parse.mjs', file)];
    },
    ratios: [
      { of: 'check, 1 job', to: 'JSON.parse alone' },
      { of: 'check, 2 jobs', to: 'JSON.parse alone' },
    ],
  },
  evaluators: {
    title: 'Rules alone, on rows in memory',
    rounds: 5,
    isUsual: true,
    contenders: () => {
      const file = dataSet('quoted', SMALL);
      return [
        evaluator('markercheck, every rule', 'markercheck', file, SMALL),
        evaluator('ajv, the rules it can say', 'ajv', file, SMALL),
        evaluator('json-rules-engine, the same', 'json-rules-engine', file, SMALL / 10),
      ];
    },
    ratios: [
      { of: 'markercheck, every rule', to: 'ajv, the rules it can say', figures: ['rate'] },
      { of: 'markercheck, every rule', to: 'json-rules-engine, the same', figures: ['rate'] },
    ],
  },
  start: {
    title: 'Start',
    rounds: 9,
    isUsual: true,
    contenders: () => [
      { name: '`markercheck --version`', command: markercheck('--version') },
      { name: '`node -e 0`', command: [process.execPath, '-e', '0'] },
    ],
    ratios: [{ of: '`markercheck --version`', to: '`node -e 0`', aim: 3 }],
  },
  growth: {
    title: 'Growth: fresh records, one job',
    rounds: 3,
    isUsual: true,
    ...growth([MILLION / 10, MILLION, 4 * MILLION]),
  },
  'growth-10m': {
    title: 'Growth to ten million records, one job',
    rounds: 1,
    isUsual: false,
    ...growth([MILLION, 10 * MILLION]),
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;
