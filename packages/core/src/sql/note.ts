import type { DialectName } from '../dialect/dialect.js';
import type { FieldName } from '../model/fields.js';
import type { Policy } from '../model/policy.js';
import type { RunSummary } from '../model/run.js';

/** What a summary says of itself. */
export interface SqlRun {
  readonly tool: RunSummary['tool'];
  readonly profile: RunSummary['profile'];
  readonly policyDigest: string | null;
}

/** What the summary carries in its note: all that `import` needs beside the counts. */
export interface SqlNote extends SqlRun {
  readonly schema: 1;
  readonly dialect: DialectName;
  readonly table: string;
  readonly asAt: string;
  readonly pack: RunSummary['pack'];
  readonly policy: Policy;
  readonly columns: readonly FieldName[];
}
