import { BREACHED, MET, UNDETERMINED } from '../model/outcome.js';
import type { CompiledPack } from '../rules/compile.js';
import { copyOf } from '../normalise/kept.js';
import type { SampleDesign } from './design.js';
import type { JudgedRecord } from './judged-record.js';
import type { SampledRecord } from './manifest.js';

/** A record that may be drawn: its place in the sample comes later. */
export type Candidate = Omit<SampledRecord, 'item' | 'stratum' | 'isDouble'>;

/** The loaded record as a sample would hold it. */
export function candidateOf(
  record: JudgedRecord,
  claims: SampledRecord['claims'],
  compiled: CompiledPack,
  design: SampleDesign,
  place: { readonly file: string; readonly row: number },
): Candidate {
  const on = compiled.rules.filter((rule) => rule.state === 'on');
  const ids = (outcome: number) =>
    on.filter((rule) => record.outcome(rule) === outcome).map((rule) => rule.rule.id);
  const found = ids(BREACHED);
  const passed = ids(MET);
  const undetermined = ids(UNDETERMINED);
  const concerned = new Set([...found, ...passed, ...undetermined]);
  // What a marker's question does not settle is asked; a blind form must not tell by asking.
  const unsettled = design.blind ? [] : found.filter((id) => !claims.some((claim) => claim.rule === id));
  const asked = new Set([...design.rules.filter((id) => concerned.has(id)), ...unsettled]);
  return copyOf({
    crimeReference: record.text('crimeReference'),
    force: record.text('force'),
    team: record.text('team'),
    ...place,
    found,
    passed,
    undetermined,
    markers: Object.fromEntries(design.markers.map((marker) => [marker, record.markerState(marker)])),
    claims,
    ask: [...asked].sort(),
  });
}
