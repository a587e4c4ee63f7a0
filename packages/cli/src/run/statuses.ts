import {
  type Baseline,
  type BaselineSummary,
  createBaseline,
  type Finding,
  type FindingStatus,
  type RuleSummary,
  type RunSummary,
  type Severity,
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
  readonly summary: () => Pick<RunSummary, 'baseline' | 'waivers' | 'adoption' | 'pseudonyms'>;
}

type Counts = { -readonly [K in 'new' | 'persisting' | 'rejudged']: number };

const COUNTED: Partial<Record<FindingStatus, keyof Counts>> = {
  new: 'new',
  persisting: 'persisting',
  're-judged': 'rejudged',
};

function baselineSummary(earlier: EarlierRun, counts: Counts, baseline: Baseline): BaselineSummary {
  let resolved = 0;
  let noLongerAssessed = 0;
  for (const [, what] of baseline.gone()) {
    if (what === 'resolved') resolved++;
    else noLongerAssessed++;
  }
  return { asAt: earlier.summary.asAt, ...counts, resolved, noLongerAssessed };
}

/** Loads the earlier run, if there is one; `rulesNow` is asked when the first finding comes. */
export async function openStatuses(
  settings: Settings,
  earlier: EarlierRun | null,
  waivers: LoadedWaivers | null,
  rulesNow: () => Readonly<Record<string, RuleSummary>>,
): Promise<Statuses> {
  const { asAt, identity } = settings;
  const baseline = earlier === null ? null : createBaseline(earlier.summary, rulesNow, asAt);
  if (baseline !== null) await earlier?.addTo(baseline);
  const counts: Counts = { new: 0, persisting: 0, rejudged: 0 };
  const fresh: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  return {
    fresh,
    of: (finding, isWaived) => {
      const stands = baseline?.sawFinding(finding.fingerprint, finding.rule) ?? {
        status: '' as const,
        since: asAt,
      };
      if (isWaived) return { ...stands, status: 'waived' };
      const counted = COUNTED[stands.status];
      if (counted !== undefined) counts[counted]++;
      if (stands.status === 'new') fresh[finding.severity]++;
      return stands;
    },
    undetermined: ({ rule, force, crimeReference }) => baseline?.sawUndetermined(rule, force, crimeReference),
    record:
      baseline === null ? undefined : (force, crimeReference) => baseline.sawRecord(force, crimeReference),
    gone: () => baseline?.gone() ?? null,
    summary: () => ({
      baseline: earlier === null || baseline === null ? null : baselineSummary(earlier, counts, baseline),
      waivers: waivers === null ? null : { digest: waivers.digest, ...waivers.index.report() },
      adoption: settings.adoption?.summary ?? null,
      pseudonyms: identity.keyId,
    }),
  };
}
