import type { Waiver, WaiverFault } from '../model/waiver.js';
import { type Day, parseDate } from '../normalise/date.js';
import { SOON_DAYS, type WaiverFile } from './waivers.js';

/** How the waivers of a file stand on a day; each is in one list. */
export interface StandingWaivers {
  readonly inForce: readonly Waiver[];
  /** In force, and ending within four weeks. */
  readonly expiringSoon: readonly Waiver[];
  readonly expired: readonly Waiver[];
  readonly malformed: readonly WaiverFault[];
}

export function standingWaivers({ waivers, malformed }: WaiverFile, asAt: Day): StandingWaivers {
  const left = (waiver: Waiver) => (parseDate(waiver.expiresOn) ?? asAt - 1) - asAt;
  return {
    inForce: waivers.filter((waiver) => left(waiver) >= SOON_DAYS),
    expiringSoon: waivers.filter((waiver) => left(waiver) >= 0 && left(waiver) < SOON_DAYS),
    expired: waivers.filter((waiver) => left(waiver) < 0),
    malformed,
  };
}
