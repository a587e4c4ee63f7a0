import { MarkercheckError } from '../model/errors.js';
import type { Pack } from '../model/pack.js';
import type { Policy, PolicyChange } from '../model/policy.js';
import { parseDate } from '../normalise/date.js';

export type ParameterValue = string | number | null;
export type Parameters = Readonly<Record<string, ParameterValue>>;

interface Kind {
  readonly value: ParameterValue;
  readonly accepts: (value: ParameterValue) => boolean;
  readonly expected: string;
}

const isShare = (value: ParameterValue) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isCount = (value: ParameterValue) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isDate = (value: ParameterValue) =>
  value === null || (typeof value === 'string' && parseDate(value) !== null);

/** Every parameter that a policy can set, with the pack's value and what it takes. */
export function packParameters(pack: Pack): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const [name, { type, default: value }] of Object.entries(pack.parameters)) {
    kinds.set(
      name,
      type === 'date'
        ? { value, accepts: isDate, expected: 'a date such as "2016-04-01", or null' }
        : { value, accepts: isCount, expected: 'a whole number of days, 0 or more' },
    );
  }
  for (const check of pack.checks) {
    for (const [name, value] of Object.entries(check.parameters)) {
      kinds.set(
        `${check.id}.${name}`,
        name === 'minimum'
          ? { value, accepts: isCount, expected: 'a whole number, 0 or more' }
          : { value, accepts: isShare, expected: 'a number, 0 or more: 0.8 is 80%' },
      );
    }
  }
  return kinds;
}

export interface ResolvedPolicy {
  readonly rules: Readonly<Record<string, 'off' | 'on' | 'error' | 'warning' | 'info'>>;
  readonly parameters: Parameters;
  readonly changes: readonly PolicyChange[];
}

/**
 * The pack's settings with a policy laid over them, and what it changed.
 * Throws `POLICY_INVALID` with every unknown name and unfit value.
 */
export function resolvePolicy(pack: Pack, policy: Policy = {}): ResolvedPolicy {
  const faults: string[] = [];
  const changes: PolicyChange[] = [];
  const rules = Object.fromEntries(pack.rules.map((rule) => [rule.id, rule.default])) as Record<
    string,
    ResolvedPolicy['rules'][string]
  >;
  const byId = new Map(pack.rules.map((rule) => [rule.id, rule]));
  for (const [id, to] of Object.entries(policy.rules ?? {})) {
    const rule = byId.get(id);
    if (rule === undefined) {
      faults.push(`rules/${id}: the pack has no rule of this id (see: markercheck rules list)`);
      continue;
    }
    if (!['off', 'on', 'error', 'warning', 'info'].includes(to)) {
      faults.push(`rules/${id}: ${JSON.stringify(to)} is not off, on, error, warning or info`);
      continue;
    }
    const from = rule.default === 'off' ? 'off' : rule.severity;
    if (to !== rule.default && !(to === from && rule.severityWhen === undefined)) {
      changes.push({ kind: 'rule', name: id, from, to: to === 'on' ? rule.severity : to });
    }
    rules[id] = to;
  }
  const kinds = packParameters(pack);
  const parameters: Record<string, ParameterValue> = {};
  for (const [name, kind] of kinds) parameters[name] = kind.value;
  for (const [name, to] of Object.entries(policy.parameters ?? {})) {
    const kind = kinds.get(name);
    if (kind === undefined) {
      faults.push(
        `parameters/${name}: there is no such parameter; there are ${[...kinds.keys()].join(', ')}`,
      );
      continue;
    }
    if (!kind.accepts(to)) {
      faults.push(`parameters/${name}: ${JSON.stringify(to)} is not ${kind.expected}`);
      continue;
    }
    if (to !== kind.value) changes.push({ kind: 'parameter', name, from: kind.value, to });
    parameters[name] = to;
  }
  if (faults.length > 0) throw new MarkercheckError('POLICY_INVALID', 'The policy cannot be used.', faults);
  return { rules, parameters, changes };
}
