import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { RunSummary } from '../packages/core/src/model/run.js';
import { AS_AT } from './as-at.js';
import { checkCommand, type Contender, markercheck, outputOf, peer, run } from './measure.js';

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

/** A check that writes every output. */
export function check(file: string, jobs = 1, name = `check, ${jobs} job${jobs > 1 ? 's' : ''}`): Contender {
  return { name, command: checkCommand(file, jobs, name), counts: () => countsOfRun(name) };
}

/** DuckDB with the statement that `markercheck sql` writes, or with the same as it was tuned by hand. */
export function duckdb(file: string, threads: number, tune?: (statement: string) => string): Contender {
  const name = `DuckDB${tune === undefined ? '' : ' by hand'}, ${threads} thread${threads > 1 ? 's' : ''}`;
  const statement = `${run(name)}.sql`;
  const out = `${run(name)}.json`;
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
  writeFileSync(statement, tune === undefined ? stdout : tune(stdout));
  const command = peer('duckdb.mjs', file, statement, String(threads), out);
  return { name, command, counts: () => readFileSync(out, 'utf8') };
}

/** A reader alone. */
export const alone = (name: string, script: string, file: string): Contender => ({
  name: `${name} alone`,
  command: peer(script, file),
});

export const wc = (file: string): Contender => ({ name: '`wc -l`', command: ['wc', '-l', file] });

interface Said {
  readonly rate: number;
  readonly breaches: unknown;
}

/** An evaluator on rows in memory, bundled as the library is. */
export function evaluator(name: string, engine: string, file: string, rows: number): Contender {
  const program = `${run('evaluators')}.cjs`;
  const entry = path.join(import.meta.dirname, 'evaluators', 'run.ts');
  buildSync({
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const said = () => JSON.parse(outputOf(name)) as Said;
  return {
    name,
    command: [process.execPath, program, engine, file, String(rows)],
    counts: () => JSON.stringify(said().breaches),
    rate: () => said().rate,
  };
}
