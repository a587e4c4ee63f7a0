import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import Papa from 'papaparse';
import type { RunSummary } from '../../packages/core/src/model/run.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const ROOT = path.resolve(HERE, '../..');
const MAIN = path.join(ROOT, 'packages/cli/dist/main.js');

export interface CliResult {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a user does: a process of its own, in a folder. */
export function markercheck(cwd: string, args: readonly string[], input?: string | Buffer): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '80', NO_COLOR: '1' },
    ...(input === undefined ? {} : { input }),
  });
  return { exit: status, stdout, stderr };
}

/** A folder of a test's own, gone when the test is done. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeIn(folder: string, name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** A canonical CSV of records, its header the fields that any of them has. */
export function canonicalCsv(
  records: readonly Readonly<Record<string, string>>[],
  header?: readonly string[],
): string {
  const columns = header ?? [...new Set(records.flatMap((record) => Object.keys(record)))];
  return Papa.unparse({
    fields: [...columns],
    data: records.map((record) => columns.map((name) => record[name] ?? '')),
  });
}

export function readSummary(folder: string, run = 'markercheck-run'): RunSummary {
  return JSON.parse(readFileSync(path.join(folder, run, 'summary.json'), 'utf8')) as RunSummary;
}

/** The rows of one of a run's CSVs, by their header. */
export function readRows(
  folder: string,
  file: string,
  run = 'markercheck-run',
): readonly Record<string, string>[] {
  const text = readFileSync(path.join(folder, run, file), 'utf8').replace(/^\uFEFF/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
