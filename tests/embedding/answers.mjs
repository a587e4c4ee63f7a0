/**
 * A digest of all that the library says of the built-in rules' own cases, and of its renderers: the same
 * wherever the library is the same. Runs in Node, in browsers, in Deno and in Bun.
 */
export function answers({ core, testing }) {
  const { createChecker, jsonDigest, loadCases, loadPack, renderReport } = core;
  const pack = loadPack();
  const rules = Object.fromEntries(pack.rules.map(({ id }) => [id, 'on']));
  const checker = createChecker(pack, { asAt: '2026-11-01', policy: { rules } });
  const records = Object.values(loadCases()).flatMap((cases) => [
    ...cases.met,
    ...cases.breached,
    ...cases.undetermined,
    ...cases.notApplicable,
  ]);
  const whole = records.filter((record) => !Object.values(record).includes(null));
  const summary = checker.summarise([...whole, ...testing.violatingExamples().map(({ record }) => record)]);
  return {
    exports: Object.keys(core).toSorted(),
    records: records.length,
    checked: jsonDigest(records.map((record) => checker.check(record))),
    explained: jsonDigest(records.map((record) => checker.explain(record))),
    summary: jsonDigest(summary),
    report: jsonDigest([...renderReport({ summary, pack, samples: {} })].join('')),
    reader: readerDigest(core, pack, records),
  };
}

/** What the readers make of the records as CSV, in pieces of seven bytes. */
function readerDigest({ createCheck, FIELD_NAMES, jsonDigest }, pack, records) {
  const cell = (text) => `"${String(text ?? '').replaceAll('"', '""')}"`;
  const lines = [FIELD_NAMES, ...records.map((record) => FIELD_NAMES.map((name) => record[name]))];
  const bytes = new TextEncoder().encode(lines.map((line) => line.map(cell).join(',')).join('\r\n'));
  const said = [];
  const check = createCheck(
    { pack, asAt: '2026-11-01' },
    {
      notice: (notice) => said.push(notice),
      file: () => ({ finding: (finding) => said.push(finding), undetermined: (of) => said.push(of) }),
    },
  );
  const extract = check.open('cases.csv');
  for (let at = 0; at < bytes.length; at += 7) extract.write(bytes.subarray(at, at + 7));
  extract.end();
  return jsonDigest([said, check.summarise()]);
}
