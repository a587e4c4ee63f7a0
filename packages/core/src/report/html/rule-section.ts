import {
  concernsWords,
  countsWords,
  effectiveWords,
  lackingWords,
  severityCases,
} from '../../messages/report-sentences.js';
import { RULES } from '../../messages/report-sections.js';
import { BASIS_WORDS, CONFIDENCE_WORDS } from '../../messages/report-words.js';
import type { Source } from '../../model/pack.js';
import { smallBar } from './bar.js';
import { type Html, type HtmlValue, prose, safe } from './html.js';
import { confidenceTag, list, severityTag, terms } from './parts.js';
import { sampleTable } from './sample-table.js';
import type { ReportView, RuleView } from './view.js';

function sourceWords({ title, date, url }: Source): HtmlValue {
  const isAddress = url !== null && /^https?:\/\//i.test(url);
  const name = isAddress ? safe`<a href="${url}" rel="noreferrer">${title}</a>` : title;
  return [name, date === null ? null : ` (${date})`];
}

/** One rule: what it found, why it asks, what to do, where it may be wrong, and some of its findings. */
export function ruleSection(of: RuleView, view: ReportView): Html {
  const { rule, summary, appliesTo } = of;
  const isOn = summary.state === 'on';
  const status = CONFIDENCE_WORDS[rule.confidence];
  const sources = rule.sources.flatMap((id) => view.pack.sources[id] ?? []);
  const cases = isOn ? severityCases(rule, view.summary.policy.changes) : null;
  return safe`<div class="rule">
    <h3 id="${rule.id}">${rule.title}</h3>
    <p class="rule-meta">
      <code>${rule.id}</code> ${severityTag(summary.severity)} ${confidenceTag(rule.confidence)}
      <span class="concerns">${concernsWords(rule)}</span>
    </p>
    <p>${isOn ? countsWords(appliesTo, summary) : prose(lackingWords(summary.lacking))}</p>
    ${isOn ? smallBar(summary) : null}
    ${terms([
      [RULES.fix, prose(rule.action)],
      [RULES.why, [BASIS_WORDS[rule.basis], list(sources.map(sourceWords))]],
      [RULES.status, safe`<strong>${status.label}.</strong> ${status.about}`],
      [RULES.limits, prose(rule.limits)],
      [RULES.inForce, effectiveWords(rule.effective)],
      [RULES.severity, cases],
    ])}
    ${sampleTable(of, view)}
  </div>\n`;
}
