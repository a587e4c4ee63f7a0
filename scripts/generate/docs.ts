import { readdir, rm } from 'node:fs/promises';
import { compilePack } from '../../packages/core/src/rules/compile.js';
import { rulePages } from '../../packages/core/src/report/rule-page.js';
import type { BuiltinPack } from './builtin-pack.js';
import { factsPage } from './docs-facts.js';
import { fieldsPage } from './docs-fields.js';
import { requirementsPage } from './docs-requirements.js';
import { ruleIndex } from './docs-rule-index.js';
import { rulePageText } from './docs-rule-page.js';
import { inRoot, writeGenerated } from './files.js';

const RULES = 'docs/rules';

/** Takes away the pages of rules that are no more. */
async function removeOthers(names: ReadonlySet<string>): Promise<void> {
  const there = await readdir(inRoot(RULES)).catch(() => []);
  for (const name of there) if (!names.has(name)) await rm(inRoot(`${RULES}/${name}`));
}

/** Writes the pages of `docs/` that follow from the pack, the fields, the facts and the operators. */
export async function writeDocs(built: BuiltinPack): Promise<void> {
  const { pack, cases } = built;
  const pages = rulePages(compilePack(pack));
  const files = new Map<string, string>([['README.md', ruleIndex(pages, pack)]]);
  for (const page of pages) files.set(`${page.rule.id}.md`, rulePageText(page, pack, cases[page.rule.id]));
  await removeOthers(new Set(files.keys()));
  for (const [name, text] of files) await writeGenerated(`${RULES}/${name}`, text);
  await writeGenerated('docs/requirements-trace.md', requirementsPage(pack));
  await writeGenerated('docs/fields.md', fieldsPage());
  await writeGenerated('docs/facts.md', factsPage());
}
