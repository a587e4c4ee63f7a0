import { FINDING_AGES, type FindingAge, type FindingStatus } from '../model/finding.js';
import type { BaselineSummary, RuleStanding } from '../model/run.js';
import { type Day, parseDate } from '../normalise/date.js';
import type { Gone } from './baseline.js';

/** How old a finding is: days from the day as at which it was first found. */
export function findingAge(since: string, asAt: Day): FindingAge {
  const days = asAt - (parseDate(since) ?? asAt);
  if (days < 7) return '0-6';
  if (days < 28) return '7-27';
  return days < 91 ? '28-90' : '91+';
}

type Counts = { -readonly [K in keyof RuleStanding]: RuleStanding[K] } & {
  ages: Record<FindingAge, number>;
};

/** Counts how the findings of a run stand to the baseline, rule by rule. */
export interface Standing {
  /** Notes a finding of this run. One that is waived counts nowhere: it is neither news nor work. */
  readonly found: (rule: string, status: FindingStatus, since: string) => void;
  /** Notes a finding of the baseline that was not found again. */
  readonly gone: (rule: string, what: Gone) => void;
  readonly summary: () => BaselineSummary;
}

const COUNTED = {
  new: 'new',
  persisting: 'persisting',
  're-judged': 'rejudged',
  resolved: 'resolved',
  'no-longer-assessed': 'noLongerAssessed',
} as const;

const nothing = (): Counts => ({
  new: 0,
  persisting: 0,
  rejudged: 0,
  resolved: 0,
  noLongerAssessed: 0,
  ages: Object.fromEntries(FINDING_AGES.map((age) => [age, 0])) as Record<FindingAge, number>,
  oldest: null,
});

/** `before` is the day as at which the baseline was made, `asAt` this run's. */
export function createStanding(before: string, asAt: string): Standing {
  const rules = new Map<string, Counts>();
  const today = parseDate(asAt) ?? 0;
  function of(rule: string): Counts {
    let counts = rules.get(rule);
    if (counts === undefined) rules.set(rule, (counts = nothing()));
    return counts;
  }
  const sum = (key: (typeof COUNTED)[keyof typeof COUNTED]) =>
    [...rules.values()].reduce((total, counts) => total + counts[key], 0);
  return {
    found: (rule, status, since) => {
      if (status === '' || status === 'waived') return;
      const counts = of(rule);
      counts[COUNTED[status]]++;
      counts.ages[findingAge(since, today)]++;
      if (counts.oldest === null || since < counts.oldest) counts.oldest = since;
    },
    gone: (rule, what) => {
      of(rule)[COUNTED[what]]++;
    },
    summary: () => ({
      asAt: before,
      new: sum('new'),
      persisting: sum('persisting'),
      rejudged: sum('rejudged'),
      resolved: sum('resolved'),
      noLongerAssessed: sum('noLongerAssessed'),
      rules: Object.fromEntries([...rules].sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
  };
}
