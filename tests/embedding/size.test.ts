import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.js';

/** What a program takes in that imports these names from the built package, minified and gzipped. */
async function taken(names: string): Promise<{ readonly bytes: number; readonly code: string }> {
  const { outputFiles, warnings } = await build({
    stdin: {
      contents: `export { ${names} } from './packages/core/dist/index.js';`,
      resolveDir: ROOT,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  expect(warnings).toEqual([]);
  const [file] = outputFiles;
  return { bytes: gzipSync(file!.contents, { level: 9 }).length, code: file!.text };
}

const KILOBYTE = 1000;

describe('the size of what a program takes in', () => {
  it('is under 60 kB for the engine, the pack included', async () => {
    const { bytes, code } = await taken('loadPack, createChecker, checkStream, mergeTallies');
    // Without a pack there would be nothing to measure.
    expect(code.includes('CSA-BYDEF-MISSING')).toBe(true);
    expect(bytes).toBeLessThan(60 * KILOBYTE);
  });

  it('is next to nothing for one function of the statistics', async () => {
    const { bytes, code } = await taken('wilsonInterval');
    expect(code.includes('CSA-BYDEF-MISSING')).toBe(false);
    expect(bytes).toBeLessThan(2 * KILOBYTE);
  });

  it('asks a browser for nothing that only Node has', async () => {
    const { code } = await taken('loadPack, createCheck, renderReport, drawSample, readWaivers');
    expect(code.match(/\b(require|import)\(['"`].*?\)|['"`]node:\w+|typeof require/g)).toBeNull();
  });
});
