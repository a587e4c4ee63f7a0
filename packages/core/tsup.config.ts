import { copyFile, cp } from 'node:fs/promises';
import { defineConfig } from 'tsup';
import { keepModules } from '../../scripts/build/keep-modules.js';
import { thirdPartyNotices } from '../../scripts/build/third-party.js';

/** What `package.json` exports. */
const ENTRIES = {
  index: 'src/index.ts',
  sql: 'src/sql.ts',
  testing: 'src/testing.ts',
  internal: 'src/internal.ts',
};

export default defineConfig({
  entry: [
    'src/**/*.ts',
    'src/schemas/validators.js',
    '!src/**/*.d.ts',
    '!src/**/*.test.ts',
    '!src/**/*.test-helper.ts',
  ],
  format: ['esm', 'cjs'],
  splitting: false,
  // A line a module otherwise, in each format.
  silent: true,
  esbuildPlugins: [keepModules, thirdPartyNotices('dist/THIRD-PARTY.txt')],
  // tsup sets `baseUrl` itself, which TypeScript 6 calls deprecated.
  dts: { entry: ENTRIES, compilerOptions: { ignoreDeprecations: '6.0' } },
  clean: true,
  target: 'node20',
  // The offence list travels inside the package, so what it owes to others travels with it.
  onSuccess: async () => {
    await copyFile('../../NOTICE.md', 'dist/NOTICE.md');
    // The pages travel too: whoever has the package alone has its guide.
    const isPage = (file: string): boolean => !/[/\\](images|examples|reference)$/.test(file);
    await cp('../../docs', 'dist/docs', { recursive: true, filter: isPage });
  },
});
