import { builtinModules } from 'node:module';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The stages of packages/core/src: each may import from itself and from those before it. The files outside
 * the folders, `check.ts` and `index.ts` above all, put the stages together.
 */
const STAGES = [
  'vendor',
  'model',
  'dialect',
  'messages',
  'statistics',
  'normalise',
  'decode',
  'read',
  'map',
  'schemas',
  'facts',
  'conditions',
  'rules',
  'evaluate',
  'aggregate',
  'baseline',
  'evidence',
  'disclosure',
  'history',
  'compare',
  'share',
  'sample',
  'sql',
  'generate',
  'report',
  'worklist',
  'adoption',
];

/** How a record is read and what is asked of it do not know each other: they meet in the canonical record. */
const READING = ['decode', 'read', 'map'];
const ASKING = ['facts', 'conditions', 'rules'];

const NODE_MODULES_IN_CORE = {
  regex: `^(node:|(${builtinModules.join('|')})(/|$))`,
  message: 'Core is pure: files, processes and the network are the business of the command line.',
};

/** What Node or a browser would lend: neither is sure to be there, and each is a way out. */
const SURROUNDINGS = [
  'process',
  'console',
  'Buffer',
  'require',
  'global',
  'performance',
  'crypto',
  'navigator',
  'window',
  'document',
  'localStorage',
  'Intl',
];

/** The code of others comes in by one door, so that the build takes each piece in once. */
const OTHERS_IN_CORE = {
  regex: '^[^.]',
  message: 'Import it in packages/core/src/vendor, and from there.',
};

/** What gives another text, or another order, on a machine of another language. */
const LOCALE = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'localeCompare'].map(
  (property) => ({ property, message: 'Core has no locale.' }),
);

const NETWORK_GLOBALS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];

const NETWORK_MODULES = [
  'dgram',
  'dns',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'tls',
  'child_process',
  'cluster',
];

function importsOf(stage) {
  const later = STAGES.slice(STAGES.indexOf(stage) + 1);
  const others = ASKING.includes(stage) ? [...later, ...READING] : later;
  const flow = {
    regex: `^(\\.\\./)+(${[...others, 'check'].join('|')})(/|\\.js$)`,
    message: `Nothing flows back: STAGES in eslint.config.js says what ${stage} may import.`,
  };
  return {
    name: `markercheck/stage-${stage}`,
    files: [`packages/core/src/${stage}/**/*.ts`],
    ignores: ['**/*.test.ts', '**/*.test-helper.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [NODE_MODULES_IN_CORE, flow, ...(stage === 'vendor' ? [] : [OTHERS_IN_CORE])] },
      ],
    },
  };
}

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a thing has one name everywhere.',
};

const CLOCK = {
  selector: ":matches(NewExpression, CallExpression)[callee.name='Date'][arguments.length=0]",
  message: 'Core has no clock: a date is an argument.',
};

export default defineConfig(
  {
    name: 'markercheck/ignored',
    ignores: ['**/dist/', '**/coverage/', '.cache/', 'markercheck-run/', '**/*.js', '**/*.json'],
  },
  {
    name: 'markercheck/typescript',
    files: ['packages/*/src/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts', 'tests/**/*.ts', '*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-param-reassign': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // `import { type X }` leaves an import behind that a bundler has to warn about.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    name: 'markercheck/source',
    files: ['packages/*/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT] },
  },
  {
    name: 'markercheck/size',
    files: ['packages/*/src/**/*.ts', 'scripts/**/*.ts'],
    // The two that are left out are lists, not code: what the library exports, and the fields of a record.
    ignores: ['**/*.test.ts', 'packages/core/src/index.ts', 'packages/core/src/model/field-dictionary.ts'],
    rules: { 'max-lines': ['error', 300] },
  },
  {
    name: 'markercheck/core-is-pure',
    files: ['packages/core/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [NODE_MODULES_IN_CORE] }],
      'no-restricted-globals': ['error', ...SURROUNDINGS, ...NETWORK_GLOBALS],
      'no-restricted-properties': [
        'error',
        ...LOCALE,
        { object: 'Date', property: 'now', message: CLOCK.message },
        { object: 'Math', property: 'random', message: 'Core has no chance: a seed is an argument.' },
      ],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, CLOCK],
    },
  },
  ...STAGES.map(importsOf),
  {
    name: 'markercheck/cli-has-no-network',
    files: ['packages/cli/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...NETWORK_GLOBALS],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(node:)?(${NETWORK_MODULES.join('|')})(/|$)`,
              message: 'SECURITY.md promises: no network, no other programs.',
            },
            {
              regex: '(^|/)core/src/',
              message:
                "Import from '@markercheck/core': the command line uses what every user of the library has.",
            },
          ],
        },
      ],
    },
  },
  {
    name: 'markercheck/page-has-no-network',
    files: ['packages/page/src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...NETWORK_GLOBALS, 'localStorage', 'sessionStorage', 'indexedDB'],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'What comes from an extract is text, never markup: use make() of ui/dom.ts.',
        })),
      ],
    },
  },
  {
    name: 'markercheck/tests',
    files: ['**/*.test.ts', 'tests/**/*.ts'],
    rules: {
      // A test says what it knows about its own table.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Texts are cut into characters to try every way of cutting them.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
);
