import { defineConfig } from 'vitest/config';

/** What takes minutes: simulations, the second implementation, mutants of every rule. */
export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.slow.test.ts', 'tests/**/*.slow.test.ts', 'scripts/**/*.slow.test.ts'],
    setupFiles: ['tests/support/property-seed.ts'],
    testTimeout: 300_000,
  },
});
