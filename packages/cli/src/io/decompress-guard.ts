import { expansionFault, type ExpansionLimits } from '@markercheck/core';
import { InputFault } from './decompress-fault.js';

/** Counts what comes out; throws where it is more than any extract would give. */
export function expansionGuard(
  compressed: () => number,
  limits: ExpansionLimits,
): (chunk: { readonly length: number }) => void {
  let expanded = 0;
  return ({ length }) => {
    expanded += length;
    const fault = expansionFault(expanded, compressed(), limits);
    if (fault !== null) throw new InputFault(fault);
  };
}
