import { baselineCaption, baselineRows } from '../../messages/report-sentences.js';
import { FIRST } from '../../messages/report-sections.js';
import { AGE_WORDS, TIER_WORDS } from '../../messages/report-words.js';
import { longDate } from '../../messages/figures.js';
import { FINDING_AGES, type FindingAge } from '../../model/finding.js';
import type { Tier } from '../../model/rule.js';
import { type Html, safe } from './html.js';
import { figure } from './parts.js';
import { type Column, table } from './table.js';
import { TIERS } from './tiers.js';
import type { ReportView } from './view.js';

/** The open findings of a tier by their age. */
interface AgeRow {
  readonly tier: Tier;
  readonly ages: Readonly<Record<FindingAge, number>>;
  readonly open: number;
  readonly oldest: string;
}

function ageRows({ on }: ReportView): readonly AgeRow[] {
  return TIERS.flatMap((tier): readonly AgeRow[] => {
    const standings = on.flatMap(({ rule, standing }) =>
      rule.tier === tier && standing !== null && standing.oldest !== null ? [standing] : [],
    );
    const sum = (age: FindingAge) => standings.reduce((total, { ages }) => total + ages[age], 0);
    const ages = Object.fromEntries(FINDING_AGES.map((age) => [age, sum(age)])) as AgeRow['ages'];
    const open = FINDING_AGES.reduce((total, age) => total + ages[age], 0);
    const [oldest = ''] = standings.map((of) => of.oldest ?? '').toSorted();
    return open === 0 ? [] : [{ tier, ages, open, oldest }];
  });
}

const AGE_COLUMNS: readonly Column<AgeRow>[] = [
  { head: FIRST.tier, cell: ({ tier }) => `${String(tier)}. ${TIER_WORDS[tier].title}`, isRowHead: true },
  { head: FIRST.open, cell: ({ open }) => figure(open), isNumber: true },
  ...FINDING_AGES.map((age): Column<AgeRow> => ({
    head: AGE_WORDS[age],
    cell: ({ ages }) => figure(ages[age]),
    isNumber: true,
  })),
  { head: FIRST.oldest, cell: ({ oldest }) => longDate(oldest), isNumber: true },
];

const STATUS_COLUMNS: readonly Column<readonly [string, number]>[] = [
  { head: FIRST.status, cell: ([words]) => words, isRowHead: true },
  { head: FIRST.findings, cell: ([, value]) => figure(value), isNumber: true },
];

/** What changed since the baseline, and how long what is open has been known; `null` without one. */
export function sinceBaseline(view: ReportView): Html | null {
  const { baseline } = view.summary;
  if (baseline === null) return null;
  const ages = ageRows(view);
  return safe`${table({
    caption: baselineCaption(baseline),
    columns: STATUS_COLUMNS,
    rows: baselineRows(baseline),
    isNarrow: true,
  })}${ages.length === 0 ? null : table({ caption: FIRST.ages, columns: AGE_COLUMNS, rows: ages })}`;
}
