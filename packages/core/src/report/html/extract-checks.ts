import { checkFigure, checkThreshold } from '../../messages/report-checks.js';
import { count } from '../../messages/figures.js';
import { CHECKS } from '../../messages/report-sections.js';
import { CHECK_STATE_WORDS } from '../../messages/report-words.js';
import type { CheckResult, CheckState } from '../../model/check-result.js';
import type { ExtractCheckData } from '../../model/pack.js';
import { type Html, type HtmlValue, safe } from './html.js';
import { folded, list, paragraph, section, severityTag, terms, titled } from './parts.js';
import { type Column, table } from './table.js';
import type { ReportView } from './view.js';

/** A check that speaks for each force and month can have thousands of results. */
const MOST_SHOWN = 24;

/** Results of one check in one state. */
interface CheckGroup {
  readonly data: ExtractCheckData;
  readonly state: CheckState;
  readonly results: readonly CheckResult[];
}

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
  return list(more === 0 ? sentences : [...sentences, moreResults(more)]);
}

function moreResults(more: number): Html {
  return safe`${count(more)} more are in <code>summary.json</code>.`;
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
      [CHECKS.found, figures(results)],
      [CHECKS.threshold, thresholdOf(view, data) || null],
      [CHECKS.action, data.action],
      [CHECKS.source, data.source],
    ])}
  </div>\n`;
}

function othersTable(view: ReportView, groups: readonly CheckGroup[]): Html {
  const columns: readonly Column<CheckGroup>[] = [
    { head: CHECKS.check, cell: ({ data }) => titled(data.title, data.id), isRowHead: true },
    { head: CHECKS.state, cell: ({ state }) => CHECK_STATE_WORDS[state] },
    {
      head: CHECKS.figure,
      cell: ({ results }) => (results.length > MOST_SHOWN ? moreResults(results.length) : figures(results)),
    },
    { head: CHECKS.threshold, cell: ({ data }) => thresholdOf(view, data) },
  ];
  return table({ caption: CHECKS.others, columns, rows: groups });
}

/** What a feed or an export did to all records at once. */
export function extractChecksSection(view: ReportView): Html {
  const groups = groupsOf(view);
  const raised = groups.filter((group) => group.state === 'raised');
  const others = groups.filter((group) => group.state !== 'raised');
  const results = others.reduce((sum, group) => sum + group.results.length, 0);
  return section('checks', [
    paragraph(CHECKS.about),
    raised.length === 0 ? paragraph(CHECKS.noneRaised) : raised.map((group) => raisedNotice(view, group)),
    others.length === 0 ? null : folded(`${CHECKS.others} (${count(results)})`, othersTable(view, others)),
  ]);
}
