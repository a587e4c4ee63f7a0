import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import type { Engine, Row } from './engine.js';

const VERSIONS = '/usr/lib/postgresql';

function binaries(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const newest = readdirSync(VERSIONS).toSorted((a, b) => Number(b) - Number(a))[0] ?? '';
  const folder = path.join(VERSIONS, newest, 'bin');
  return existsSync(path.join(folder, 'initdb')) ? folder : null;
}

/** PostgreSQL refuses to run as root. */
function asUser(command: readonly string[]): readonly [string, readonly string[]] {
  if (userInfo().uid !== 0) return [command[0] ?? '', command.slice(1)];
  return ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', ...command]];
}

/** A field of COPY's text format. */
function copied(value: string | null | undefined): string {
  if (value === null || value === undefined) return '\\N';
  const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
  return value.replace(/[\\\t\n\r]/g, (c) => escapes[c] ?? c);
}

/** A PostgreSQL of its own in a temporary folder, on a socket there; or why there is none. */
export function startPostgres(): Engine | string {
  const bin = binaries();
  if (bin === null) return 'no PostgreSQL server is installed (Debian: postgresql)';
  const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-pg-'));
  chmodSync(folder, 0o777);
  const data = path.join(folder, 'data');
  const run = (...command: readonly string[]): string => {
    const [program, args] = asUser(command);
    return execFileSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };
  run(path.join(bin, 'initdb'), '-D', data, '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '-U', 'check');
  const settings = `-k ${folder} -c listen_addresses='' -c fsync=off -c jit=off`;
  // Its log goes to a file: a server that held our pipe would keep the call from ending.
  run(path.join(bin, 'pg_ctl'), '-D', data, '-o', settings, '-l', path.join(folder, 'log'), '-w', 'start');
  const psql = (file: string): string =>
    run(
      path.join(bin, 'psql'),
      '-h',
      folder,
      '-U',
      'check',
      '-X',
      '-q',
      '--csv',
      '-P',
      'null=\\N',
      '-v',
      'ON_ERROR_STOP=1',
      '-f',
      file,
      'postgres',
    );
  const script = (text: string): string => {
    const file = path.join(folder, 'statement.sql');
    writeFileSync(file, text);
    return psql(file);
  };
  return {
    name: 'postgres',
    load: (columns, rows) => {
      const file = path.join(folder, 'rows.copy');
      writeFileSync(
        file,
        rows.map((row) => `${columns.map((_, i) => copied(row[i])).join('\t')}\n`).join(''),
      );
      const names = columns.map((column) => `"${column.replaceAll('"', '""')}" text`).join(', ');
      script(
        `DROP TABLE IF EXISTS crimes CASCADE;\nCREATE TABLE crimes (${names});\n\\copy crimes FROM '${file}'\nANALYZE crimes;\n`,
      );
      return Promise.resolve();
    },
    rows: (statement) => {
      const { data: rows } = Papa.parse<Record<string, string>>(script(statement).trimEnd(), {
        header: true,
        delimiter: ',',
      });
      return Promise.resolve(
        rows.map((row): Row =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [name, value === '\\N' ? null : value]),
          ),
        ),
      );
    },
    stop: () => {
      run(path.join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}
