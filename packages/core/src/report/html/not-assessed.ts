import { count, counted, listed } from '../../messages/figures.js';
import { REPORT } from '../../messages/report.js';
import { FIELDS } from '../../model/fields.js';
import { safe, type Html, type HtmlValue } from './html.js';
import { paragraph, ruleLink, section, severityTag } from './parts.js';
import { type Column, table } from './table.js';
import type { ReportView, RuleView } from './view.js';

/** Rules that lack the same columns. */
interface LackGroup {
  readonly lacking: readonly string[];
  readonly rules: readonly RuleView[];
}

function groupsOf(rules: readonly RuleView[]): readonly LackGroup[] {
  const groups = new Map<string, RuleView[]>();
  for (const rule of rules) {
    const key = JSON.stringify(rule.summary.lacking);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()]
    .map((of) => ({ lacking: of[0]?.summary.lacking ?? [], rules: of }))
    .sort((a, b) => b.rules.length - a.rules.length);
}

/** The column that would do, with what it holds; `a or b + c` is a choice. */
function export_(lacking: readonly string[]): HtmlValue {
  const names = new Set(lacking.flatMap((need) => need.split(/[^A-Za-z]+/)));
  const fields = FIELDS.filter((field) => names.has(field.name));
  return safe`${lacking.map((need, i) => safe`${i === 0 ? null : safe`, and `}<code>${need}</code>`)}
    <ul class="meanings">
      ${fields.map(
        (field) =>
          safe`<li>${fields.length === 1 ? null : safe`<code>${field.name}</code>: `}${field.meaning}</li>\n`,
      )}
    </ul>`;
}

const COLUMNS: readonly Column<LackGroup>[] = [
  { head: 'What to export', cell: ({ lacking }) => export_(lacking), isRowHead: true },
  { head: 'Rules', cell: ({ rules }) => count(rules.length), isNumber: true },
  {
    head: 'Rules that need it',
    cell: ({ rules }) =>
      safe`<ul class="plain">
        ${rules.map(
          ({ rule, summary }) =>
            safe`<li>${ruleLink(rule.id, rule.title)} ${severityTag(summary.severity)}</li>\n`,
        )}
      </ul>`,
  },
];

/** Rates that lack a rule are not the rates of a run that has it. */
function measuresTouched(view: ReportView): Html | null {
  const lost = new Set(view.notAssessed.map(({ rule }) => rule.id));
  const touched = view.measures.filter(({ without }) => without.some((id) => lost.has(id)));
  if (touched.length === 0) return null;
  const names = touched.map(({ measure }) => `“${measure.title}”`);
  return paragraph(`These measures count without some of their rules: ${listed(names)}.`);
}

function holes({ on, summary }: ReportView): Html {
  const undetermined = on.reduce((sum, rule) => sum + rule.summary.undetermined, 0);
  const unreadable = summary.inputs.reduce((sum, input) => sum + input.unreadable, 0);
  const checks = new Set(summary.checks.flatMap(({ id, state }) => (state === 'not-assessed' ? [id] : [])));
  return safe`<ul>
    <li>
      ${undetermined === 0 ? 'No rule had a record on which it could not be told.' : safe`${counted(undetermined, 'time')} a rule could not be told on a record, because the record lacks something. <code>undetermined.csv</code> names the fields that would close each hole.`}
    </li>
    <li>
      ${unreadable === 0 ? 'No row was unreadable.' : safe`${counted(unreadable, 'row')} could not be read as records and were not checked. <code>input.csv</code> says where.`}
    </li>
    ${
      checks.size === 0
        ? null
        : safe`<li>
            Checks on the whole extract that lack a column, wholly or for one marker:
            ${[...checks].join(', ')}.
          </li>\n`
    }
  </ul>\n`;
}

/** What the figures below do not cover. */
export function notAssessedSection(view: ReportView): Html {
  const { notAssessed } = view;
  const rules =
    notAssessed.length === 0
      ? paragraph(REPORT.lackingNone)
      : [
          paragraph(
            safe`<strong>${counted(notAssessed.length, 'rule was', 'rules were')} not assessed.</strong>
              ${REPORT.lackingAbout}`,
          ),
          table({
            caption: 'Columns that are lacking, and the rules that need them',
            columns: COLUMNS,
            rows: groupsOf(notAssessed),
          }),
          measuresTouched(view),
        ];
  return section('lacking', [rules, safe`<h3>Holes in single records and rows</h3>\n`, holes(view)]);
}
