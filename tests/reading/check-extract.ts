import { ruleSummaries } from '../../packages/core/src/aggregate/conclude.js';
import { createCheck } from '../../packages/core/src/check.js';
import type { ExtractOptions, ExtractReport } from '../../packages/core/src/extract.js';
import type { InputNotice } from '../../packages/core/src/read/reader.js';
import { loadPack } from '../../packages/core/src/rules/load.js';

const pack = loadPack();

export interface Checked {
  readonly report: ExtractReport;
  /** What is said of each record, by its crime reference: findings and what cannot be told, places aside. */
  readonly said: ReadonlyMap<string, readonly string[]>;
  readonly findings: readonly string[];
  readonly rules: ReturnType<typeof ruleSummaries>;
  readonly notices: readonly InputNotice[];
}

/** Checks one file in memory, from its bytes to its findings. */
export function checkExtract(
  name: string,
  chunks: Iterable<Uint8Array>,
  options: ExtractOptions = {},
): Checked {
  const said = new Map<string, string[]>();
  const findings: string[] = [];
  const notices: InputNotice[] = [];
  const of = (reference: string) => {
    const list = said.get(reference) ?? [];
    said.set(reference, list);
    return list;
  };
  const check = createCheck(
    { ...options, pack, asAt: '2026-11-01' },
    {
      notice: (notice) => void notices.push(notice),
      file: () => ({
        finding: (finding) => {
          findings.push(JSON.stringify(finding));
          of(finding.crimeReference).push(JSON.stringify(finding));
        },
        undetermined: (undetermined) =>
          void of(undetermined.crimeReference).push(JSON.stringify(undetermined)),
        record: (_, reference) => void of(reference),
      }),
    },
  );
  const extract = check.open(name);
  for (const chunk of chunks) extract.write(chunk);
  const report = extract.end();
  const { assessor, compiled } = check.state();
  return { report, said, findings, rules: ruleSummaries(assessor.tally, compiled), notices };
}
