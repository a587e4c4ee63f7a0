import type { Severity } from './rule.js';

/** What a force changes in the pack: the file that `--policy` names. */
export interface Policy {
  /** `off`, `on` (the rule's own severity) or a severity. */
  readonly rules?: Readonly<Record<string, 'off' | 'on' | Severity>>;
  /** Parameters of the pack, and of its checks as `CHECK-ID.parameter`. */
  readonly parameters?: Readonly<Record<string, string | number | null>>;
}

/** One thing that a policy changes, as every output says it. */
export interface PolicyChange {
  readonly kind: 'rule' | 'parameter';
  readonly name: string;
  readonly from: string | number | null;
  readonly to: string | number | null;
}
