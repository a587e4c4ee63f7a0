import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/cli.js';

/** A program of a page: a `ts` block whose first line is a comment with its file's name. */
export interface DocProgram {
  readonly file: string;
  readonly text: string;
  /** What the `text` block right below it says that it prints; `null` without one. */
  readonly prints: string | null;
}

const PROGRAM = /^```ts\n(\/\/ (\w+\.ts)\n[\s\S]*?)^```\n(?:\n^```text\n([\s\S]*?)^```$)?/gm;

export function docPrograms(page: string): readonly DocProgram[] {
  const markdown = readFileSync(path.join(ROOT, page), 'utf8');
  const programs = [...markdown.matchAll(PROGRAM)].map(([, text = '', file = '', prints]) => ({
    file,
    text,
    prints: prints ?? null,
  }));
  const blocks = markdown.match(/^```ts$/gm)?.length ?? 0;
  if (programs.length !== blocks) throw new Error(`${page}: every ts block begins with its file's name`);
  return programs;
}
