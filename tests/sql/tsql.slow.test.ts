import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { SQL_RESULTS, writeSql } from '../../packages/core/src/sql/write-sql.js';
import { sayMissing } from './engines/engine.js';
import { PROFILED } from './profiles.js';
import { ALL_ON, pack } from './proof.js';
import { AS_AT, RUN } from './readings.js';

const PYTHON = process.env['MARKERCHECK_PYTHON'] ?? 'python3';

/** Parses what stands on standard input as T-SQL, and says what each statement is and what it could not read. */
const SCRIPT = `
import sys, sqlglot
from sqlglot import exp
found = []
for tree in sqlglot.parse(sys.stdin.read(), read="tsql", error_level=sqlglot.ErrorLevel.RAISE):
    if tree is not None:
        found.append(type(tree).__name__ + (" with a command" if tree.find(exp.Command) else ""))
print(", ".join(found))
`;

function parsed(statement: string): string {
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', SCRIPT], { input: statement, encoding: 'utf8' });
  return stdout.trim() || stderr.trim().split('\n').slice(-3).join('\n');
}

const missing = spawnSync(PYTHON, ['-c', 'import sqlglot']).status === 0 ? null : `${PYTHON} has no sqlglot`;
if (missing !== null) sayMissing('the parser of T-SQL', missing);

const options = {
  pack,
  policy: ALL_ON,
  dialect: 'tsql',
  table: ['police', 'crimes'],
  asAt: AS_AT,
  run: RUN,
} as const;

describe.skipIf(missing !== null)('T-SQL, which was never run here', () => {
  it.each(SQL_RESULTS)('is parsed by a parser that is not ours: %s', (result) => {
    expect(parsed(writeSql({ ...options, result }))).toBe('Select');
  });

  it('is parsed as views', () => {
    expect(parsed(writeSql({ ...options, views: 'markercheck_' }))).toBe(
      Array<string>(5).fill('Create').join(', '),
    );
  });

  it.each(PROFILED.slice(1).map((table) => [table.profile.name, table] as const))(
    'is parsed with a profile: %s',
    (name, { profile }) => {
      // A separator of two characters is refused by name.
      const write = () => writeSql({ ...options, profile, result: 'record' });
      if (name === 'unknown codes') expect(write).toThrow(/tsql: a list is split at one character only/);
      else expect(parsed(write())).toBe('Select');
    },
  );

  it('is refused by the parser where it is broken', () => {
    expect(parsed(writeSql(options).replace('SELECT', 'SELECT (('))).not.toBe('Select');
  });

  it('says at its head that it was never run', () => {
    expect(writeSql(options)).toMatch(/^-- NOT RUN HERE/m);
  });
});
