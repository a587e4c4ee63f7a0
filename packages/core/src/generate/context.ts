import type { OffenceEntry } from '../model/pack.js';
import { type Day, isoDate } from '../normalise/date.js';
import type { Random } from './random.js';
import type { OrdinaryOffence } from './tables/ordinary.js';
import type { Scenario, ScenarioName } from './tables/scenarios.js';

/** A scenario with the codes that the pack holds, each as often as its weight says. */
export interface ReadyScenario extends Scenario {
  readonly name: ScenarioName;
  readonly offences: readonly ReadyOffence[];
}

export interface ReadyOffence {
  readonly code: string;
  readonly offenceClass: string;
  readonly entry: OffenceEntry;
  /** The class that may stand alone in place of the sub-code. */
  readonly alone: OffenceEntry | null;
  readonly weight: number;
}

/** What every record of one extract is made with. */
export interface Context {
  readonly random: Random;
  readonly force: string;
  readonly asAt: Day;
  readonly ordinaryShare: number;
  readonly ordinary: readonly OrdinaryOffence[];
  readonly scenarios: readonly ReadyScenario[];
  readonly entries: ReadonlyMap<string, OffenceEntry>;
  /** Days after recording within which markers are set. */
  readonly lateAfterDays: number;
  readonly iso: (day: Day) => string;
}

/** Dates as text, each written once: an extract has many records and few days. */
export function createIso(): (day: Day) => string {
  const written = new Map<Day, string>();
  return (day) => {
    let text = written.get(day);
    if (text === undefined) {
      text = isoDate(day);
      written.set(day, text);
    }
    return text;
  };
}
