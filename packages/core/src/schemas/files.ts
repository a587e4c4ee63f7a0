import type { Policy } from '../model/policy.js';
import { checked } from './faults.js';
import { validatePolicy } from './validators.js';

export { readProfile } from './profile.js';

function withoutSchema<T extends object>(value: T): T {
  const { $schema: _, ...rest } = value as T & { readonly $schema?: unknown };
  return rest as T;
}

/** A policy from its parsed JSON. Throws `POLICY_INVALID` with every fault and its place. */
export function readPolicy(value: unknown): Policy {
  return withoutSchema(checked(value, validatePolicy, 'POLICY_INVALID', 'The policy') as Policy);
}
