import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/cli.js';

export interface Page {
  /** Its path in the repository. */
  readonly page: string;
  readonly text: string;
}

function pagesIn(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const page = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return pagesIn(page);
    return entry.name.endsWith('.md') ? [page] : [];
  });
}

/** The README and every page of the docs. */
export function readPages(): readonly Page[] {
  return ['README.md', ...pagesIn('docs')].map((page) => ({
    page,
    text: readFileSync(path.join(ROOT, page), 'utf8'),
  }));
}
