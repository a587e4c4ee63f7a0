import type { InputNotice } from '../read/reader.js';
import { mapByProfile } from './by-profile.js';
import { mapCanonical } from './canonical.js';
import type { Mapping } from './mapping.js';
import type { Profile } from './profile.js';
import type { ProfileTables } from './setup.js';

/** The mapping of an extract's columns by its profile; without one the header has the canonical names. */
export function createMapping(
  profile: Profile | undefined,
  header: readonly string[],
  notice: (notice: Omit<InputNotice, 'file'>) => void,
  tables?: ProfileTables,
): Mapping {
  return profile === undefined ? mapCanonical(header, notice) : mapByProfile(profile, header, notice, tables);
}
