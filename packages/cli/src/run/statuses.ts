import {
  type Baseline,
  type BaselineEntry,
  type CompiledPack,
  createBaseline,
  createStanding,
  type Finding,
  type FindingStatus,
  type RunSummary,
  type Severity,
  type Standing,
  type Undetermined,
} from '@markercheck/core';
import type { EarlierRun } from './baseline.js';
import type { LoadedWaivers } from './waivers.js';
import type { Settings } from './settings.js';

/** How the findings of a run stand to an earlier run and to the waivers. */
export interface Statuses {
  readonly of: (
    finding: Finding,
    isWaived: boolean,
  ) => { readonly status: FindingStatus; readonly since: string };
  readonly undetermined: (undetermined: Undetermined) => void;
  readonly record: ((force: string, crimeReference: string) => void) | undefined;
  /** New findings that are not waived, by severity. */
  readonly fresh: Readonly<Record<Severity, number>>;
  readonly gone: () => ReturnType<Baseline['gone']> | null;
  /** The findings of the earlier run that cannot be judged now. */
  readonly dormant: () => Iterable<BaselineEntry>;
  readonly summary: () => Pick<RunSummary, 'baseline' | 'waivers' | 'adoption' | 'pseudonyms'>;
}

/** The findings that are gone, counted as they are handed on. */
function* counted(gone: ReturnType<Baseline['gone']>, standing: Standing): ReturnType<Baseline['gone']> {
  for (const [entry, what] of gone) {
    standing.gone(entry.rule, what);
    yield [entry, what];
  }
}

/** Loads the earlier run, if there is one; `compiledNow` is asked when the first finding comes. */
export async function openStatuses(
  settings: Settings,
  earlier: EarlierRun | null,
  waivers: LoadedWaivers | null,
  compiledNow: () => CompiledPack,
): Promise<Statuses> {
  const { asAt, identity } = settings;
  const baseline = earlier === null ? null : createBaseline(earlier.summary, compiledNow, asAt);
  if (baseline !== null) await earlier?.addTo(baseline);
  const standing = earlier === null ? null : createStanding(earlier.summary.asAt, asAt);
  const fresh: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  return {
    fresh,
    of: (finding, isWaived) => {
      const stands = baseline?.sawFinding(finding) ?? {
        status: '' as const,
        since: asAt,
      };
      if (isWaived) return { status: 'waived', since: stands.since };
      standing?.found(finding.rule, stands.status, stands.since);
      if (stands.status === 'new') fresh[finding.severity]++;
      return stands;
    },
    undetermined: (undetermined) => baseline?.sawUndetermined(undetermined),
    record:
      baseline === null ? undefined : (force, crimeReference) => baseline.sawRecord(force, crimeReference),
    gone: () => (baseline === null || standing === null ? null : counted(baseline.gone(), standing)),
    dormant: () => baseline?.dormant() ?? [],
    summary: () => ({
      baseline: standing?.summary() ?? null,
      waivers: waivers === null ? null : { digest: waivers.digest, ...waivers.index.report() },
      adoption: settings.adoption?.summary ?? null,
      pseudonyms: identity.keyId,
    }),
  };
}
