/** Builds the page: one HTML file with its style, its script and the worker's program inside, and a policy that names them. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPack, reportStyleDigest } from '@markercheck/core';
import { build, type Plugin, transform } from 'esbuild';
import { thirdPartyNotices } from '../../scripts/build/third-party.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts: readonly string[]) => path.join(HERE, ...parts);
const { version } = JSON.parse(readFileSync(at('../cli/package.json'), 'utf8')) as { version: string };
const { id, edition } = loadPack();

const NOTICES = thirdPartyNotices(at('dist/THIRD-PARTY.txt'), [at('../core/dist/THIRD-PARTY.txt')]);

async function bundle(entry: string, plugins: Plugin[] = []): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [at(entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome110', 'firefox115', 'safari16'],
    // The licences stand in the page's footer.
    legalComments: 'none',
    plugins,
    define: { TOOL: JSON.stringify({ name: 'markercheck', version }) },
  });
  return (outputFiles[0]?.text ?? '').trim();
}

/** Text within a script element: nothing in it may look like the element's end, or the start of a comment. */
function embeddable(program: string): string {
  return program.replace(/<(?=\/script|!--)/gi, '\\x3C');
}

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * No connection, no picture, no font, no form, no evaluation of text: what runs is named by its digest. The
 * report is shown in a frame that inherits all this, so its style is named too.
 */
function policyFor(style: string, script: string): string {
  return [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)} ${reportStyleDigest()}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const [worker, script] = (
  await Promise.all([bundle('src/worker/main.ts', [NOTICES]), bundle('src/ui/main.ts')])
).map(embeddable);
const { code: style } = await transform(readFileSync(at('src/style.css'), 'utf8'), {
  loader: 'css',
  minify: true,
});
const filled: Readonly<Record<string, string>> = {
  policy: policyFor(style.trim(), script ?? ''),
  style: style.trim(),
  worker: worker ?? '',
  script: script ?? '',
  licences: readFileSync(at('dist/THIRD-PARTY.txt'), 'utf8').replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  version,
  pack: `${id} ${edition}`,
};
const html = readFileSync(at('src/page.html'), 'utf8').replace(
  /\{\{(\w+)\}\}/g,
  (_, name: string) => filled[name] ?? '',
);
mkdirSync(at('dist'), { recursive: true });
writeFileSync(at('dist/markercheck.html'), html);
