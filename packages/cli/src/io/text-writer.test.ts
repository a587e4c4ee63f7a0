import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { TextWriter } from './text-writer.js';

it.each([
  ['nothing', []],
  ['short texts', Array.from({ length: 30_000 }, (_, i) => `line ${i}: “ü” ${'é'.repeat(i % 50)}\r\n`)],
  ['a text longer than a piece between short ones', ['a', '€'.repeat(300_000), 'b', 'x'.repeat(90_000), 'c']],
])('writes %s in their order', (_, texts) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'markercheck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'a.txt');
  const writer = new TextWriter(file);
  for (const text of texts) writer.write(text);
  writer.close();
  expect(readFileSync(file, 'utf8') === texts.join('')).toBe(true);
});
