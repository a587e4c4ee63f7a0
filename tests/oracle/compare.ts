import type { CheckOptions } from '../../packages/core/src/check.js';
import { checkResults, measureSummaries, ruleSummaries } from '../../packages/core/src/aggregate/conclude.js';
import { createAssessor } from '../../packages/core/src/assess.js';
import { judge } from '../../packages/core/src/evaluate/judge.js';
import { severityOf } from '../../packages/core/src/evaluate/judge.js';
import { openExtract } from '../../packages/core/src/extract.js';
import { RecordFacts } from '../../packages/core/src/facts/record-facts.js';
import { BREACHED } from '../../packages/core/src/model/outcome.js';
import type { CheckResult } from '../../packages/core/src/model/check-result.js';
import { parseDate } from '../../packages/core/src/normalise/date.js';
import { compilePack } from '../../packages/core/src/rules/compile.js';

/** One character an outcome, as the oracle writes them: not applicable, undetermined, met, breached, not assessed. */
const LETTERS = ['n', 'u', 'm', 'b', '-'];

/** What the oracle writes, of our own engine. */
export interface Reading {
  readonly records: number;
  readonly outcomes: readonly string[];
  readonly severities: readonly Readonly<Record<string, string>>[];
  readonly rules: ReturnType<typeof ruleSummaries>;
  readonly measures: ReturnType<typeof measureSummaries>;
  readonly checks: readonly CheckResult[];
}

/** Judges a canonical CSV and keeps every outcome. */
export function readByEngine(
  csv: Uint8Array,
  options: Pick<CheckOptions, 'pack' | 'policy' | 'asAt'>,
): Reading {
  const outcomes: string[] = [];
  const severities: Record<string, string>[] = [];
  let finish: () => Omit<Reading, 'outcomes' | 'severities'> = () => {
    throw new Error('the extract has no header');
  };
  let take: ((cells: Parameters<RecordFacts['load']>[0], row: number) => void) | null = null;
  const extract = openExtract(
    'extract.csv',
    {},
    {
      notice: () => undefined,
      mapping: (mapping) => {
        const compiled = compilePack(options.pack, {
          policy: options.policy ?? {},
          columns: mapping.columns,
        });
        const assessor = createAssessor(compiled, parseDate(options.asAt) ?? 0);
        const record = new RecordFacts(compiled.surroundings, compiled.rules.length);
        take = (cells, row) => {
          judge(compiled, record.load(cells));
          outcomes.push(compiled.rules.map((rule) => LETTERS[record.outcomes[rule.index] ?? 4]).join(''));
          const found: Record<string, string> = {};
          for (const rule of compiled.rules) {
            if (record.outcomes[rule.index] === BREACHED) found[rule.rule.id] = severityOf(rule, record);
          }
          severities.push(found);
          assessor.add(cells, row, { finding: () => undefined, undetermined: () => undefined });
        };
        finish = () => ({
          records: assessor.tally.records,
          rules: ruleSummaries(assessor.tally, compiled),
          measures: measureSummaries(assessor.tally, compiled),
          checks: checkResults(assessor.tally, compiled, options.asAt),
        });
      },
      record: (cells, row) => take?.(cells, row),
    },
  );
  extract.write(csv);
  extract.end();
  return { outcomes, severities, ...finish() };
}
