import list from './forces.json' with { type: 'json' };

/** A police force of England and Wales, or British Transport Police, which has no area. */
export interface Force {
  /** The ONS code; `BTP` for British Transport Police, which has none. */
  readonly code: string;
  readonly name: string;
  /** As a table or a chart names it. */
  readonly short: string;
  readonly region: string;
  /** Whether it polices an area: others are never counted with those that do. */
  readonly territorial: boolean;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const BY_NAME: ReadonlyMap<string, Force> = new Map(
  list.flatMap(({ code, name, short, aliases, region }) => {
    const force: Force = { code: code ?? 'BTP', name, short, region, territorial: code !== null };
    return [force.code, name, short, ...aliases].map((known) => [plain(known), force] as const);
  }),
);

/** The forces of the list, by name. */
export const FORCES: readonly Force[] = [...new Set(BY_NAME.values())].sort((a, b) =>
  a.short < b.short ? -1 : 1,
);

/** The force of an ONS code or a known name; `undefined` for anything else: it is never guessed. */
export function findForce(codeOrName: string): Force | undefined {
  return BY_NAME.get(plain(codeOrName));
}

/** The forces of a region by its name, such as "South West"; none for anything else. */
export function forcesOfRegion(region: string): readonly Force[] {
  return FORCES.filter((force) => force.territorial && plain(force.region) === plain(region));
}
