import path from 'node:path';
import {
  adoptionSentence,
  fillHeadline,
  type InputNotice,
  type Pack,
  type RunSummary,
  TIER_WORDS,
  workListSentence,
} from '@markercheck/core';
import { terminalSafe } from './terminal-text.js';
import { count, counted, percent, wrap } from './wrap.js';

function headlines(summary: RunSummary, pack: Pack): readonly string[] {
  return pack.measures.flatMap(({ id, headline }) => {
    const of = summary.measures[id];
    if (headline === undefined || of === undefined) return [];
    const assessed = of.met + of.breached + of.undetermined;
    if (assessed === 0) return [];
    const said = fillHeadline(headline, { ...of, assessed } as unknown as Readonly<Record<string, number>>);
    const range =
      of.undetermined === 0
        ? `Rate ${percent(of.rate)}.`
        : `Rate ${percent(of.rate)}; between ${percent(of.floor)} and ${percent(of.ceiling)} once the rest is known.`;
    return [wrap(`  ${said}`, '  '), wrap(`    ${range}`, '    ')];
  });
}

/** The findings of a rule that nobody has waived. */
function openOf({ rules }: RunSummary, id: string): number {
  const { breached = 0, waived = 0 } = rules[id] ?? {};
  return breached - waived;
}

function byTier(summary: RunSummary, pack: Pack): readonly string[] {
  return Object.entries(TIER_WORDS).flatMap(([tier, { title }]) => {
    const found = pack.rules
      .filter((rule) => String(rule.tier) === tier)
      .reduce((sum, rule) => sum + openOf(summary, rule.id), 0);
    return found === 0 ? [] : [`  ${count(found).padStart(7)}  Tier ${tier}: ${title}`];
  });
}

function topRules(summary: RunSummary, pack: Pack): readonly string[] {
  return pack.rules
    .map((rule) => ({ rule, found: openOf(summary, rule.id) }))
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => a.rule.tier - b.rule.tier || b.found - a.found)
    .map(
      ({ rule, found }) =>
        `  ${count(found).padStart(7)}  ${(summary.rules[rule.id]?.severity ?? '').padEnd(8)} ${rule.id}`,
    );
}

function notAssessed(summary: RunSummary): readonly string[] {
  if (summary.records === 0) return [];
  const groups = new Map<string, string[]>();
  for (const [id, rule] of Object.entries(summary.rules)) {
    if (rule.state !== 'not-assessed' || rule.isOff) continue;
    const key = rule.lacking.join(', ');
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups].map(([lacking, ids]) => wrap(`  no ${lacking}: ${ids.join(', ')}`, '    '));
}

function raisedChecks(summary: RunSummary, pack: Pack): readonly string[] {
  return summary.checks
    .filter((check) => check.state === 'raised')
    .map((check) => {
      const data = pack.checks.find(({ id }) => id === check.id);
      const of = [check.marker, check.force, check.month]
        .filter((part) => part !== undefined && part !== '')
        .join(' ');
      const title = data?.title ?? check.id;
      return wrap(`  ${title}${of === '' ? '' : ` (${terminalSafe(of)})`}: ${data?.action ?? ''}`, '    ');
    });
}

/** What changed since the earlier run, and what is waived: one line each, never left out. */
function standing(summary: RunSummary): readonly string[] {
  const { baseline, waivers } = summary;
  const waived = Object.values(summary.rules).reduce((sum, rule) => sum + rule.waived, 0);
  return [
    ...(baseline === null
      ? []
      : [
          wrap(
            `  Since ${baseline.asAt}: ${count(baseline.new)} new, ${count(baseline.persisting)} persisting, ${count(baseline.rejudged)} re-judged, ${count(baseline.resolved)} resolved, ${count(baseline.noLongerAssessed)} no longer assessed.`,
            '    ',
          ),
          ...(baseline.rejudged === 0
            ? []
            : [
                wrap(
                  '  Re-judged: the rule or the policy changed, or the finding was known before and could not be judged then. They are not new: --new-only does not count them; findings.csv lists them with the status re-judged.',
                  '    ',
                ),
              ]),
        ]),
    ...(waivers === null
      ? []
      : [
          wrap(
            `  ${counted(waived, 'finding is', 'findings are')} waived, and counted all the same. Waivers: ${count(waivers.expired.length)} expired, ${count(waivers.unused.length)} unused, ${count(waivers.expiringSoon.length)} ending within four weeks, ${count(waivers.malformed.length)} malformed.`,
            '    ',
          ),
        ]),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

const PROFILE_HINT =
  'If it has them under other names, a profile says which column is which: markercheck profile suggest EXTRACT proposes one.';

/** Some of its columns have canonical names, and those that every rule needs have not. */
function needsProfile({ notChecked, records, profile, columns }: RunSummary): boolean {
  const hasCodes = columns.includes('offenceCode') || columns.includes('offenceClass');
  return notChecked !== null && records > 0 && profile.name === 'canonical' && !hasCodes;
}

function opening(summary: RunSummary): readonly string[] {
  const names = summary.inputs.map((input) => terminalSafe(input.name)).join(', ');
  const unreadable = summary.inputs.reduce((sum, input) => sum + input.unreadable, 0);
  const head = wrap(
    `Checked ${counted(summary.records, 'record')} of ${names} as at ${summary.asAt} with the pack ${summary.pack.id} ${summary.pack.edition}.`,
  );
  const changes = summary.policy.changes.length;
  return [
    head,
    ...(summary.adoption === null ? [] : [wrap(adoptionSentence(summary.adoption))]),
    ...(changes > 0
      ? [`The policy makes ${counted(changes, 'change')} to the pack; the report lists them.`]
      : []),
    ...(summary.notChecked === null ? [] : ['', wrap(`NOT CHECKED: ${summary.notChecked}.`)]),
    ...(needsProfile(summary) ? [wrap(PROFILE_HINT)] : []),
    ...(summary.complete
      ? []
      : [
          wrap(
            `INCOMPLETE: ${unreadable > 0 ? `${counted(unreadable, 'row')} could not be read` : 'not all of the input could be read'}; input.csv lists what and why.`,
          ),
        ]),
  ];
}

function workListFile(summary: RunSummary, out: string): string {
  return summary.workList === null
    ? `every finding is in ${path.join(out, 'findings.csv')}`
    : `the work list is ${path.join(out, 'worklist.xlsx')}`;
}

/** What was found; a run that was not checked has not found nothing. */
function foundLines(summary: RunSummary, pack: Pack): readonly string[] {
  const { error, warning, info } = summary.findings;
  const found = error + warning + info;
  if (found === 0) return summary.notChecked === null ? ['', 'No findings.'] : [];
  return section(
    `${counted(found, 'finding')} (${counted(error, 'error')}, ${counted(warning, 'warning')}, ${count(info)} info), in the order of work:`,
    [...byTier(summary, pack), '', ...topRules(summary, pack)],
  );
}

/** Where the rest is. */
function closing(summary: RunSummary, out: string, notices: number): readonly string[] {
  if (summary.records === 0)
    return [wrap(`What could not be read is listed in ${path.join(out, 'input.csv')}.`)];
  const report = path.join(out, 'report.html');
  return [
    ...(notices > 0
      ? [
          `${counted(notices, 'cell or row', 'cells or rows')} could not be read: ${path.join(out, 'input.csv')}`,
        ]
      : []),
    ...(summary.workList === null ? [] : [wrap(workListSentence(summary.workList))]),
    wrap(`Start with ${report}; ${workListFile(summary, out)}.`),
  ];
}

/** What `check` says on standard output: what was checked, what was found, what to do first, where the rest is. */
export function checkSummary(summary: RunSummary, pack: Pack, out: string, notices: number): string {
  return [
    ...opening(summary),
    ...section('Looks wrong with the whole extract:', raisedChecks(summary, pack)),
    ...section('Not assessed, because the extract lacks columns:', notAssessed(summary)),
    ...section('Markers:', headlines(summary, pack)),
    ...foundLines(summary, pack),
    ...section('Standing:', standing(summary)),
    '',
    ...closing(summary, out, notices),
    'Flagging compliance, not prevalence; not official statistics.',
    '',
  ].join('\n');
}

/** What concerns whole files and headers, for standard error. */
export function noticeLine(notice: InputNotice): string {
  const column = notice.column === null ? '' : `, column ${terminalSafe(notice.column)}`;
  const row = notice.row === null ? '' : ` row ${notice.row}`;
  return wrap(
    `${terminalSafe(notice.file)}${row}${column}: ${terminalSafe(notice.problem)}; ${terminalSafe(notice.done)}.`,
    '  ',
  );
}
