import type { Pack } from '../model/pack.js';
import builtin from './builtin/pack.json' with { type: 'json' };

/** The pack that the library carries: `home-office-markers`. */
export function loadPack(): Pack {
  return builtin as unknown as Pack;
}
