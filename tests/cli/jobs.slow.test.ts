import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { markercheck, ROOT, scratchFolder } from '../support/cli.js';

const FIXTURES = path.join(ROOT, 'fixtures');
const EXTRACT = /\.(csv|tsv|psv|txt|xml|json|ndjson)$/;
const NO_EXTRACT = /(^|\/)(expected|profile|policy|.*\.profile)\.json$/;

const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => EXTRACT.test(file) && !NO_EXTRACT.test(file))
  .toSorted();

/** Workers begin behind a head of so many bytes. */
const LONG = 1024 * 1024;

/** The lines behind the first, again and again, whatever they hold. */
function longer(bytes: Buffer): Buffer {
  const body = bytes.subarray(bytes.indexOf('\n') + 1);
  if (body.length === 0) return bytes;
  return Buffer.concat([bytes, ...Array.from({ length: Math.ceil(LONG / body.length) }, () => body)]);
}

function profileFor(file: string): readonly string[] {
  const candidates = [
    file.replace(/\.[^.]+$/, '.profile.json'),
    path.join(path.dirname(file), 'profile.json'),
  ];
  const profile = candidates.map((name) => path.join(FIXTURES, name)).find((name) => existsSync(name));
  return profile === undefined ? [] : ['--profile', profile];
}

function outcome(folder: string, file: string, name: string, jobs: string) {
  const { exit, stdout, stderr } = markercheck(folder, [
    'check',
    name,
    ...profileFor(file),
    '--as-at',
    '2026-11-01',
    '--fail-on',
    'never',
    '--jobs',
    jobs,
    '--out',
    'run',
  ]);
  const run = path.join(folder, 'run');
  const written = existsSync(run) ? readdirSync(run) : [];
  return {
    exit,
    stdout,
    stderr,
    files: Object.fromEntries(written.map((of) => [of, readFileSync(path.join(run, of), 'latin1')])),
  };
}

describe('every fixture, as it is and as a file long enough for workers', () => {
  it('has its files', () => expect(files.length).toBeGreaterThan(50));

  it.each(files)('%s is the same bytes with two workers', (file) => {
    const folder = scratchFolder();
    cpSync(path.join(FIXTURES, path.dirname(file)), folder, { recursive: true });
    const name = path.basename(file);
    for (const change of [(bytes: Buffer) => bytes, longer]) {
      writeFileSync(path.join(folder, name), change(readFileSync(path.join(FIXTURES, file))));
      expect(outcome(folder, file, name, '2')).toEqual(outcome(folder, file, name, '1'));
    }
  });
});
