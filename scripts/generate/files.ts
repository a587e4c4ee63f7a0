import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export function inRoot(relative: string): string {
  return path.join(ROOT, relative);
}

/** Writes a generated file as the formatter would have it, and only if it changed, so that builds stay quiet. */
export async function writeGenerated(relative: string, text: string): Promise<void> {
  const file = inRoot(relative);
  const options = (await resolveConfig(file)) ?? {};
  const formatted = await format(text, { ...options, filepath: file });
  const current = await readFile(file, 'utf8').catch(() => null);
  if (current === formatted) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, formatted);
}

/** The same for files that no person reads: as they are. */
export async function writeGeneratedRaw(relative: string, text: string): Promise<void> {
  const file = inRoot(relative);
  const current = await readFile(file, 'utf8').catch(() => null);
  if (current === text) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
