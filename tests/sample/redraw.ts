import { allocate } from '../../packages/core/src/sample/allocate.js';
import type { Candidate } from '../../packages/core/src/sample/candidate.js';
import { resolveDesign, type SampleOptions, wantedSize } from '../../packages/core/src/sample/design.js';
import { itemsOf } from '../../packages/core/src/sample/items.js';
import type { SampleManifest } from '../../packages/core/src/sample/manifest.js';
import { sampleRandom } from '../../packages/core/src/sample/random.js';
import { createReservoir } from '../../packages/core/src/sample/reservoir.js';
import { spreadOf } from '../../packages/core/src/sample/strata.js';
import { loadPack } from '../../packages/core/src/rules/load.js';

/**
 * Draws again and again from a manifest that holds the whole frame, without judging its records again. It
 * uses the parts of the real draw; a test holds that both draw the same records.
 */
export function redrawer(census: SampleManifest) {
  const pack = loadPack();
  const records = census.items.toSorted((a, b) => a.row - b.row);
  return (options: Omit<SampleOptions, 'by'>): SampleManifest => {
    const design = resolveDesign({ ...options, by: census.design.by }, pack);
    const keys = sampleRandom(design.seed, 'draw');
    const capacity = Math.max(wantedSize(design, Number.MAX_SAFE_INTEGER), design.minimum);
    const strata = census.strata.map((stratum) => ({
      ...stratum,
      reservoir: createReservoir<Candidate>(capacity),
    }));
    for (const { item: _, isDouble: __, stratum, ...candidate } of records) {
      strata[stratum]?.reservoir.offer(keys.key(), () => candidate);
    }
    const sizes = allocate(
      strata.map(({ key, population }) => ({ population, spread: spreadOf(key, design) })),
      wantedSize(design, census.frame.population),
      design.minimum,
    );
    return { ...census, design, items: itemsOf(strata, sizes, design) };
  };
}
