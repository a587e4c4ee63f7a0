import { counted } from '../../messages/figures.js';
import { safe, markup } from './html.js';
import { SECTION_END, sectionStart } from './parts.js';
import { ruleSection } from './rule-section.js';
import { ruleTable } from './rule-table.js';
import type { ReportView, RuleView } from './view.js';

function* foldedRules(summary: string, rules: readonly RuleView[], view: ReportView): Iterable<string> {
  if (rules.length === 0) return;
  yield markup(
    safe`<details>
      <summary>${summary}</summary>\n`,
  );
  for (const rule of rules) yield markup(ruleSection(rule, view));
  yield '</details>\n';
}

/** The rules in a table, then one by one: those with findings open, the rest folded. */
export function* rulesSection(view: ReportView): Iterable<string> {
  const { on, off, notAssessed } = view;
  const found = on.filter(({ summary }) => summary.breached > 0);
  const silent = on.filter(({ summary }) => summary.breached === 0);
  yield markup([sectionStart('rules'), ruleTable(view)]);
  for (const rule of found) yield markup(ruleSection(rule, view));
  yield* foldedRules(`Rules without a finding: ${counted(silent.length, 'rule')}`, silent, view);
  yield* foldedRules(`Rules not assessed: ${counted(notAssessed.length, 'rule')}`, notAssessed, view);
  if (off.length > 0) {
    const ids = off.map(({ rule }, i) => safe`${i === 0 ? null : ', '}<code>${rule.id}</code>`);
    yield markup(
      safe`<p class="wrap">
        ${counted(off.length, 'rule is', 'rules are')} off, by default or by policy: ${ids}.
      </p>\n`,
    );
  }
  yield markup(SECTION_END);
}
