import type { Candidate } from './candidate.js';
import type { SampleDesign } from './design.js';
import type { SampledRecord } from './manifest.js';
import { sampleRandom, shuffled } from './random.js';
import type { Reservoir } from './reservoir.js';

/** The sampled records of all strata in an order by lot, named by it, so that a name tells no stratum. */
export function itemsOf(
  strata: readonly { readonly reservoir: Reservoir<Candidate> }[],
  sizes: readonly number[],
  design: SampleDesign,
) {
  const drawn = strata.flatMap(({ reservoir }, stratum) =>
    reservoir.lowest(sizes[stratum] ?? 0).map((candidate) => ({ candidate, stratum })),
  );
  const mixed = shuffled(drawn, sampleRandom(design.seed, 'order'));
  const positions = shuffled([...mixed.keys()], sampleRandom(design.seed, 'double'));
  const double = new Set(positions.slice(0, Math.ceil(design.double * mixed.length)));
  const digits = Math.max(3, String(mixed.length).length);
  return mixed.map(({ candidate, stratum }, i): SampledRecord => ({
    item: `S${String(i + 1).padStart(digits, '0')}`,
    ...candidate,
    stratum,
    isDouble: double.has(i),
  }));
}
