import { adoptionSentence } from '../messages/adoption.js';
import { alertWords } from '../messages/alerts.js';
import {
  BRIEF,
  briefOf,
  changesWords,
  feedWords,
  lackingLine,
  quoteWords,
  workWords,
} from '../messages/brief.js';
import { percent } from '../messages/figures.js';
import { verdictOf } from '../messages/report.js';
import { fillHeadline } from '../messages/report-sentences.js';
import { TIER_WORDS } from '../messages/report-words.js';
import type { Alert } from '../model/alert.js';
import type { Pack } from '../model/pack.js';
import type { MeasureSummary, RunSummary } from '../model/run.js';
import type { Tier } from '../model/rule.js';
import { forcesLine } from './forces-line.js';
import { visible } from './html/escape.js';

export interface BriefInput {
  readonly summary: RunSummary;
  readonly pack: Pack;
  /** What looks broken against the last run of the history. @default what the summary says */
  readonly alerts?: readonly Alert[];
}

const MOST_RULES = 3;

/** Headline measures with their counts, those that concern no record included. */
function headlinesOf({ summary, pack }: BriefInput) {
  return pack.measures.flatMap(({ id, title, headline }) => {
    const of = summary.measures[id];
    return headline === undefined || of === undefined ? [] : [{ title, headline, of }];
  });
}

function said(headline: string, { met, breached, undetermined }: MeasureSummary): string {
  return fillHeadline(headline, { met, breached, undetermined, assessed: met + breached + undetermined });
}

function headlineLines(input: BriefInput): readonly string[] {
  return headlinesOf(input).map(({ title, headline, of }) => {
    if (of.met + of.breached + of.undetermined === 0) return `${title}: ${BRIEF.noFigure}.`;
    return `${said(headline, of)} Rate ${percent(of.rate)}, floor ${percent(of.floor)}, ceiling ${percent(of.ceiling)}.`;
  });
}

/** The rules that are on, and what they rest on. */
function rulesOn({ summary, pack }: BriefInput) {
  return pack.rules.filter(({ id }) => summary.rules[id]?.state === 'on');
}

function workLine(input: BriefInput): string {
  const { summary } = input;
  const open = rulesOn(input).flatMap(({ id, tier }) => {
    const { breached = 0, waived = 0 } = summary.rules[id] ?? {};
    return breached > waived ? [{ id, tier, findings: breached - waived }] : [];
  });
  const first = Math.min(...open.map(({ tier }) => tier)) as Tier;
  const of = open.filter(({ tier }) => tier === first).toSorted((a, b) => b.findings - a.findings);
  if (of.length === 0) return BRIEF.nothingToDo;
  const all = of.reduce((sum, { findings }) => sum + findings, 0);
  return workWords(
    TIER_WORDS[first].title,
    all,
    of.slice(0, MOST_RULES).map(({ id }) => id),
    of.length <= MOST_RULES,
  );
}

const alertsOf = ({ summary, alerts }: BriefInput): readonly Alert[] => alerts ?? summary.alerts ?? [];

function feedLine(input: BriefInput): string {
  const { summary, pack } = input;
  const titleOf = (id: string) => pack.measures.find((measure) => measure.id === id)?.title ?? id;
  const raised = new Set(summary.checks.flatMap(({ id, state }) => (state === 'raised' ? [id] : [])));
  const titles = pack.checks.flatMap(({ id, title }) => (raised.has(id) ? [title] : []));
  return feedWords(
    alertsOf(input).map((alert) => visible(alertWords(alert, titleOf))),
    titles,
  );
}

function notAssessedLine({ summary }: BriefInput): string {
  const rules = Object.values(summary.rules);
  const lacking = rules.filter(({ state, isOff }) => state === 'not-assessed' && !isOff);
  const untold = rules.reduce((sum, { state, undetermined }) => sum + (state === 'on' ? undetermined : 0), 0);
  return lackingLine(lacking.length, [...new Set(lacking.flatMap((rule) => rule.lacking))].sort(), untold);
}

function quoteLine(input: BriefInput): string {
  const { summary } = input;
  const figure = headlinesOf(input).find(({ of }) => of.met + of.breached + of.undetermined > 0);
  if (summary.notChecked !== null || figure === undefined) return BRIEF.nothingToQuote;
  if (alertsOf(input).length > 0) return BRIEF.brokenFeed;
  // The first sentence alone: what a headline adds after it is no part of the figure.
  const [headline = ''] = said(figure.headline, figure.of).split(/\.(?:\s|$)/);
  const on = rulesOn(input);
  return quoteWords({
    asAt: summary.asAt,
    headline,
    edition: summary.pack.edition,
    unconfirmed: on.filter(({ confidence }) => confidence === 'unconfirmed').length,
    on: on.length,
    changes: summary.policy.changes.length,
    isWhole: summary.complete,
    adoption: summary.adoption === null ? null : adoptionSentence(summary.adoption),
  });
}

/** `brief.txt`: ten lines for a morning meeting, the last of them a sentence fit to quote. */
export function renderBrief(input: BriefInput): string {
  const { summary } = input;
  const forces = [...new Set(summary.cells.map(({ force }) => force))].sort();
  const verdict = verdictOf(summary, rulesOn(input).length);
  const waived = Object.values(summary.rules).reduce((sum, rule) => sum + rule.waived, 0);
  const lines = [
    briefOf(summary, visible(forcesLine(forces)).replace(/^Force /, 'force ')),
    `${verdict.label}: ${verdict.sentence}`,
    feedLine(input),
    ...headlineLines(input),
    changesWords(summary, waived),
    workLine(input),
    notAssessedLine(input),
    quoteLine(input),
  ];
  return `${lines.join('\n')}\n`;
}
