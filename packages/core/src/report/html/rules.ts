import { counted } from '../../messages/figures.js';
import { markup, safe } from './html.js';
import { inline, SECTION_END, sectionStart } from './parts.js';
import { ruleSection } from './rule-section.js';
import { ruleTable } from './rule-table.js';
import type { ReportView, RuleView } from './view.js';

function* foldedRules(words: string, rules: readonly RuleView[], view: ReportView): Iterable<string> {
  if (rules.length === 0) return;
  yield markup(safe`<details>
    <summary>${words}: ${counted(rules.length, 'rule')}</summary>\n`);
  for (const rule of rules) yield markup(ruleSection(rule, view));
  yield '</details>\n';
}

/** The rules in a table, then one by one: those with findings open, the rest folded. */
export function* rulesSection(view: ReportView): Iterable<string> {
  const { on, off, notAssessed } = view;
  yield markup([sectionStart('rules'), ruleTable(view)]);
  const hasFindings = ({ summary }: RuleView): boolean => summary.breached > 0;
  for (const rule of on.filter(hasFindings)) yield markup(ruleSection(rule, view));
  const silent = on.filter((rule) => !hasFindings(rule));
  yield* foldedRules('Rules without a finding', silent, view);
  yield* foldedRules('Rules not assessed', notAssessed, view);
  if (off.length > 0) {
    const ids = inline(off.map(({ rule }) => safe`<code>${rule.id}</code>`));
    yield markup(
      safe`<p class="wrap off">${counted(off.length, 'rule is', 'rules are')} off, by default or by policy: ${ids}.</p>\n`,
    );
  }
  yield markup(SECTION_END);
}
