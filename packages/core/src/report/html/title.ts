import { count, counted, longDate } from '../../messages/figures.js';
import { REPORT, verdictOf } from '../../messages/report.js';
import { SEVERITY_WORDS } from '../../messages/report-words.js';
import { SEVERITIES } from '../../model/rule.js';
import { clip } from './escape.js';
import { safe, type Html } from './html.js';
import type { ReportView } from './view.js';

const FORCES_NAMED = 6;

function forcesWords(forces: readonly string[]): string {
  const named = forces.map((force) => (force === '' ? REPORT.noForce : clip(force, 40)));
  if (named.length === 0) return '';
  if (named.length === 1) return ` · Force ${named.join('')}`;
  return ` · ${counted(named.length, 'force')}${named.length > FORCES_NAMED ? '' : `: ${named.join(', ')}`}`;
}

interface Glance {
  readonly figure: string;
  readonly words: string;
  readonly about: string;
  readonly to: string;
}

function glances({ summary, on, notAssessed }: ReportView): readonly Glance[] {
  const unreadable = summary.inputs.reduce((sum, input) => sum + input.unreadable, 0);
  const findings = SEVERITIES.map((severity) => summary.findings[severity]);
  const raised = summary.checks.filter((check) => check.state === 'raised').length;
  const waived = on.reduce((sum, rule) => sum + rule.summary.waived, 0);
  const by = SEVERITIES.map((severity, i) => {
    const { one, many } = SEVERITY_WORDS[severity];
    return `${count(findings[i] ?? 0)} ${findings[i] === 1 ? one : many}`;
  });
  return [
    {
      figure: count(findings.reduce((sum, value) => sum + value, 0)),
      words: 'findings',
      about: `${by.join(', ')}${waived === 0 ? '' : `; ${count(waived)} waived`}`,
      to: 'first',
    },
    {
      figure: count(raised),
      words: 'raised on the whole extract',
      about: raised === 0 ? 'nothing to see to first' : 'see to these first',
      to: 'checks',
    },
    {
      figure: count(notAssessed.length),
      words: 'rules not assessed',
      about: `${count(on.length)} rules were`,
      to: 'lacking',
    },
    {
      figure: count(summary.records),
      words: 'records read',
      about: unreadable === 0 ? 'no row was unreadable' : `${counted(unreadable, 'row')} unreadable`,
      to: 'identity',
    },
  ];
}

export function titleSection(view: ReportView): Html {
  const { summary, on } = view;
  const verdict = verdictOf(summary, on.length);
  return safe`<h1>${REPORT.title}</h1>
    <p class="lede">
      Check as at <time datetime="${summary.asAt}">${longDate(summary.asAt)}</time>${forcesWords(view.forces)}
    </p>
    <div class="verdict ${verdict.kind}">
      <p><strong class="verdict-label">${verdict.label}:</strong> ${verdict.sentence}</p>
    </div>
    <ul class="glance" aria-label="${REPORT.glance}">
      ${glances(view).map(
        ({ figure, words, about, to }) =>
          safe`<li>
            <a href="#${to}"><strong>${figure}</strong> ${words}</a><span>${about}</span>
          </li>\n`,
      )}
    </ul>\n`;
}
