import type { Plugin } from 'esbuild';

/** Node's modules that code of others asks for only where it is told to; core never does. */
const NEVER_USED = /^stream$/;

/**
 * Leaves every module of the source a module of its own, in both formats: a bundler then takes in those that
 * are used and no others. Data and the code of others stay inside the module that imports them.
 *
 * A module as a whole (`import * as`) has a key `default` more in CommonJS: take its exports by their names, and
 * never all that it has.
 */
export const keepModules: Plugin = {
  name: 'keep-modules',
  setup(build) {
    const ending = build.initialOptions.format === 'cjs' ? '.cjs' : '.js';
    const isOurs = (importer: string): boolean => importer !== '' && !importer.includes('node_modules');
    build.onResolve({ filter: /^\..*\.js$/ }, ({ path, importer }) =>
      isOurs(importer) ? { path: path.replace(/\.js$/, ending), external: true } : undefined,
    );
    build.onResolve({ filter: NEVER_USED }, ({ path }) => ({ path, namespace: 'never-used' }));
    build.onLoad({ filter: /.*/, namespace: 'never-used' }, () => ({ contents: 'module.exports = {};' }));
  },
};
