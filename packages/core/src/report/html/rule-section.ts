import { count, counted } from '../../messages/figures.js';
import { effectiveWords, REPORT, sampleCaption } from '../../messages/report.js';
import { BASIS_WORDS, CONFIDENCE_WORDS, DIMENSION_WORDS, TIER_WORDS } from '../../messages/report-words.js';
import type { Source } from '../../model/pack.js';
import type { SampleFinding } from '../sampler.js';
import { smallBar } from './bar.js';
import { clip } from './escape.js';
import { safe, type Html, type HtmlValue, prose } from './html.js';
import { cellText, confidenceTag, severityTag, terms } from './parts.js';
import { type Column, table } from './table.js';
import type { ReportView, RuleView } from './view.js';

function sourceLine({ title, date, url }: Source): Html {
  const isLink = url !== null && /^https?:\/\//i.test(url);
  const name = isLink ? safe`<a href="${url}" rel="noreferrer">${title}</a>` : title;
  return safe`<li>${name}${date === null ? null : ` (${date})`}</li>\n`;
}

function why({ rule }: RuleView, { pack }: ReportView): Html {
  const sources = rule.sources.flatMap((id) => pack.sources[id] ?? []);
  return safe`${BASIS_WORDS[rule.basis]}
    <ul>
      ${sources.map(sourceLine)}
    </ul>`;
}

function countsLine({ summary, appliesTo }: RuleView): HtmlValue {
  const { met, breached, undetermined, waived } = summary;
  const review = waived === 0 ? '' : ` (${count(waived)} of them waived)`;
  return safe`Applies to ${counted(appliesTo, 'record')}: ${count(met)} met,
    <strong>${count(breached)} breached</strong>${review}, ${count(undetermined)} cannot be told.`;
}

const BASE_COLUMNS: readonly Column<SampleFinding>[] = [
  {
    head: 'Crime reference',
    cell: ({ crimeReference }) => cellText(crimeReference, REPORT.noReference),
    isRowHead: true,
  },
  { head: 'Team', cell: ({ team }) => cellText(team, REPORT.noTeam) },
  { head: 'What is wrong', cell: ({ message }) => clip(message, 400) },
  { head: 'File and row', cell: ({ file, row }) => safe`${clip(file, 120)}, row ${String(row)}` },
];

const FORCE: Column<SampleFinding> = { head: 'Force', cell: ({ force }) => cellText(force, REPORT.noForce) };
const SEVERITY: Column<SampleFinding> = { head: 'Severity', cell: ({ severity }) => severityTag(severity) };

/** Force and severity have columns only where they tell findings apart. */
function sampleTable({ rule, summary }: RuleView, { samples, forces }: ReportView): Html | null {
  const shown = (Object.hasOwn(samples, rule.id) ? samples[rule.id] : undefined) ?? [];
  if (summary.breached === 0) return null;
  if (shown.length === 0) return safe`<p>The findings are in <code>findings.csv</code>.</p>\n`;
  const [reference, ...rest] = BASE_COLUMNS;
  const columns = [
    ...(reference === undefined ? [] : [reference]),
    ...(forces.length > 1 ? [FORCE] : []),
    ...(shown.some(({ severity }) => severity !== summary.severity) ? [SEVERITY] : []),
    ...rest,
  ];
  const all = Math.max(summary.breached, shown.length);
  const more =
    shown.length < all ? safe`<p class="quiet">The full list is in <code>findings.csv</code>.</p>\n` : null;
  return safe`${table({ caption: sampleCaption(rule.id, shown.length, all), columns, rows: shown })}${more}`;
}

/** One rule: what it found, why it asks, what to do, where it may be wrong, and some of its findings. */
export function ruleSection(of: RuleView, view: ReportView): Html {
  const { rule, summary } = of;
  const isOn = summary.state === 'on';
  const { met, breached, undetermined } = summary;
  const status = CONFIDENCE_WORDS[rule.confidence];
  const severities = (rule.severityWhen ?? []).map(
    (change) => safe` ${severityTag(change.severity)} where ${change.because}.`,
  );
  return safe`<div class="rule">
    <h3 id="${rule.id}">${rule.title}</h3>
    <p class="rule-meta">
      <code>${rule.id}</code> ${severityTag(summary.severity)} ${confidenceTag(rule.confidence)}
    </p>
    <p>${isOn ? countsLine(of) : `Not assessed: the extract lacks ${summary.lacking.join(', ')}.`}</p>
    ${isOn ? smallBar({ met, breached, undetermined }) : null}
    ${terms([
      ['Why', why(of, view)],
      ['Status', safe`<strong>${status.label}.</strong> ${status.about}`],
      ['How to fix it', prose(rule.action)],
      ['Limits', prose(rule.limits)],
      ['In force', effectiveWords(rule.effective)],
      [
        'Severity',
        severities.length === 0 || !isOn
          ? null
          : safe`${severityTag(summary.severity)} at most.${severities}`,
      ],
      [
        'Concerns',
        `${rule.marker === null ? 'No single marker' : `The marker ${rule.marker}`}; ${DIMENSION_WORDS[rule.dimension]}; tier ${String(rule.tier)}, ${TIER_WORDS[rule.tier].title.toLowerCase()}.`,
      ],
    ])}${sampleTable(of, view)}
  </div>\n`;
}
