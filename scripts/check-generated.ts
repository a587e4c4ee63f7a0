/** Fails where a generated file is not what the generator writes now, or is not in git. */
import { execFileSync } from 'node:child_process';
import { ROOT } from './generate/files.js';

const GENERATED = [
  'packages/core/src/rules/builtin',
  'packages/core/src/schemas/validators.js',
  'packages/core/src/compare/forces.json',
  'schemas',
  'docs/rules',
  'docs/fields.md',
  'docs/facts.md',
  'docs/requirements-trace.md',
  'fixtures/south-west',
  'fixtures/cases',
];

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

run('pnpm', 'run', 'generate');
const changed = run('git', 'status', '--porcelain', '--untracked-files=all', '--', ...GENERATED).trimEnd();
if (changed !== '') {
  console.error(`Generated files differ from those in git; look at them and commit them:\n${changed}`);
  process.exitCode = 1;
}
