import { checkFigure, checkThreshold } from '../../messages/report-checks.js';
import { count, counted } from '../../messages/figures.js';
import { REPORT } from '../../messages/report.js';
import { CHECK_STATE_WORDS } from '../../messages/report-words.js';
import type { CheckResult, CheckState } from '../../model/check-result.js';
import type { ExtractCheckData } from '../../model/pack.js';
import { safe, type Html, type HtmlValue } from './html.js';
import { folded, paragraph, section, severityTag, terms } from './parts.js';
import { type Column, table } from './table.js';
import type { ReportView } from './view.js';

/** A check that speaks for each force and month can have thousands of results. */
const MOST_SHOWN = 24;

interface CheckGroup {
  readonly data: ExtractCheckData;
  readonly state: CheckState;
  readonly results: readonly CheckResult[];
}

/** Results of one check in one state, in the pack's order. */
function groupsOf({ pack, summary }: ReportView): readonly CheckGroup[] {
  const states = Object.keys(CHECK_STATE_WORDS) as CheckState[];
  return pack.checks.flatMap((data) =>
    states.flatMap((state): readonly CheckGroup[] => {
      const results = summary.checks.filter((check) => check.id === data.id && check.state === state);
      return results.length === 0 ? [] : [{ data, state, results }];
    }),
  );
}

function figures(results: readonly CheckResult[]): HtmlValue {
  const sentences = results.slice(0, MOST_SHOWN).map(checkFigure);
  if (sentences.length === 1) return sentences;
  const more = results.length - sentences.length;
  return safe`<ul>
    ${sentences.map((sentence) => safe`<li>${sentence}</li>\n`)}${
      more === 0 ? null : safe`<li>${count(more)} more are in summary.json.</li>\n`
    }
  </ul>`;
}

function thresholdOf({ summary }: ReportView, data: ExtractCheckData): string {
  return checkThreshold(data.id, (name) => {
    const value = summary.parameters[`${data.id}.${name}`];
    return typeof value === 'number' ? value : (data.parameters[name] ?? 0);
  });
}

function raisedNotice(view: ReportView, { data, results }: CheckGroup): Html {
  return safe`<div class="notice">
    <h3>${data.title}</h3>
    <p>
      <span class="tag raised">${CHECK_STATE_WORDS.raised}</span> ${severityTag(data.severity)}
      <code>${data.id}</code>
    </p>
    ${terms([
      ['Found', figures(results)],
      ['Threshold', thresholdOf(view, data) || null],
      ['What to do', data.action],
      ['Why it is looked at', data.source],
    ])}
  </div>\n`;
}

function othersTable(view: ReportView, groups: readonly CheckGroup[]): Html {
  const columns: readonly Column<CheckGroup>[] = [
    {
      head: 'Check',
      cell: ({ data }) => safe`${data.title} <code class="id">${data.id}</code>`,
      isRowHead: true,
    },
    { head: 'State', cell: ({ state }) => CHECK_STATE_WORDS[state] },
    {
      head: 'Figure',
      cell: ({ results }) =>
        results.length > MOST_SHOWN
          ? `${count(results.length)} results; each is in summary.json.`
          : figures(results),
    },
    { head: 'Threshold', cell: ({ data }) => thresholdOf(view, data) },
  ];
  return table({ caption: 'Checks on the whole extract that are not raised', columns, rows: groups });
}

/** What a feed or an export did to all records at once. */
export function extractChecksSection(view: ReportView): Html {
  const groups = groupsOf(view);
  const raised = groups.filter((group) => group.state === 'raised');
  const others = groups.filter((group) => group.state !== 'raised');
  const results = others.reduce((sum, group) => sum + group.results.length, 0);
  return section('checks', [
    paragraph(REPORT.checksAbout),
    raised.length === 0
      ? paragraph(REPORT.checksNoneRaised)
      : raised.map((group) => raisedNotice(view, group)),
    others.length === 0
      ? null
      : folded(`The checks that are not raised: ${counted(results, 'result')}`, othersTable(view, others)),
  ]);
}
