import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  // canonicalize is published as ES modules only, so the CommonJS build has to take it in.
  noExternal: ['canonicalize'],
  // tsup sets `baseUrl` itself, which TypeScript 6 calls deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  clean: true,
  target: 'node20',
  // The offence list travels inside the package, so what it owes to others travels with it.
  onSuccess: () => copyFile('../../NOTICE.md', 'dist/NOTICE.md'),
});
