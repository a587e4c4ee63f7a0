/** The markers (Home Office crime flags, and the force's `CA`) in the order of the canonical record. */
export const MARKERS = ['CSA', 'CSE', 'CA', 'CCE', 'DA', 'ONLINE', 'MS', 'HBA'] as const;

export type Marker = (typeof MARKERS)[number];

export function isMarker(value: unknown): value is Marker {
  return (MARKERS as readonly unknown[]).includes(value);
}
