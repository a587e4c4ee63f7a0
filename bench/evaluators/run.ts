/**
 * Evaluators on rows in memory: `run.ts markercheck|ajv|json-rules-engine EXTRACT [ROWS]`. Ours reads the
 * cells, finds the facts and judges every rule; the others are given the facts and the rules that they can say.
 * Prints the breaches of those rules among the first rows, and rows a second.
 */
import { sha256 } from '../../packages/cli/src/io/sha256.js';
import { createAssessor } from '../../packages/core/src/assess.js';
import { plainIdentity } from '../../packages/core/src/evaluate/identity.js';
import type { Cells } from '../../packages/core/src/model/fields.js';
import type { Rule } from '../../packages/core/src/model/rule.js';
import { parseDate } from '../../packages/core/src/normalise/date.js';
import { compilePack } from '../../packages/core/src/rules/compile.js';
import { AS_AT } from '../as-at.js';
import { openAjv } from './ajv.js';
import type { Counts, OpenEngine } from './engine.js';
import { breachForm, factsOf, Inexpressible } from './forms.js';
import { openJsonRulesEngine } from './json-rules-engine.js';
import { PACK, plainFacts, rowsOf } from './rows.js';

const ENGINES: Readonly<Record<string, OpenEngine>> = {
  ajv: openAjv,
  'json-rules-engine': openJsonRulesEngine,
};

/** Answers are compared on so many rows: the slowest has no more. */
const COMPARED = 20_000;

/** Rows are judged over and over for about so long, the fastest pass being what is said. */
const SECONDS = 4;

function isExpressible(rule: Rule): boolean {
  try {
    breachForm(rule);
    return true;
  } catch (error) {
    if (error instanceof Inexpressible) return false;
    throw error;
  }
}

const on = compilePack(PACK).rules.flatMap(({ rule, state }) => (state === 'on' ? [rule] : []));
const rules = on.filter(isExpressible);

/** One pass of ours over rows. */
function judgeOurs(rows: readonly Cells[], counts: Counts): void {
  const identity = plainIdentity(sha256);
  const assessor = createAssessor(compilePack(PACK), parseDate(AS_AT) ?? 0, { identity });
  const sink = {
    finding: ({ rule }: { readonly rule: string }) => void counts.set(rule, (counts.get(rule) ?? 0) + 1),
    undetermined: () => undefined,
  };
  rows.forEach((cells, row) => assessor.add(cells, row, sink));
}

type Pass = (rows: number, counts: Counts) => void | Promise<void>;

function passOf(name: string, rows: readonly Cells[]): Pass {
  const open = ENGINES[name];
  if (open === undefined) return (most, counts) => judgeOurs(rows.slice(0, most), counts);
  const { judge } = open(rules);
  const facts = plainFacts(rows, [...new Set(rules.flatMap((rule) => factsOf(breachForm(rule))))]);
  return async (most, counts) => {
    for (const of of facts.slice(0, most)) {
      const judged = judge(of, counts);
      if (judged !== undefined) await judged;
    }
  };
}

async function main([name = 'markercheck', file = '', most = '200000']: readonly string[]): Promise<void> {
  const rows = rowsOf(file, Number(most));
  const pass = passOf(name, rows);
  const counts: Counts = new Map();
  await pass(COMPARED, counts);
  const breaches = Object.fromEntries(rules.map(({ id }) => [id, counts.get(id) ?? 0]));

  let best = Infinity;
  const end = performance.now() + SECONDS * 1000;
  do {
    const start = performance.now();
    await pass(rows.length, new Map());
    best = Math.min(best, performance.now() - start);
  } while (performance.now() < end);
  const rate = Math.round((rows.length / best) * 1000);
  process.stdout.write(`${JSON.stringify({ rate, breaches })}\n`);
}

void main(process.argv.slice(2));
