import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts'],
    setupFiles: ['tests/support/property-seed.ts'],
    // Tests run the command line as processes of their own, several at once on few cores.
    testTimeout: 60_000,
    // The slow suites run in `.ci/run` on their own: `pnpm run test:slow`.
    exclude: ['**/*.slow.test.ts', '**/node_modules/**', '**/dist/**'],
  },
});
