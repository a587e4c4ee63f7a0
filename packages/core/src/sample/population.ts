import type { Marker } from '../model/markers.js';
import { BREACHED, MET, UNDETERMINED } from '../model/outcome.js';
import type { CompiledPack, CompiledRule } from '../rules/compile.js';
import type { JudgedRecord } from './judged-record.js';
import type { SampleDomain, SampleManifest, SampledRecord } from './manifest.js';

/** Counts of one stratum's records: what a sample of them stands for. */
export interface PopulationCounts {
  population: number;
  excluded: number;
  readonly teams: Map<string, number>;
  /** By the rule's index. */
  readonly found: number[];
  readonly looked: number[];
  /** By the marker's position in the design. */
  readonly passed: number[];
}

export function emptyCounts(rules: number, markers: number): PopulationCounts {
  return {
    population: 0,
    excluded: 0,
    teams: new Map(),
    found: new Array<number>(rules).fill(0),
    looked: new Array<number>(rules).fill(0),
    passed: new Array<number>(markers).fill(0),
  };
}

function addOne(counts: number[], index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

/** Counts the loaded record. */
export function countRecord(
  counts: PopulationCounts,
  record: JudgedRecord,
  claims: SampledRecord['claims'],
  rules: readonly CompiledRule[],
  markers: readonly Marker[],
): void {
  counts.population++;
  const team = record.text('team');
  counts.teams.set(team, (counts.teams.get(team) ?? 0) + 1);
  for (const rule of rules) {
    const outcome = record.outcome(rule);
    if (outcome === BREACHED) addOne(counts.found, rule.index);
    else if (outcome === MET || outcome === UNDETERMINED) addOne(counts.looked, rule.index);
  }
  markers.forEach((marker, i) => {
    if (!claims.some((claim) => claim.marker === marker)) addOne(counts.passed, i);
  });
}

function domain(name: string, populations: readonly number[]): readonly SampleDomain[] {
  return populations.some((count) => count > 0) ? [{ name, populations }] : [];
}

/** The counts of all strata as a manifest has them; parts without a record are left out. */
export function domainsOf(
  strata: readonly PopulationCounts[],
  compiled: CompiledPack,
  markers: readonly Marker[],
): SampleManifest['domains'] {
  const teams = [...new Set(strata.flatMap((counts) => [...counts.teams.keys()]))].sort();
  const byRule = (of: 'found' | 'looked') =>
    compiled.rules.flatMap(({ rule, index }) =>
      domain(
        rule.id,
        strata.map((counts) => counts[of][index] ?? 0),
      ),
    );
  return {
    teams: teams.flatMap((team) =>
      domain(
        team,
        strata.map((counts) => counts.teams.get(team) ?? 0),
      ),
    ),
    found: byRule('found'),
    looked: byRule('looked'),
    passed: markers.flatMap((marker, i) =>
      domain(
        marker,
        strata.map((counts) => counts.passed[i] ?? 0),
      ),
    ),
  };
}
