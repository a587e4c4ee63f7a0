import { defineConfig } from 'tsup';
import { thirdPartyNotices } from '../../scripts/build/third-party.js';

export default defineConfig({
  entry: ['src/main.ts'],
  // yargs is published as ES modules only.
  format: ['esm'],
  // Nothing is left to install beside the package: it has to work where there is no registry to ask.
  noExternal: [/./],
  // What is taken in may be CommonJS, and asks for Node's modules by `require`.
  banner: {
    js: "import { createRequire as requirer } from 'node:module';\nconst require = requirer(import.meta.url);",
  },
  esbuildPlugins: [thirdPartyNotices('dist/THIRD-PARTY.txt')],
  // The page that `markercheck page` writes travels inside.
  loader: { '.html': 'text' },
  clean: true,
  target: 'node20',
});
