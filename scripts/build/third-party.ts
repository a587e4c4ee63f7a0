import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';

const IN_PACKAGE = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** A line between the notices. */
const BETWEEN = `\n\n${'-'.repeat(80)}\n\n`;

/** The folder of the package that a file belongs to; `null` for a file of ours. */
function packageOf(file: string): string | null {
  return IN_PACKAGE.exec(path.resolve(file))?.[1] ?? null;
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  if (license === undefined && texts.length === 0) throw new Error(`${name} has no licence`);
  return [`${name} ${version} (${license ?? 'see below'})`, ...texts].join('\n\n');
}

/**
 * Writes the licences of the packages whose code the build takes in: they ask for it, and whoever runs the
 * program can see which versions are inside. `beside` are such files of packages of ours that are taken in.
 */
export function thirdPartyNotices(file: string, beside: readonly string[] = []): Plugin {
  const folders = new Set<string>();
  return {
    name: 'third-party-notices',
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(async ({ metafile }) => {
        for (const input of Object.keys(metafile?.inputs ?? {})) {
          const folder = packageOf(input);
          if (folder !== null) folders.add(folder);
        }
        const ofOurs = beside.flatMap((name) => readFileSync(name, 'utf8').trim().split(BETWEEN));
        const notices = [...new Set([...[...folders].map(noticeOf), ...ofOurs])].toSorted();
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, `${notices.join(BETWEEN)}\n`);
      });
    },
  };
}
