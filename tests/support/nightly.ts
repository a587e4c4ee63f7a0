import { canonicalCsv } from './cli.js';

const HEADER = [
  'crimeReference',
  'force',
  'offenceCode',
  'reportedOn',
  'recordedOn',
  'offenceFrom',
  'victimType',
  'victimBornOn',
  'CSA',
  'CSE',
];

export interface ExtractOptions {
  /** `YYYY-MM`, one for each month that has records. */
  readonly months: readonly string[];
  /** Records a month. @default 30 */
  readonly records?: number;
  /** Of these, how many lack CSA. @default 3 */
  readonly unflagged?: number;
  /** Columns that the export lost. */
  readonly without?: readonly string[];
  /** A marker column that is there and not filled. */
  readonly blank?: string;
}

/** A canonical extract of child sexual offences by title, each month alike. */
export function nightlyExtract({
  months,
  records = 30,
  unflagged = 3,
  without = [],
  blank,
}: ExtractOptions): string {
  const rows = months.flatMap((month) =>
    Array.from({ length: records }, (_, i) => ({
      crimeReference: `NT/${month}/${String(i)}`,
      force: 'E23000037',
      offenceCode: '19/16',
      reportedOn: `${month}-05`,
      recordedOn: `${month}-06`,
      offenceFrom: `${month}-01`,
      victimType: 'person',
      victimBornOn: '2015-01-01',
      CSA: i < unflagged ? 'N' : 'Y',
      CSE: i < 4 ? 'Y' : 'N',
    })).map((row) => (blank === undefined ? row : { ...row, [blank]: '' })),
  );
  return canonicalCsv(
    rows,
    HEADER.filter((name) => !without.includes(name)),
  );
}

/** `YYYY-MM`, so many months from a first one on. */
export function monthsFrom(first: string, count: number): readonly string[] {
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1;
  return Array.from({ length: count }, (_, i) => {
    const month = start + i;
    return `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
