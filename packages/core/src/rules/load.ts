import type { Pack } from '../model/pack.js';
import builtin from './builtin/pack.json' with { type: 'json' };

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}

/** The pack that the library carries: `home-office-markers`. It is frozen: all who load it share it. */
export function loadPack(): Pack {
  freeze(builtin);
  return builtin as unknown as Pack;
}
