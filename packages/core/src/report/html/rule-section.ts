import {
  concernsWords,
  countsWords,
  effectiveWords,
  lackingWords,
  severityCases,
  standingWords,
} from '../../messages/report-sentences.js';
import { RULES } from '../../messages/report-sections.js';
import { BASIS_WORDS } from '../../messages/report-words.js';
import type { Source } from '../../model/pack.js';
import { readingLabel } from '../../messages/adoption.js';
import { sourcesOf, type Standing, standingOf } from '../rule-sources.js';
import { smallBar } from './bar.js';
import { type Html, type HtmlValue, prose, safe } from './html.js';
import { list, paragraph, severityTag, tag, terms } from './parts.js';
import { sampleTable } from './sample-table.js';
import type { ReportView, RuleView } from './view.js';

function sourceWords({ title, date, url }: Source): HtmlValue {
  const isAddress = url !== null && /^https?:\/\//i.test(url);
  const name = isAddress ? safe`<a href="${url}" rel="noreferrer">${title}</a>` : title;
  return [name, date === null ? null : ` (${date})`];
}

/** What the rule's reading rests on, and what the registrar says of it where there is an adoption sheet. */
function statusWords({ rule, reading }: RuleView, { label, about }: Standing, hasSheet: boolean): Html {
  const answer = reading === null ? RULES.noAnswer : readingLabel(reading);
  const isAsked = hasSheet && rule.confidence === 'unconfirmed';
  return safe`<strong>${label}.</strong> ${about}${isAsked ? safe` <strong>${answer}</strong>` : null}`;
}

/** One rule: what it found, why it asks, what to do, where it may be wrong, and some of its findings. */
export function ruleSection(of: RuleView, view: ReportView): Html {
  const { rule, summary, appliesTo, standing } = of;
  const { baseline, adoption } = view.summary;
  const isOn = summary.state === 'on';
  const sources = sourcesOf(rule, view.pack);
  const status = standingOf(rule, sources);
  const cases = isOn ? severityCases(rule, view.summary.policy.changes) : null;
  return safe`<div class="rule">
    <h3 id="${rule.id}">${rule.title}</h3>
    <p class="rule-meta">
      <code>${rule.id}</code> ${severityTag(summary.severity)} ${tag(rule.confidence, status.label)}
      <span class="concerns">${concernsWords(rule)}</span>
    </p>
    <p>${isOn ? countsWords(appliesTo, summary) : prose(lackingWords(summary.lacking))}</p>
    ${isOn ? smallBar(summary) : null}
    ${standing === null || baseline === null ? null : paragraph(standingWords(standing, baseline))}
    ${terms([
      [RULES.fix, prose(rule.action)],
      [RULES.why, [BASIS_WORDS[rule.basis], sources.length === 0 ? null : list(sources.map(sourceWords))]],
      [RULES.status, statusWords(of, status, adoption !== null)],
      [RULES.limits, prose(rule.limits)],
      [RULES.inForce, effectiveWords(rule.effective)],
      [RULES.severity, cases],
    ])}
    ${sampleTable(of, view)}
  </div>\n`;
}
