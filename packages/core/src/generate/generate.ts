import type { CrimeRecord } from '../model/fields.js';
import type { Pack } from '../model/pack.js';
import type { Draft } from './draft.js';
import { inScopeRecord } from './in-scope.js';
import { ordinaryRecord } from './ordinary.js';
import type { GenerateOptions } from './options.js';
import type { PlantTools } from './plants.js';
import { type Fault, prepareContext, prepareFaults, readPeriod } from './prepare.js';
import { createRandom } from './random.js';

export interface GeneratedRecord {
  readonly record: CrimeRecord;
  /**
   * The rules whose faults were planted: with all rules on, the record breaches these and no
   * other, and a record without a fault breaches none.
   */
  readonly planted: readonly string[];
}

const CORRECT: readonly string[] = [];
const LIVE_SHARE = 0.985;
/** Faults are drawn apart, so that the same records lie beneath whatever is planted. */
const FAULT_SEED = 0x5eed_fa17;

function plantOne(draft: Draft, faults: readonly Fault[], tools: PlantTools): readonly string[] {
  if (!draft.live) return CORRECT;
  const { random } = tools;
  const { recorded } = draft.days;
  const chosen: Fault[] = [];
  for (const fault of faults) {
    if (!random.chance(fault.share) || recorded < fault.from || recorded > fault.to) continue;
    if (fault.plant.fits(draft, tools)) chosen.push(fault);
  }
  if (chosen.length === 0) return CORRECT;
  const { rule, plant } = random.pick(chosen);
  plant.edit(draft, tools);
  return [rule];
}

/**
 * Synthetic crime records with known faults, of nobody: every name, place and reference is invented.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`.
 */
export function* generateRecords(
  pack: Pack,
  options: GenerateOptions,
): Generator<GeneratedRecord, void, undefined> {
  const { from, to, asAt } = readPeriod(options);
  const context = prepareContext(pack, options, asAt);
  const faults = prepareFaults(pack, options.faultRates ?? {});
  const tools: PlantTools = { ...context, random: createRandom(options.seed ^ FAULT_SEED) };
  const { prefix = 'MC', firstNumber = 1, rows } = options;
  const days = to - from + 1;
  for (let i = 0; i < rows; i++) {
    const recorded = from + Math.floor((i * days) / rows);
    const year = context.iso(recorded).slice(0, 4);
    const reference = `${prefix}/${year}/${String(firstNumber + i).padStart(6, '0')}`;
    const live = context.random.chance(LIVE_SHARE);
    const make = context.random.chance(context.ordinaryShare) ? ordinaryRecord : inScopeRecord;
    const draft = make(context, reference, recorded, live);
    yield { record: draft.record, planted: plantOne(draft, faults, tools) };
  }
}
