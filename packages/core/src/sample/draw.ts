import { MarkercheckError } from '../model/errors.js';
import type { Cells } from '../model/fields.js';
import { BREACHED, MET, UNDETERMINED } from '../model/outcome.js';
import type { RuleSummary } from '../model/run.js';
import type { CompiledPack, CompiledRule } from '../rules/compile.js';
import { allocate } from './allocate.js';
import { copyOf } from '../normalise/kept.js';
import { type Candidate, candidateOf } from './candidate.js';
import { ruleClaims } from './claims.js';
import { resolveDesign, type SampleOptions, wantedSize } from './design.js';
import { itemsOf } from './items.js';
import { createJudgedRecord } from './judged-record.js';
import { MANIFEST_SCHEMA, sampleId, type SampleManifest, type SampleRun } from './manifest.js';
import { countRecord, domainsOf, emptyCounts, type PopulationCounts } from './population.js';
import { sampleRandom } from './random.js';
import { createReservoir, type Reservoir } from './reservoir.js';
import { compareKeys, spreadOf, type StratumKey, stratumKey, stratumName } from './strata.js';

export type SampleRuleCounts = Pick<RuleSummary, 'undetermined' | 'met' | 'breached'>;

const referenceKey = (force: string, crimeReference: string) => JSON.stringify([force, crimeReference]);

/** A draw while records come in: what it keeps grows with the strata, not with the records. */
export interface SampleDraw {
  /** Shows a record; all must be shown once, in the order of the extract. */
  readonly add: (cells: Cells, row: number, file: string) => void;
  /** What the rules said so far, by rule: a run of the same extract has the same counts. */
  readonly ruleCounts: () => ReadonlyMap<string, SampleRuleCounts>;
  /** Draws. Throws `ARGUMENT_INVALID` where there is no record to draw. */
  readonly finish: (source: SampleSource) => SampleManifest;
}

/** What a manifest says of where its records come from, beside what was drawn. */
export type SampleSource = Omit<SampleRun, 'pack'>;

interface Stratum {
  readonly key: StratumKey;
  readonly counts: PopulationCounts;
  readonly reservoir: Reservoir<Candidate>;
}

/**
 * Opens a draw over the records of one extract.
 * @throws {MarkercheckError} `ARGUMENT_INVALID` with all that is wrong with the options.
 */
export function createSampleDraw(
  compiled: CompiledPack,
  options: SampleOptions & { readonly exclude?: readonly SampleManifest[] },
): SampleDraw {
  const design = resolveDesign(options, compiled.pack);
  const exclude = options.exclude ?? [];
  const excluded = new Set(
    exclude.flatMap(({ items }) => items.map((item) => referenceKey(item.force, item.crimeReference))),
  );
  const { markers } = design;
  const on = compiled.rules.filter((rule) => rule.state === 'on');
  const off = design.rules.filter((id) => !on.some((rule) => rule.rule.id === id));
  if (off.length > 0) {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      `Reviewers cannot be asked about rules that are off or not assessed: ${off.join(', ')}.`,
    );
  }
  const mostDrawn = Math.max(wantedSize(design, Number.MAX_SAFE_INTEGER), design.minimum);
  const record = createJudgedRecord(compiled);
  const keys = sampleRandom(design.seed, 'draw');
  const strata = new Map<string, Stratum>();
  const outcomes = new Map(on.map((rule): [CompiledRule, number[]] => [rule, [0, 0, 0, 0, 0]]));
  const seen = { records: 0, outside: 0, withoutReference: 0, excluded: 0 };

  function stratumOf(key: StratumKey): Stratum {
    const name = JSON.stringify(key);
    let stratum = strata.get(name);
    if (stratum === undefined) {
      const counts = emptyCounts(compiled.rules.length, markers.length);
      stratum = { key: copyOf(key), counts, reservoir: createReservoir(mostDrawn) };
      strata.set(name, stratum);
    }
    return stratum;
  }

  return {
    ruleCounts: () =>
      new Map(
        [...outcomes].map(([rule, counts]) => [
          rule.rule.id,
          { undetermined: counts[UNDETERMINED] ?? 0, met: counts[MET] ?? 0, breached: counts[BREACHED] ?? 0 },
        ]),
      ),
    add: (cells, row, file) => {
      record.load(cells);
      seen.records++;
      for (const [rule, counts] of outcomes)
        counts[record.outcome(rule)] = (counts[record.outcome(rule)] ?? 0) + 1;
      const found = record.found();
      if (design.frame !== 'all' && found.length === 0 && !record.isMeasured()) {
        seen.outside++;
        return;
      }
      if (record.text('crimeReference') === '') {
        seen.withoutReference++;
        return;
      }
      // Every record of the frame has a key, whether it is excluded or not: a draw without --exclude has the same.
      const key = keys.key();
      const stratum = stratumOf(stratumKey(record, found, design.by));
      if (excluded.has(referenceKey(record.text('force'), record.text('crimeReference')))) {
        stratum.counts.excluded++;
        seen.excluded++;
        return;
      }
      const claims = record.claims().filter((claim) => markers.includes(claim.marker));
      countRecord(stratum.counts, record, claims, on, markers);
      stratum.reservoir.offer(key, () => candidateOf(record, claims, compiled, design, { file, row }));
    },
    finish: (source) => {
      const sorted = [...strata.values()].sort((a, b) => compareKeys(a.key, b.key));
      const population = sorted.reduce((sum, { counts }) => sum + counts.population, 0);
      if (population === 0) {
        throw new MarkercheckError(
          'ARGUMENT_INVALID',
          seen.excluded > 0
            ? 'There is no record left to draw: earlier samples hold all of them.'
            : 'There is no record to draw: no measure concerns any, and none has a finding. With the frame "all" every record can be drawn.',
        );
      }
      const sizes = allocate(
        sorted.map(({ key, counts }) => ({ population: counts.population, spread: spreadOf(key, design) })),
        wantedSize(design, population),
        design.minimum,
      );
      const { records, outside, withoutReference } = seen;
      const manifest: Omit<SampleManifest, 'sample'> = {
        kind: 'markercheck-sample',
        schema: MANIFEST_SCHEMA,
        run: {
          asAt: source.asAt,
          tool: source.tool,
          pack: { id: compiled.pack.id, edition: compiled.pack.edition, digest: compiled.pack.digest },
          profile: source.profile,
          policy: source.policy,
          complete: source.complete,
          inputs: source.inputs.map(({ name, bytes, sha256, records: of }) => ({
            name,
            bytes,
            sha256,
            records: of,
          })),
        },
        design,
        frame: { records, outside, withoutReference, excluded: seen.excluded, population },
        excludes: exclude.map(({ sample }) => sample),
        strata: sorted.map(({ key, counts }, i) => ({
          name: stratumName(key),
          key,
          population: counts.population,
          excluded: counts.excluded,
          drawn: sizes[i] ?? 0,
          weight: (sizes[i] ?? 0) === 0 ? null : counts.population / (sizes[i] ?? 1),
        })),
        domains: domainsOf(
          sorted.map(({ counts }) => counts),
          compiled,
          markers,
        ),
        rules: on.map((rule) => ({
          id: rule.rule.id,
          title: rule.rule.title,
          severity: rule.severity,
          claims: ruleClaims(rule).filter((claim) => markers.includes(claim.marker)),
        })),
        items: itemsOf(sorted, sizes, design),
      };
      const { kind, schema, ...rest } = manifest;
      return { kind, schema, sample: sampleId(manifest), ...rest };
    },
  };
}
