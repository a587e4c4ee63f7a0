/**
 * Measures whole processes side by side: `tsx bench/run.ts [rows] [rounds]`. Needs a build and python3. The
 * answers of those who apply the rules are compared first, and no time is printed if they differ.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import type { RunSummary } from '../packages/core/src/model/run.js';
import { type DataSet, dataSet } from './datasets.js';
import {
  AS_AT,
  checkCommand,
  type Contender,
  markercheck,
  measure,
  type Measured,
  peer,
  run,
} from './measure.js';

/** Data sets beside the main one are no larger: one in which every row is bad takes its time. */
const MOST_ROWS = 200_000;

type Figure = 'wall' | 'cpu' | 'memory';

const PARTS = ['breached', 'met', 'notApplicable', 'undetermined'] as const;
const SQL_PARTS: Readonly<Record<string, string>> = { notApplicable: 'not-applicable' };

function countsOfRun(name: string): string {
  const summary = JSON.parse(readFileSync(path.join(run(name), 'summary.json'), 'utf8')) as RunSummary;
  const counts = Object.entries(summary.rules).flatMap(([id, rule]) =>
    rule.state === 'on' ? PARTS.map((part) => [`${id} ${SQL_PARTS[part] ?? part}`, rule[part]] as const) : [],
  );
  // SQL has no row for what it never counted.
  const some = counts.filter(([, count]) => count > 0);
  return JSON.stringify(some.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function check(file: string, jobs: number, label = `check, ${jobs} job${jobs > 1 ? 's' : ''}`): Contender {
  const name = label.replaceAll(/\W+/g, '-');
  return {
    name,
    command: checkCommand(file, jobs, name),
    counts: () => countsOfRun(name),
  };
}

function duckdb(file: string, threads: number): Contender {
  const statement = run('rules.sql');
  const [node = '', ...args] = markercheck(
    'sql',
    '--dialect',
    'duckdb',
    '--table',
    'crimes',
    '--as-at',
    AS_AT,
  );
  const { stdout } = spawnSync(node, args, { encoding: 'utf8' });
  writeFileSync(statement, stdout);
  const name = `DuckDB-${threads}`;
  return {
    name,
    command: peer('duckdb.mjs', file, statement, String(threads), run(`${name}.json`)),
    counts: () => readFileSync(run(`${name}.json`), 'utf8'),
  };
}

const papaparse = (file: string): Contender => ({
  name: 'papaparse',
  command: peer('papaparse.mjs', file),
});
const wc = (file: string): Contender => ({ name: 'wc', command: ['wc', '-l', file] });

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const range = (values: readonly number[], digits: number): string =>
  `${median(values).toFixed(digits)} [${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}]`;

/** Rounds of all contenders in turn, so that what else the machine does falls on each of them alike. */
function compare(contenders: readonly Contender[], rounds: number): ReadonlyMap<string, readonly Measured[]> {
  const results = new Map<string, Measured[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      results.get(contender.name)?.push(measure(contender));
      process.stderr.write('.');
    }
    if (round > 0) continue;
    const answers = new Set(contenders.flatMap(({ counts }) => counts?.() ?? []));
    if (answers.size > 1) throw new Error('The answers differ: no time is worth printing.');
  }
  process.stderr.write('\n');
  return results;
}

function table(results: ReadonlyMap<string, readonly Measured[]>): string {
  const rows = [...results].map(
    ([name, of]) =>
      `| ${name} | ${range(
        of.map(({ wall }) => wall),
        2,
      )} | ${range(
        of.map(({ cpu }) => cpu),
        2,
      )} | ${median(of.map(({ memory }) => memory)).toFixed(0)} |`,
  );
  return ['| | wall, s | CPU, s | peak memory, MiB |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The ratio of two contenders, round by round. */
function ratio(
  results: ReadonlyMap<string, readonly Measured[]>,
  left: string,
  right: string,
  of: Figure,
): string {
  const others = results.get(right) ?? [];
  return range(
    (results.get(left) ?? []).map((one, i) => one[of] / (others[i]?.[of] ?? NaN)),
    2,
  );
}

function main([rowsGiven = '1000000', roundsGiven = '5']: readonly string[]): void {
  const [rows, rounds] = [Number(rowsGiven), Number(roundsGiven)];
  mkdirSync(run(''), { recursive: true });
  const file = (name: DataSet, of = rows) => dataSet(name, of);
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  say(
    `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, ${rows} rows, ${rounds} rounds\n`,
  );

  const quoted = file('quoted');
  const main5 = [
    check(quoted, 1),
    check(quoted, 2),
    duckdb(quoted, 1),
    duckdb(quoted, 2),
    papaparse(quoted),
    wc(quoted),
  ];
  const results = compare(main5, rounds);
  say(`## quoted\n\n${table(results)}\n`);
  const pairs = [
    ['check-2-jobs', 'DuckDB-2'],
    ['check-1-job', 'DuckDB-1'],
    ['check-1-job', 'papaparse'],
  ] as const;
  for (const [left, right] of pairs) {
    say(
      `${left} / ${right}: wall ${ratio(results, left, right, 'wall')}, CPU ${ratio(results, left, right, 'cpu')}`,
    );
  }

  const kinds = compare(
    (['clean', 'bad', 'plain'] as const)
      .map((name) => check(file(name, Math.min(rows, MOST_ROWS)), 1, name))
      .map(({ name, command }) => ({ name, command })),
    rounds,
  );
  say(`\n## by kind, ${Math.min(rows, MOST_ROWS)} rows, one job\n\n${table(kinds)}\n`);
  say(
    `bad / clean: wall ${ratio(kinds, 'bad', 'clean', 'wall')}, CPU ${ratio(kinds, 'bad', 'clean', 'cpu')}`,
  );

  const start: readonly Contender[] = [
    { name: 'version', command: markercheck('--version') },
    { name: 'node', command: [process.execPath, '-e', '0'] },
  ];
  const starts = compare(start, Math.max(rounds, 7));
  say(
    `\n## start\n\n${table(starts)}\n\n--version / node -e 0: wall ${ratio(starts, 'version', 'node', 'wall')}, CPU ${ratio(starts, 'version', 'node', 'cpu')}`,
  );
}

main(process.argv.slice(2));
