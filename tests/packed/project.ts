import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../support/cli.js';

/** A project of somebody else's, with the two packages installed from their tarballs and from nothing else. */
export interface Project {
  readonly folder: string;
  readonly write: (file: string, text: string) => void;
  /** Runs Node in the folder; throws with what it said if it does not end well. */
  readonly node: (...args: readonly string[]) => string;
  /** Checks the types of files, and compiles them; gives what the compiler says, and throws with the faults. */
  readonly compile: (files: readonly string[], options?: Readonly<Record<string, unknown>>) => string;
  readonly remove: () => void;
}

const TYPESCRIPT = path.join(ROOT, 'node_modules/typescript/bin/tsc');

/** What programs of the pages use beside the packages; whoever writes such a program has them. */
const OTHERS = ['fastify', '@types/node'];

const COMPILER_OPTIONS = {
  target: 'ES2022',
  module: 'NodeNext',
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  types: ['node'],
};

function packed(name: string, into: string): string {
  const { packageManager } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly packageManager: string;
  };
  const args = ['--yes', packageManager, 'pack', '--json', '--pack-destination', into];
  const said = execFileSync('npx', args, { cwd: path.join(ROOT, 'packages', name), encoding: 'utf8' });
  return (JSON.parse(said) as { readonly filename: string }).filename;
}

export function createProject(): Project {
  const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-packed-'));

  function run(command: string, ...args: readonly string[]): string {
    const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    if (error !== undefined) throw error;
    if (status !== 0)
      throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
    return stdout;
  }

  const write = (file: string, text: string): void => writeFileSync(path.join(folder, file), text);
  write('package.json', JSON.stringify({ private: true, type: 'module' }));
  const tarballs = ['core', 'cli'].map((name) => packed(name, folder));
  // No registry to ask and nothing kept from earlier: what is not in the tarballs is not to be had.
  const alone = ['--offline', '--cache', path.join(folder, 'empty-cache'), '--no-audit', '--no-fund'];
  run('npm', 'install', ...alone, ...tarballs);
  for (const name of OTHERS) {
    const place = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(place), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules', name), place);
  }
  return {
    folder,
    write,
    node: (...args) => run(process.execPath, ...args),
    compile: (files, options = {}) => {
      write('tsconfig.json', JSON.stringify({ compilerOptions: { ...COMPILER_OPTIONS, ...options }, files }));
      return run(process.execPath, TYPESCRIPT, '-p', '.');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
