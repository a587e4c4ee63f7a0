import type {
  Exchange,
  ExchangeBlock,
  ExchangeCounts,
  MaturityBlock,
} from '../../packages/core/src/compare/exchange.js';
import { MATURITY_BLOCKS } from '../../packages/core/src/compare/exchange.js';
import type { CellSummary } from '../../packages/core/src/model/run.js';
import type { Published, Sum } from './attacker.js';

const KEYS = ['eligible', 'met', 'breached', 'undetermined'] as const;
const BLOCK: Readonly<Record<string, MaturityBlock>> = {
  '0-27': 'young',
  '28-90': 'settled',
  '91+': 'settled',
  unknown: 'undated',
};

/** Collects what is published of one measure and maturity, and the truth beside it. */
class Book {
  readonly counts = new Map<string, number | null>();
  readonly sums: Sum[] = [];
  readonly least = new Map<string, number>();
  readonly most = new Map<string, number>();
  readonly truth = new Map<string, number>();

  add(name: string, told: ExchangeCounts, cells: readonly CellSummary[], isListed: boolean): void {
    const sum = (key: 'met' | 'breached' | 'undetermined') => cells.reduce((total, of) => total + of[key], 0);
    const [met, breached, undetermined] = [sum('met'), sum('breached'), sum('undetermined')];
    const truth = {
      eligible: met + breached + undetermined,
      met,
      breached,
      undetermined,
      rest: breached + undetermined,
    };
    for (const key of [...KEYS, 'rest'] as const) {
      const value = key === 'rest' ? restOf(told) : told[key];
      this.counts.set(`${name}/${key}`, value);
      this.truth.set(`${name}/${key}`, truth[key]);
    }
    if (isListed) this.least.set(`${name}/eligible`, 1);
    this.sums.push({ total: `${name}/eligible`, parts: [`${name}/met`, `${name}/rest`] });
    this.sums.push({ total: `${name}/rest`, parts: [`${name}/breached`, `${name}/undetermined`] });
  }

  addUp(total: string, parts: readonly string[]): void {
    for (const key of [...KEYS, 'rest'] as const) {
      this.sums.push({ total: `${total}/${key}`, parts: parts.map((part) => `${part}/${key}`) });
    }
  }

  published(): Published {
    return { counts: this.counts, sums: this.sums, least: this.least, most: this.most };
  }
}

function restOf({ eligible, met, breached, undetermined }: ExchangeCounts): number | null {
  if (eligible !== null && met !== null) return eligible - met;
  return breached === null || undetermined === null ? null : breached + undetermined;
}

const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${String(Math.ceil(Number(month.slice(5)) / 3))}`;

function blockBook(block: ExchangeBlock, cells: readonly CellSummary[], threshold: number): Book {
  const book = new Book();
  book.add('total', block.total, cells, true);
  if (block.few !== null) {
    const side = block.few === 'met' ? 'total/met' : 'total/rest';
    book.least.set(side, 1);
    book.most.set(side, threshold - 1);
  }
  const groups = block.years.map((years, i) => {
    const name = `years${String(i)}`;
    const own = cells.filter(({ month }) => {
      const year = Number(month?.slice(0, 4));
      return year >= years.from && year <= years.to;
    });
    book.add(name, years.total, own, true);
    const table = <T extends ExchangeCounts>(
      kind: string,
      rows: readonly T[] | null,
      isIn: (row: T, cell: CellSummary) => boolean,
      keyOf: (row: T) => string,
    ) => {
      if (rows === null) return;
      for (const row of rows)
        book.add(
          `${name}/${kind}/${keyOf(row)}`,
          row,
          own.filter((cell) => isIn(row, cell)),
          true,
        );
      if (kind !== 'strata')
        book.addUp(
          name,
          rows.map((row) => `${name}/${kind}/${keyOf(row)}`),
        );
    };
    table(
      'class',
      years.classes,
      (row, cell) => row.offenceClass === cell.offenceClass,
      (row) => String(row.offenceClass),
    );
    table(
      'band',
      years.bands,
      (row, cell) => row.ageBand === cell.ageBand,
      (row) => row.ageBand,
    );
    table(
      'strata',
      years.strata,
      (row, cell) => row.ageBand === cell.ageBand && row.offenceClass === cell.offenceClass,
      (row) => `${String(row.offenceClass)}|${row.ageBand}`,
    );
    for (const row of years.strata === null ? [] : (years.classes ?? [])) {
      const parts = (years.strata ?? []).filter((of) => of.offenceClass === row.offenceClass);
      book.addUp(
        `${name}/class/${String(row.offenceClass)}`,
        parts.map((of) => `${name}/strata/${String(of.offenceClass)}|${of.ageBand}`),
      );
    }
    for (const row of years.strata === null ? [] : (years.bands ?? [])) {
      const parts = (years.strata ?? []).filter((of) => of.ageBand === row.ageBand);
      book.addUp(
        `${name}/band/${row.ageBand}`,
        parts.map((of) => `${name}/strata/${String(of.offenceClass)}|${of.ageBand}`),
      );
    }
    for (const quarter of years.quarters ?? []) {
      book.add(
        `${name}/${quarter.quarter}`,
        quarter,
        own.filter(({ month }) => quarterOf(month ?? '') === quarter.quarter),
        true,
      );
      for (const month of quarter.months)
        book.add(
          `${name}/${month.month}`,
          month,
          own.filter((cell) => cell.month === month.month),
          true,
        );
      book.addUp(
        `${name}/${quarter.quarter}`,
        quarter.months.map(({ month }) => `${name}/${month}`),
      );
    }
    if (years.quarters !== null)
      book.addUp(
        name,
        years.quarters.map(({ quarter }) => `${name}/${quarter}`),
      );
    return name;
  });
  if (groups.length > 0) book.addUp('total', groups);
  return book;
}

export interface PublishedBlock {
  readonly measure: string;
  readonly maturity: MaturityBlock;
  readonly published: Published;
  readonly truth: ReadonlyMap<string, number>;
}

/** Everything that an exchange file publishes, by measure and maturity, beside the truth of the run. */
export function publishedBlocks(
  exchange: Exchange,
  cells: readonly CellSummary[],
): readonly PublishedBlock[] {
  return Object.entries(exchange.measures).flatMap(([measure, of]) =>
    MATURITY_BLOCKS.flatMap((maturity): readonly PublishedBlock[] => {
      const block = of[maturity];
      if (block === null) return [];
      const own = cells.filter((cell) => cell.measure === measure && BLOCK[cell.maturity] === maturity);
      const book = blockBook(block, own, exchange.threshold);
      return [{ measure, maturity, published: book.published(), truth: book.truth }];
    }),
  );
}
