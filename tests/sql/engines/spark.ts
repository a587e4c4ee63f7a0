import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Engine, Row } from './engine.js';

const SCRIPT = path.join(path.dirname(fileURLToPath(import.meta.url)), 'spark.py');

/** The Python that has pyspark: `.ci/run` makes one and names it. */
const PYTHON = process.env['MARKERCHECK_PYTHON'] ?? 'python3';

export interface SparkEngine extends Engine {
  readonly plan: (statement: string) => Promise<string>;
  readonly set: (name: string, value: string) => Promise<void>;
}

/** Spark on this machine, with as many cores; or why there is none. */
export async function startSpark(cores = 2): Promise<SparkEngine | string> {
  if (spawnSync('java', ['-version']).status !== 0) return 'there is no Java';
  if (spawnSync(PYTHON, ['-c', 'import pyspark']).status !== 0) return `${PYTHON} has no pyspark`;
  const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-spark-'));
  const child = spawn(PYTHON, [SCRIPT, String(cores)], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const reply = async (): Promise<unknown> => {
    const line = await lines.next();
    if (line.done === true) throw new Error('Spark ended');
    return JSON.parse(line.value) as unknown;
  };
  const ask = async (request: object): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { rows, error } = (await reply()) as { readonly rows?: unknown; readonly error?: string };
    if (error !== undefined) throw new Error(error);
    return rows;
  };
  await reply();
  return {
    name: 'spark',
    load: async (columns, rows) => {
      const file = path.join(folder, 'rows.json');
      writeFileSync(
        file,
        rows
          .map((row) => JSON.stringify(Object.fromEntries(columns.map((_, i) => [`c${i}`, row[i]]))))
          .join('\n'),
      );
      await ask({ do: 'load', columns, file });
    },
    rows: async (statement) => (await ask({ do: 'rows', statement })) as readonly Row[],
    plan: async (statement) => (await ask({ do: 'plan', statement })) as string,
    set: async (name, value) => {
      await ask({ do: 'set', name, value });
    },
    stop: async () => {
      child.stdin.end();
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
