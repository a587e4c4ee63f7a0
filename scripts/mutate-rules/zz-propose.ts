import { writeFileSync } from 'node:fs';
import { assemblePack } from '../../packages/core/src/rules/assemble.js';
import type { CrimeRecord, FieldName } from '../../packages/core/src/model/fields.js';
import { FIELD_NAMES } from '../../packages/core/src/model/fields.js';
import { isoDate, parseDate } from '../../packages/core/src/normalise/date.js';
import { readPackFolder } from '../generate/builtin-pack.js';
import { ruleMutants, type Mutant } from './rule-mutants.js';
import { casesHold, ruleTrial } from './try-cases.js';
import { randomRecords } from './random-records.js';
import { seeded } from './random.js';

const { pack, cases } = assemblePack(await readPackFolder());
const only = process.argv.slice(3);
const tries = Number(process.argv[2]);
const CODES = ['19/16','20/05','19/08','19/07','71/08','86/10','23/12','22/06','11/03','28/03','71/17','35','36/01','36/08','36/11','99/25','72/01','106','92A','8N','8R','8L','13/01','13/02','86','71','86/12','20/01','19/00','74/00','23/04','19/99','19D','19G','17A','20A','22B','19E','21/06','71/06','88A','88/01','88/02','86/02','86/15','71/16','24/17','17/00','73/07','70/01','1/02','20/06','88/03','5E', 'RAPE'];
const POOL: Partial<Record<FieldName, (string|null)[]>> = {
  offenceCode: [...CODES, ...pack.offences.entries.map(e=>e.code)],
  offenceClass: ['19E','19C','86','71','72','35','8R','8L','92A','17A','RAPE','24','13', '20A'],
  recordType: ['non-crime','reported-incident','enquiry'],
  cancelledOn: ['2025-06-01'],
  victimType: ['state','organisation','other'],
  victimAge: ['12','13','14','15','16','17','18','30','5'],
  victimSex: ['F','M','X'],
  suspectCount: ['0','1','2','3'],
  suspectAges: ['0','17','18','15','16','25','40','17;40','15;','20','21',';'],
  suspectEthnicities: ['W1','W1;','W1;A1'],
  suspectNationalities: ['GBR','GBR;','GBR;GBR'],
  CSA: ['Y','N','?',null], CSE: ['Y','N','?',null], CA: ['Y','?',null], CCE: ['Y','?'], DA: ['Y','?',null], ONLINE: ['Y','?'], MS: ['Y','?'],
  narrative: ['Given vapes by older boyfriend','Sexual assault at a party','Going country with older lads','Cannabis farm','Threat to share nude image','Snapchat messages','Held in a trap house','Left alone overnight', 'County lines; also held for sexual exploitation','Sexual images sold in exchange for vapes',null],
  localMarkers: ['CSE','CSA','FAMILIAL','GROUP-CSE','CSE WARNING','Missing from home','CHILD ABUSE','CSA;CSE','HATE',null],
  outcome: ['0','1','16','x'], outcomeOn: ['2025-09-01','soon'],
  markerHistory: ['CSA:set:2025-05-03','CSE:set:2025-05-03','CSA:set:2025-05-30','CSA:set:2025-05-31','CSE:set:2025-05-30','CSE:set:2025-05-31','CSA:set:2025-09-03','CSE:set:2025-09-03','CSE:removed:2025-09-01','CSA:removed:2025-09-01','CSA:set:2025-05-03;CSE:set:2025-09-03','CSA:set:2025-09-03;CSE:set:2025-05-03','CSA:removed:2025-09-01;CSE:removed:2025-05-10','CSE:set:2025-05-03;CSE:removed:2025-09-01','lost'],
  recordedOn: ['2025-05-02','2016-03-31','2016-04-01','2015-03-31','2015-04-01','2019-06-30','2019-07-01','2004-04-30','2004-05-01','2025-06-30','2025-07-01','2024-12-30','2024-12-31','','2025-13-01'],
  reportedOn: ['2025-05-01','2025-05-02','2026-05-01'],
  offenceFrom: ['2025-05-01','2020-05-01','2025-04-01',''],
  offenceTo: ['2025-05-01','2025-06-01','2026-05-01','2024-01-01'],
  victimBornOn: ['','2015-01-01','1990-01-01','1900-01-01','2015-02-30','2025-05-02','2025-05-01'],
};
function births(r: CrimeRecord): string[] {
  const out: string[] = [];
  for (const f of ['offenceFrom','offenceTo','reportedOn'] as const) {
    const on = parseDate(r[f] ?? ''); if (on === null) continue;
    const iso = isoDate(on);
    for (const age of [0,12,13,14,15,16,17,18,19]) {
      const b = parseDate(String(Number(iso.slice(0,4))-age)+iso.slice(4)); if (b===null) continue;
      out.push(isoDate(b), isoDate(b+1));
    }
  }
  return out;
}
function poolOf(name: FieldName, r: CrimeRecord): (string|null)[] {
  const p = POOL[name] ?? []; return name === 'victimBornOn' ? [...p, ...births(r)] : p;
}
const FIELDS = FIELD_NAMES.filter((n) => POOL[n]);
const result: Record<string, unknown> = {};
for (const rule of pack.rules) {
  if (only.length && !only.includes(rule.id)) continue;
  const own = cases[rule.id]!;
  const params = rule.id === 'CSA-BYDEF-MISSING' ? { csaMandatoryFrom: '2025-04-01' } : undefined;
  const surv = [...ruleMutants(pack, rule)].filter((m) => casesHold(m.pack, rule.id, own));
  const orig = ruleTrial(pack, rule.id);
  const trials = surv.map((m) => ruleTrial(m.pack, rule.id));
  const sig = (r: CrimeRecord, i: number) => {
    const p = surv[i]!.about === 'severity' ? params : undefined;
    const a = orig(r, p); const b = trials[i]!(r, p);
    if (a.outcome === 'not-assessed') return null;
    if (surv[i]!.about === 'severity') return a.severity !== null && a.severity !== b.severity ? `${a.severity}>${b.severity}` : null;
    return a.outcome !== b.outcome ? `${a.outcome}>${b.outcome}` : null;
  };
  const bases = [...own.breached, ...own.met, ...own.notApplicable, ...own.undetermined];
  const perMutant: CrimeRecord[][] = surv.map(() => []);
  const CAP = 25;
  const consider = (r: CrimeRecord) => {
    for (let i = 0; i < surv.length; i++) if (perMutant[i]!.length < CAP && sig(r, i) !== null) perMutant[i]!.push(r);
  };
  const random = seeded(7);
  bases.forEach(consider);
  for (const base of bases) for (const f of FIELDS) for (const v of poolOf(f, base)) consider({ ...base, [f]: v });
  for (let t = 0; t < tries; t++) {
    const r: Record<string, string|null> = { ...random.pick(bases) };
    for (let k = 2 + random.below(4); k > 0; k--) { const f = random.pick(FIELDS); r[f] = random.pick(poolOf(f, r)); }
    consider(r);
  }
  const missing = perMutant.flatMap((l, i) => l.length === 0 ? [i] : []);
  if (missing.length > 0) {
    let n = 0;
    for (const r of randomRecords(pack, cases, rule.id, 11)) { if (n++ > tries) break; for (const i of missing) if (perMutant[i]!.length < 5 && sig(r, i) !== null) perMutant[i]!.push(r); }
  }
  // minimise
  const cost = (r: CrimeRecord) => Object.entries(r).reduce((c, [k, v]) => c + 1 + (v === null ? 3 : 0) + (v === '?' || v === 'x' || v==='other' || v==='enquiry' ? 1 : 0) + (k === 'offenceCode' && !CODES.includes(v ?? '') ? 2 : 0) + (k==='offenceClass'?1:0), 0);
  const cands = new Map<string, { r: CrimeRecord; kills: Set<number>; cost: number; about: string }>();
  perMutant.forEach((list, i) => {
    for (const r0 of list) {
      const s = sig(r0, i); let r = r0;
      for (const f of Object.keys(r0) as FieldName[]) { const { [f]: _, ...rest } = r; if (sig(rest, i) === s) r = rest; }
      const sorted = Object.fromEntries(FIELD_NAMES.filter((n) => r[n] !== undefined).map((n) => [n, r[n]])) as CrimeRecord;
      const key = surv[i]!.about + JSON.stringify(sorted);
      if (cands.has(key)) continue;
      const kills = new Set(surv.flatMap((m, j) => m.about === surv[i]!.about && sig(sorted, j) !== null ? [j] : []));
      cands.set(key, { r: sorted, kills, cost: cost(sorted), about: surv[i]!.about });
    }
  });
  const left = new Set(surv.map((_, i) => i).filter((i) => perMutant[i]!.length > 0));
  const chosen: { r: CrimeRecord; kills: string[]; about: string; outcome: string; severity: string | null }[] = [];
  while (left.size > 0) {
    let best: any = null; let bs = -1;
    for (const c of cands.values()) { const n = [...c.kills].filter((k) => left.has(k)).length; const score = n / (2 + c.cost); if (n > 0 && score > bs) { bs = score; best = c; } }
    const newKills = [...best.kills].filter((k: number) => left.has(k));
    newKills.forEach((k: number) => left.delete(k));
    const t = orig(best.r, best.about === 'severity' ? params : undefined);
    chosen.push({ r: best.r, kills: newKills.map((k: number) => surv[k]!.name), about: best.about, ...t });
  }
  const none = surv.filter((_, i) => perMutant[i]!.length === 0).map((m) => m.name);
  result[rule.id] = { chosen, none };
  console.log(`\n=== ${rule.id} survivors ${surv.length}, chosen ${chosen.length}, none ${JSON.stringify(none)}`);
  for (const c of chosen) console.log(`  [${c.about === 'severity' ? 'sev ' + c.severity : c.outcome}] ${JSON.stringify(c.r)}\n       kills: ${c.kills.join(' | ')}`);
}
writeFileSync('/tmp/proposals.json', JSON.stringify(result, null, 1));
