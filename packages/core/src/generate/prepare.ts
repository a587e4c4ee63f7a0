import { MarkercheckError } from '../model/errors.js';
import type { OffenceEntry, Pack } from '../model/pack.js';
import { type Day, parseDate } from '../normalise/date.js';
import { type Context, createIso, type ReadyOffence, type ReadyScenario } from './context.js';
import type { GenerateOptions } from './options.js';
import { type Plant, PLANTS } from './plants.js';
import { createRandom, spread } from './random.js';
import { CLASSES_BY_THEMSELVES, CLASSES_OF_UNLISTED } from './tables/codes.js';
import { ORDINARY } from './tables/ordinary.js';
import { type Scenario, SCENARIO_NAMES, SCENARIOS } from './tables/scenarios.js';

const DEFAULT_ORDINARY_SHARE = 0.95;

/** A fault to plant, and the days on which its rule is in force. */
export interface Fault {
  readonly rule: string;
  readonly share: number;
  readonly plant: Plant;
  readonly from: Day;
  readonly to: Day;
}

interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly asAt: Day;
}

function refuse(what: string): never {
  throw new MarkercheckError('ARGUMENT_INVALID', what);
}

function dayOption(name: string, text: string): Day {
  return parseDate(text) ?? refuse(`${name}: ${JSON.stringify(text)} is not a date (YYYY-MM-DD).`);
}

function checkShare(name: string, share: number): void {
  if (!(share >= 0 && share <= 1)) refuse(`${name}: ${share} is not a share from 0 to 1.`);
}

export function readPeriod(options: GenerateOptions): Period {
  const period = {
    from: dayOption('from', options.from),
    to: dayOption('to', options.to),
    asAt: dayOption('asAt', options.asAt),
  };
  if (period.to < period.from) refuse('to: the last day of recording is before the first.');
  if (period.asAt < period.to) refuse('asAt: it is before the last day of recording.');
  if (!Number.isSafeInteger(options.rows) || options.rows < 0)
    refuse(`rows: ${options.rows} is not a number of rows.`);
  if (!Number.isSafeInteger(options.seed)) refuse(`seed: ${options.seed} is not a whole number.`);
  return period;
}

function readyOffence(
  entries: ReadonlyMap<string, OffenceEntry>,
  code: string,
  weight: number,
): ReadyOffence | null {
  const own = entries.get(code);
  const offenceClass = own?.parent ?? CLASSES_OF_UNLISTED[code] ?? (own?.level === 'class' ? code : '');
  const entry = own ?? entries.get(offenceClass);
  if (entry === undefined) return null;
  const alone = CLASSES_BY_THEMSELVES.includes(offenceClass) ? entries.get(offenceClass) : undefined;
  return { code, offenceClass, entry, alone: alone ?? null, weight };
}

/** The scenarios with what the pack's list holds of their codes, by weight. */
function readyScenarios(
  options: GenerateOptions,
  entries: ReadonlyMap<string, OffenceEntry>,
): readonly ReadyScenario[] {
  const ready = SCENARIO_NAMES.map((name): ReadyScenario => {
    const scenario: Scenario = SCENARIOS[name];
    const offences = Object.entries(scenario.codes).map(([code, weight]) =>
      readyOffence(entries, code, weight),
    );
    const times = options.mix?.[name] ?? 1;
    if (!(times >= 0 && times <= 100)) refuse(`mix/${name}: ${times} is not a factor from 0 to 100.`);
    return {
      ...scenario,
      name,
      weight: Math.round(scenario.weight * times),
      offences: spread(offences.filter((offence) => offence !== null)),
    };
  });
  return spread(ready.filter((scenario) => scenario.offences.length > 0));
}

export function prepareContext(pack: Pack, options: GenerateOptions, asAt: Day): Context {
  const entries = new Map(pack.offences.entries.map((entry) => [entry.code, entry]));
  const ordinaryShare = options.ordinaryShare ?? DEFAULT_ORDINARY_SHARE;
  checkShare('ordinaryShare', ordinaryShare);
  const scenarios = readyScenarios(options, entries);
  if (scenarios.length === 0 && ordinaryShare < 1) refuse('mix: no offence that the rules concern is left.');
  const { lateAfterDays } = pack.parameters;
  return {
    random: createRandom(options.seed),
    force: options.force,
    asAt,
    ordinaryShare,
    ordinary: spread(ORDINARY),
    scenarios,
    entries,
    lateAfterDays: typeof lateAfterDays?.default === 'number' ? lateAfterDays.default : 28,
    iso: createIso(),
  };
}

export function prepareFaults(pack: Pack, rates: Readonly<Record<string, number>>): readonly Fault[] {
  const rules = new Map(pack.rules.map((rule) => [rule.id, rule]));
  return Object.keys(rates)
    .toSorted()
    .map((id) => {
      const rule = rules.get(id);
      const plant = Object.hasOwn(PLANTS, id) ? PLANTS[id] : undefined;
      const share = rates[id] ?? 0;
      if (rule === undefined) refuse(`faultRates/${id}: the pack has no rule of this id.`);
      if (plant === undefined) refuse(`faultRates/${id}: a fault of this rule cannot be planted.`);
      checkShare(`faultRates/${id}`, share);
      const { from, to } = rule.effective;
      return {
        rule: id,
        share,
        plant,
        from: from === undefined ? -Infinity : dayOption('effective', from),
        to: to === undefined ? Infinity : dayOption('effective', to),
      };
    });
}
