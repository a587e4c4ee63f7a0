/**
 * Looks at the packages as their users get them: packed, unpacked in an empty folder, and used from an ES
 * module, from CommonJS, from TypeScript both ways, and from the command line.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot } from './generate/files.js';

const CONSUMER = `
const checker: Checker = createChecker(loadPack(), { asAt: '2026-11-01' });
const { findings } = checker.check({ offenceCode: '19/16', recordedOn: '2025-05-02', CSA: 'N' });
if (findings.length === 0) throw new Error('no finding where the CSA marker is missing');
`;

const CONSUMERS = {
  'consumer.mts': `import { type Checker, createChecker, loadPack } from '@markercheck/core';\n${CONSUMER}`,
  'consumer.cts': `import core = require('@markercheck/core');\nconst { createChecker, loadPack } = core;\ntype Checker = core.Checker;\n${CONSUMER}`,
};

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2022'],
    module: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    // The declarations are looked at too.
    skipLibCheck: false,
    types: [],
  },
  files: Object.keys(CONSUMERS),
};

const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

function run(folder: string, command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function pack(name: string, into: string): string {
  const listed = run(inRoot(`packages/${name}`), 'pnpm', 'pack', '--json', '--pack-destination', into);
  return (JSON.parse(listed) as { filename: string }).filename;
}

function useAsInstalled(folder: string): void {
  const tarballs = ['core', 'cli'].map((name) => pack(name, folder));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  run(folder, 'npm', 'install', ...QUIET, ...tarballs);

  for (const owed of ['core/LICENCE', 'core/dist/NOTICE.md', 'cli/LICENCE']) {
    if (!existsSync(path.join(folder, 'node_modules/@markercheck', owed)))
      throw new Error(`The packages lack ${owed}.`);
  }

  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  for (const [name, text] of Object.entries(CONSUMERS)) writeFileSync(path.join(folder, name), text);
  run(folder, process.execPath, inRoot('node_modules/typescript/bin/tsc'), '-p', '.');
  for (const name of ['consumer.mjs', 'consumer.cjs']) {
    run(folder, process.execPath, name);
    console.log(`installed from the tarball: ${name} type-checks and runs`);
  }

  const version = run(folder, path.join(folder, 'node_modules/.bin/markercheck'), '--version').trim();
  console.log(`installed from the tarball: markercheck ${version} starts`);
}

const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-packages-'));
try {
  useAsInstalled(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
