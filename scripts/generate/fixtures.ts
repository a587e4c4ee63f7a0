import type { Pack } from '../../packages/core/src/model/pack.js';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { writeCases } from './fixtures/cases.js';
import { writeSouthWest } from './fixtures/south-west.js';

/** Writes the synthetic extracts of `fixtures/` that a program makes; the same bytes every time. */
export async function writeFixtures(pack: Pack = loadPack()): Promise<void> {
  await Promise.all([writeSouthWest(pack), writeCases(pack)]);
}
