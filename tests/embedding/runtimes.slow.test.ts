import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.js';

const CORE = path.join(ROOT, 'packages/core/dist');
const ANSWERS = path.join(ROOT, 'tests/embedding/answers.mjs');
const FETCHED = path.join(ROOT, '.cache/runtimes/node_modules');

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browserPath = process.env['CHROMIUM'] ?? BROWSERS.find((file) => existsSync(file));

/** The runtimes beside Node, and how each runs a program; `.ci/run` fetches them. */
const OTHERS = [
  {
    name: 'Deno',
    binary: path.join(FETCHED, '@deno/linux-x64-glibc/deno'),
    args: ['run', '--no-remote', '--allow-read'],
  },
  { name: 'Bun', binary: path.join(FETCHED, '@oven/bun-linux-x64/bin/bun'), args: ['run'] },
];

for (const { name, binary } of OTHERS)
  if (!existsSync(binary)) process.stderr.write(`SKIPPED: the library in ${name}: it is not here.\n`);
if (browserPath === undefined)
  process.stderr.write('SKIPPED: the library in a browser: there is no Chromium here.\n');

const url = (file: string): string => pathToFileURL(file).href;

const ES_MODULE = `import * as core from ${JSON.stringify(url(path.join(CORE, 'index.js')))};
import * as testing from ${JSON.stringify(url(path.join(CORE, 'testing.js')))};
import { answers } from ${JSON.stringify(url(ANSWERS))};
console.log(JSON.stringify(answers({ core, testing })));
`;

const COMMON_JS = `const core = require(${JSON.stringify(path.join(CORE, 'index.cjs'))});
const testing = require(${JSON.stringify(path.join(CORE, 'testing.cjs'))});
import(${JSON.stringify(url(ANSWERS))}).then(({ answers }) => console.log(JSON.stringify(answers({ core, testing }))));
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'markercheck-runtimes-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(
  binary: string,
  args: readonly string[],
  file: string,
  text: string,
  also: Readonly<Record<string, string>> = {},
): unknown {
  writeFileSync(path.join(folder, file), text);
  const { status, stdout, stderr } = spawnSync(binary, [...args, path.join(folder, file)], {
    encoding: 'utf8',
    env: { ...process.env, ...also },
  });
  if (status !== 0) throw new Error(`${binary} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

const inNode = () => run(process.execPath, [], 'answers.mjs', ES_MODULE);

describe('the library gives the same answers', () => {
  it('as an ES module and as CommonJS', () => {
    const expected = inNode();
    expect((expected as { readonly records: number }).records).toBeGreaterThan(400);
    expect(run(process.execPath, [], 'answers.cjs', COMMON_JS)).toEqual(expected);
  });

  it('whatever the language and the time zone of the machine', () => {
    const elsewhere = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' };
    expect(run(process.execPath, [], 'answers.mjs', ES_MODULE, elsewhere)).toEqual(inNode());
  });

  it.skipIf(browserPath === undefined)(
    'in Chromium, under a policy that forbids connections and strings as code',
    async () => {
      const entry = ES_MODULE.replace(/console\.log\((.*)\);/, 'document.title = $1;');
      const { outputFiles } = await build({
        stdin: { contents: entry.replaceAll('file://', ''), resolveDir: ROOT },
        bundle: true,
        minify: true,
        format: 'iife',
        platform: 'browser',
        write: false,
      });
      const script = outputFiles[0]!.text;
      const digest = createHash('sha256').update(script).digest('base64');
      const policy = `default-src 'none'; script-src 'sha256-${digest}'`;
      const page = path.join(folder, 'answers.html');
      writeFileSync(
        page,
        `<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title></title><script>${script}</script>`,
      );
      // Chromium's own sandbox does not start for root, which is what a container runs as.
      const browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
      try {
        const tab = await browser.newPage();
        const faults: string[] = [];
        tab.on('console', (message) => faults.push(message.text()));
        tab.on('pageerror', (error) => faults.push(error.message));
        await tab.goto(url(page));
        expect(faults).toEqual([]);
        expect(JSON.parse(await tab.title())).toEqual(inNode());
      } finally {
        await browser.close();
      }
    },
  );

  it.each(OTHERS.filter(({ binary }) => existsSync(binary)))('in $name', ({ binary, args }) => {
    expect(run(binary, args, 'answers.mjs', ES_MODULE)).toEqual(inNode());
  });
});
