import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/main.ts'],
  // yargs is published as ES modules only.
  format: ['esm'],
  clean: true,
  target: 'node20',
});
