/**
 * Mutates every clause of every rule and shows that the rule's own cases notice. Exits 1 unless they
 * kill all mutants that `mutate-rules/equivalents.json` does not excuse, or if an excuse is stale.
 *
 * `--search 200000` looks for a record that kills each survivor, the excused ones among them, to
 * find the case that is missing; `--seed 2` looks at other records; `--rule ID` at one rule.
 */
import { parseArgs } from 'node:util';
import { assemblePack } from '../packages/core/src/rules/assemble.js';
import { readPackFolder } from './generate/builtin-pack.js';
import { EQUIVALENTS_FILE, excuseOf, readEquivalents, staleEntries } from './mutate-rules/equivalents.js';
import type { Mutant } from './mutate-rules/rule-mutants.js';
import { scoreRules } from './mutate-rules/score.js';
import { searchKiller } from './mutate-rules/search.js';

const { values: options } = parseArgs({
  options: {
    rule: { type: 'string' },
    search: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});

const { pack, cases } = assemblePack(await readPackFolder());
const equivalents = await readEquivalents();
const isAsked = ({ rule }: { readonly rule: string }) => options.rule === undefined || options.rule === rule;

let failures = 0;
function fail(line: string): void {
  failures++;
  console.log(line);
}

function look(mutant: Mutant): string | null {
  const tries = Number(options.search);
  if (tries === 0) return null;
  const killer = searchKiller(pack, cases, mutant, tries, Number(options.seed));
  return killer === null ? `none of ${tries} records kills it` : `killed by ${JSON.stringify(killer)}`;
}

const scores = scoreRules(pack, cases).filter(isAsked);
if (scores.length === 0) fail(`There is no rule ${options.rule}.`);
for (const { rule, total, survivors } of scores) {
  console.log(`${rule.padEnd(26)} ${total - survivors.length}/${total}`);
  for (const mutant of survivors) {
    const excuse = excuseOf(equivalents, mutant);
    const found = look(mutant);
    if (excuse === undefined) fail(`  SURVIVES  ${mutant.name}`);
    else console.log(`  equivalent  ${mutant.name}: ${excuse.reason}`);
    if (found !== null) console.log(`    ${found}`);
    if (excuse !== undefined && found?.startsWith('killed') === true) fail('    NOT EQUIVALENT');
  }
}

const survivors = scores.flatMap((score) => score.survivors);
for (const { rule, mutant } of staleEntries(equivalents.filter(isAsked), survivors)) {
  fail(`${EQUIVALENTS_FILE}: ${rule}, ${mutant}: no such mutant survives, so the entry goes`);
}

const total = scores.reduce((sum, score) => sum + score.total, 0);
const excused = survivors.filter((mutant) => excuseOf(equivalents, mutant) !== undefined).length;
const killed = total - survivors.length;
const asked = total - excused;
const share = asked === 0 ? '' : `: ${((100 * killed) / asked).toFixed(1)}%`;
console.log(`${killed} of ${asked} mutants killed${share}; ${excused} more are equivalent.`);
process.exitCode = failures > 0 ? 1 : 0;
