import { appendFile, readFile, rm } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';
import { thirdPartyNotices } from '../../scripts/build/third-party.js';

const OF_OURS = ['../core/dist/THIRD-PARTY.txt'];
const NOTICES = 'dist/single/THIRD-PARTY.txt';

const EVERYWHERE: Options = {
  // Nothing is left to install beside the package: it has to work where there is no registry to ask. DuckDB
  // alone, which is native code of 70 MB, is for whoever wants it.
  noExternal: [/^(?!@duckdb\/)/],
  external: [/^@duckdb\//],
  // The page that `markercheck page` writes travels inside.
  loader: { '.html': 'text' },
  target: 'node20',
};

export default defineConfig([
  {
    ...EVERYWHERE,
    // The worker is a program of its own: `check` starts it for large files.
    entry: ['src/main.ts', 'src/worker.ts'],
    // yargs is published as ES modules only.
    format: ['esm'],
    // What is taken in may be CommonJS, and asks for Node's modules by `require`.
    banner: {
      js: "import { createRequire as requirer } from 'node:module';\nconst require = requirer(import.meta.url);",
    },
    esbuildPlugins: [thirdPartyNotices('dist/THIRD-PARTY.txt', OF_OURS)],
    clean: ['dist/*.js', 'dist/*.txt'],
  },
  {
    ...EVERYWHERE,
    // For machines without a package manager: one file, run by plain node, wherever it lies.
    entry: { markercheck: 'src/main.ts' },
    outDir: 'dist/single',
    format: ['cjs'],
    outExtension: () => ({ js: '.cjs' }),
    splitting: false,
    banner: { js: "const markercheckFile = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'markercheckFile' },
    esbuildPlugins: [thirdPartyNotices(NOTICES, OF_OURS)],
    // One file: the licences stand at its end.
    onSuccess: async () => {
      const notices = (await readFile(NOTICES, 'utf8')).replaceAll('*/', '* /');
      await appendFile('dist/single/markercheck.cjs', `/*\n${notices}*/\n`);
      await rm(NOTICES);
    },
    clean: true,
  },
]);
