import { assemblePack } from '../../packages/core/src/rules/assemble.js';
import { readPackFolder } from '../generate/builtin-pack.js';
import { ruleMutants } from './rule-mutants.js';
import { casesHold } from './try-cases.js';
import { randomRecords } from './random-records.js';
import { searchKillers } from './search.js';
const { pack, cases } = assemblePack(await readPackFolder());
const tries = Number(process.argv[2]); const only = process.argv[3];
for (const rule of pack.rules) {
  if (only && rule.id !== only) continue;
  const t=Date.now();
  const surv = [...ruleMutants(pack, rule)].filter((m) => casesHold(m.pack, rule.id, cases[rule.id]!));
  const params = rule.id === 'CSA-BYDEF-MISSING' ? { csaMandatoryFrom: '2024-04-01' } : undefined;
  const found = searchKillers(pack, surv, randomRecords(pack, cases, rule.id, 1), tries, params);
  const none = [...found].filter(([,k]) => k === null);
  console.log(rule.id, surv.length, 'none:', none.length, Date.now()-t, 'ms');
  for (const [m] of none) console.log('    NONE', m.name);
  if (only) for (const [m,k] of found) if (k) console.log('   ', m.name, '\n        ', k.outcome, k.severity ?? '', JSON.stringify(k.record));
}
