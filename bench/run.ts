/**
 * Measures whole processes side by side: `pnpm run bench -- [PART...] [--rounds N]`, every usual part where none is
 * named. Needs python3. Prints Markdown for docs/benchmarks.md.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compare, ratioTable, table } from './compare.js';
import { run } from './measure.js';
import { type Part, PARTS } from './parts.js';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const ROOT = path.join(import.meta.dirname, '..');
const PEERS = ['@duckdb/node-api', 'papaparse', 'saxes', 'ajv', 'json-rules-engine'];

/** Versions are exact in the manifests. */
function versions(): string {
  const manifests = ['package.json', 'packages/core/package.json'].map(
    (file) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Manifest,
  );
  const of = Object.assign(
    {},
    ...manifests.flatMap((one) => [one.dependencies, one.devDependencies]),
  ) as Readonly<Record<string, string>>;
  return PEERS.map((name) => `${name} ${of[name] ?? 'unknown'}`).join(', ');
}

const { positionals, values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { rounds: { type: 'string' } },
  allowPositionals: true,
});
const parts: Readonly<Record<string, Part>> = PARTS;
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`There is no part ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}.`);
const wanted =
  positionals.length > 0 ? positionals : Object.keys(parts).filter((name) => parts[name]?.isUsual);

mkdirSync(path.dirname(run('any')), { recursive: true });
process.stdout.write(
  `Node ${process.versions.node}, ${versions()}; ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}\n`,
);
for (const name of wanted) {
  const part = parts[name];
  if (part === undefined) continue;
  const { title, contenders, ratios } = part;
  const rounds = values.rounds === undefined ? part.rounds : Number(values.rounds);
  const started = performance.now();
  const results = compare(contenders(), rounds);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(
    `\n## ${title}\n\n${rounds} rounds, ${seconds} s.\n\n${table(results)}\n\n${ratioTable(results, ratios)}\n`,
  );
}
