import { count, counted } from '../../messages/figures.js';
import { changeWords, REPORT } from '../../messages/report.js';
import { blankWords } from '../../messages/report-words.js';
import type { RunInput, RunSummary } from '../../model/run.js';
import { clip } from './escape.js';
import { safe, type Html, type HtmlValue } from './html.js';
import { digest, figure, folded, section, terms } from './parts.js';
import { type Column, table } from './table.js';
import type { ReportView } from './view.js';

const INPUT_COLUMNS: readonly Column<RunInput>[] = [
  { head: 'File', cell: (input) => clip(input.name), isRowHead: true },
  { head: 'Format', cell: (input) => `${input.format}, ${input.encoding}` },
  { head: 'Bytes', cell: (input) => count(input.bytes), isNumber: true },
  { head: 'Records', cell: (input) => count(input.records), isNumber: true },
  { head: 'Unreadable rows', cell: (input) => figure(input.unreadable), isNumber: true },
  { head: 'SHA-256', cell: (input) => digest(input.sha256) },
];

function policyWords({ policy }: RunSummary): HtmlValue {
  if (policy.digest === null && policy.changes.length === 0) return REPORT.noPolicy;
  const of = policy.digest === null ? null : digest(policy.digest);
  if (policy.changes.length === 0) return safe`${REPORT.emptyPolicy} ${of}`;
  return safe`<p>${counted(policy.changes.length, 'change')} to the pack:</p>
    <ul>
      ${policy.changes.map((change) => safe`<li>${changeWords(change)}</li>\n`)}
    </ul>
    ${of}`;
}

type Parameter = readonly [name: string, value: string | number | null];

const parameterWords = (value: Parameter[1]): string => {
  if (value === null) return REPORT.notSet;
  return typeof value === 'number' ? String(value) : value;
};

/** Parameters of the rules are said with what they are; those of the whole-extract checks are folded. */
function parametersWords({ summary, pack }: ReportView): {
  readonly rules: HtmlValue;
  readonly checks: Html | null;
} {
  const all = Object.entries(summary.parameters);
  const own = all.filter(([name]) => Object.hasOwn(pack.parameters, name));
  const others = all.filter(([name]) => !Object.hasOwn(pack.parameters, name));
  const rules = safe`<ul>
    ${own.map(
      ([name, value]) =>
        safe`<li>
          <code>${name}</code>: <strong>${parameterWords(value)}</strong>.
          ${pack.parameters[name]?.about ?? ''}
        </li>\n`,
    )}
  </ul>`;
  const columns: readonly Column<Parameter>[] = [
    { head: 'Parameter', cell: ([name]) => name, isRowHead: true },
    { head: 'Value', cell: ([, value]) => parameterWords(value), isNumber: true },
  ];
  return {
    rules: own.length === 0 ? null : rules,
    checks:
      others.length === 0
        ? null
        : folded(
            `Thresholds of the whole-extract checks (${count(others.length)})`,
            table({ caption: 'Thresholds of the whole-extract checks', columns, rows: others }),
          ),
  };
}

/** What was read, and by which pack, profile and policy: two reports are comparable where these agree. */
export function identitySection(view: ReportView): Html {
  const { summary, pack } = view;
  const { rules, checks } = parametersWords(view);
  const columns = safe`<p class="wrap">
    ${summary.columns.map((name, i) => safe`${i === 0 ? null : ', '}<code>${name}</code>`)}
  </p>\n`;
  return section('identity', [
    table({ caption: 'Files read', columns: INPUT_COLUMNS, rows: summary.inputs }),
    terms([
      ['Rule pack', safe`${pack.title}, edition ${summary.pack.edition} ${digest(summary.pack.digest)}`],
      ['Profile', safe`${summary.profile.name} ${digest(summary.profile.digest)}`],
      ['Empty markers', blankWords(summary.profile.blank)],
      ['Policy', policyWords(summary)],
      ['Parameters', rules],
      ['Tool', `${summary.tool.name} ${summary.tool.version}`],
    ]),
    checks,
    folded(`Columns of the extract that the check knows (${count(summary.columns.length)})`, columns),
  ]);
}
