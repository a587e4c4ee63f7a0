import type { Profile } from '../map/profile.js';
import type { Policy } from '../model/policy.js';
import { checked } from './faults.js';
import { validatePolicy, validateProfile } from './validators.js';

function withoutSchema<T extends object>(value: T): T {
  const { $schema: _, ...rest } = value as T & { readonly $schema?: unknown };
  return rest as T;
}

/** A profile from its parsed JSON. Throws `PROFILE_INVALID` with every fault and its place. */
export function readProfile(value: unknown): Profile {
  return withoutSchema(checked<Profile>(value, validateProfile, 'PROFILE_INVALID', 'The profile'));
}

/** A policy from its parsed JSON. Throws `POLICY_INVALID` with every fault and its place. */
export function readPolicy(value: unknown): Policy {
  return withoutSchema(checked<Policy>(value, validatePolicy, 'POLICY_INVALID', 'The policy'));
}
