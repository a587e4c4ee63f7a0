import { counted, listed } from '../../messages/figures.js';
import { holeSentences } from '../../messages/report-sentences.js';
import { LACKING } from '../../messages/report-sections.js';
import { FIELDS } from '../../model/fields.js';
import { type Html, type HtmlValue, prose, safe } from './html.js';
import { inline, list, paragraph, ruleLink, section, severityTag, subheading } from './parts.js';
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
    .toSorted((a, b) => b.rules.length - a.rules.length);
}

/** The columns that would do (`a or b + c` is a choice), with what each of them holds. */
function exportWords({ lacking }: LackGroup): HtmlValue {
  const names = new Set(lacking.flatMap((need) => need.split(/[^A-Za-z]+/)));
  const fields = FIELDS.filter((field) => names.has(field.name));
  const wanted = inline(
    lacking.map((need) => safe`<code>${need}</code>`),
    LACKING.and,
  );
  const meanings = fields.map(({ name, meaning }) => [
    fields.length === 1 ? null : safe`<code>${name}</code>: `,
    prose(meaning),
  ]);
  return [wanted, meanings.map((meaning) => safe`<span class="about">${meaning}</span>`)];
}

const COLUMNS: readonly Column<LackGroup>[] = [
  { head: LACKING.export, cell: exportWords, isRowHead: true },
  {
    head: LACKING.rules,
    cell: ({ rules }) =>
      list(
        rules.map(({ rule, summary }) => [ruleLink(rule.id, rule.title), ' ', severityTag(summary.severity)]),
      ),
  },
];

/** A rate that lacks a rule is not the rate of a run that has it. */
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
  return list(holeSentences(undetermined, unreadable, [...checks]).map(prose));
}

/** What the figures of the report do not cover. */
export function notAssessedSection(view: ReportView): Html {
  const { notAssessed } = view;
  const rules =
    notAssessed.length === 0
      ? paragraph(LACKING.none)
      : [
          paragraph(
            safe`<strong>${counted(notAssessed.length, 'rule was', 'rules were')} not assessed.</strong> ${LACKING.about}`,
          ),
          table({ caption: LACKING.table, columns: COLUMNS, rows: groupsOf(notAssessed) }),
          measuresTouched(view),
        ];
  return section('lacking', [rules, subheading(LACKING.holes), holes(view)]);
}
