import type { CrimeRecord, FieldName } from '../model/fields.js';
import type { Pack } from '../model/pack.js';
import type { Policy } from '../model/policy.js';
import { cellsOf } from '../normalise/cells.js';
import { compilePack } from '../rules/compile.js';
import type { SampleOptions } from './design.js';
import { createSampleDraw } from './draw.js';
import type { SampleManifest } from './manifest.js';

/** How a sample is drawn from records in memory. */
export interface DrawOptions extends SampleOptions {
  readonly pack: Pack;
  readonly policy?: Policy;
  /** The columns that the extract has. @default all fields */
  readonly columns?: Iterable<FieldName>;
  /** The day as at which the records were judged, `YYYY-MM-DD`. */
  readonly asAt: string;
  /** Earlier samples whose records are not drawn again. @default none */
  readonly exclude?: readonly SampleManifest[];
}

/**
 * Draws a sample of records to be reviewed: found and passed, by strata, from a seed.
 * @throws {MarkercheckError} `ARGUMENT_INVALID`, `PACK_INVALID` or `POLICY_INVALID`.
 */
export function drawSample(records: Iterable<CrimeRecord>, options: DrawOptions): SampleManifest {
  const { pack, policy = {}, columns, asAt } = options;
  const compiled = compilePack(pack, { policy, ...(columns === undefined ? {} : { columns }) });
  const draw = createSampleDraw(compiled, options);
  let row = 1;
  for (const record of records) draw.add(cellsOf(record), ++row, '');
  return draw.finish({ asAt, tool: null, profile: null, policy: null, complete: true, inputs: [] });
}
