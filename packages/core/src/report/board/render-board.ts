import { SUPPRESSION_THRESHOLD } from '../../disclosure/suppress-table.js';
import { adoptionSentence } from '../../messages/adoption.js';
import { BOARD, boardLacking, boardRules, boardWithout, suppressedNote } from '../../messages/board.js';
import { count, longDate } from '../../messages/figures.js';
import { madeByWords } from '../../messages/report.js';
import { forcesLine } from '../forces-line.js';
import { type Html, type HtmlValue, prose, safe } from '../html/html.js';
import { caveat, list, paragraph } from '../html/parts.js';
import { type Page, renderPage } from '../page/page.js';
import { measureBody } from './measure.js';
import { type BoardInput, boardMeasures } from './view.js';

function feed({ summary, pack }: BoardInput): HtmlValue {
  const raised = pack.checks.flatMap(({ id, title, action }) => {
    const of = summary.checks.filter((check) => check.id === id && check.state === 'raised');
    if (of.length === 0) return [];
    const markers = [...new Set(of.flatMap(({ marker }) => marker ?? []))].join(', ');
    return [safe`<strong>${title}${markers === '' ? '' : ` (${markers})`}.</strong> ${prose(action)}`];
  });
  return raised.length === 0 ? paragraph(BOARD.noneRaised) : [paragraph(BOARD.raised), list(raised)];
}

function lacking({ summary, pack }: BoardInput): HtmlValue {
  const rules = Object.entries(summary.rules).filter(
    ([, { state, isOff }]) => state === 'not-assessed' && !isOff,
  );
  if (rules.length === 0) return paragraph(BOARD.allAssessed);
  const columns = [...new Set(rules.flatMap(([, rule]) => rule.lacking))].sort();
  const ids = new Set(rules.map(([id]) => id));
  const touched = pack.measures.filter(
    ({ headline, rules: of = [] }) => headline !== undefined && of.some((id) => ids.has(id)),
  );
  return [
    paragraph(boardLacking(rules.length, columns)),
    touched.length === 0 ? null : paragraph(boardWithout(touched.map(({ title }) => title))),
  ];
}

function rulesLine({ summary, pack }: BoardInput): string {
  const on = pack.rules.filter(({ id }) => summary.rules[id]?.state === 'on');
  const unconfirmed = on.filter(({ confidence }) => confidence === 'unconfirmed').length;
  const adopted = summary.adoption === null ? '' : ` ${adoptionSentence(summary.adoption)}`;
  return `${boardRules(on.length, unconfirmed, summary.policy.changes.length)}${adopted}`;
}

function leadOf(input: BoardInput): Html {
  const { summary, threshold = SUPPRESSION_THRESHOLD } = input;
  const forces = forcesLine([...new Set(summary.cells.map(({ force }) => force))].sort());
  const records =
    summary.records < threshold
      ? `Fewer than ${count(threshold)} records`
      : `${count(summary.records)} records`;
  const lede = [`Check as at ${longDate(summary.asAt)}`, ...(forces === '' ? [] : [forces]), records].join(
    ' · ',
  );
  return safe`<h1>${BOARD.title}</h1>
    <p class="lede">${lede}</p>
    ${summary.notChecked === null ? null : caveat(safe`<strong>NOT CHECKED.</strong> ${BOARD.notChecked}`)}
    ${(summary.alerts ?? []).length === 0 ? null : caveat(safe`<strong>ALERT.</strong> ${BOARD.alert}`)}
    ${summary.complete ? null : caveat(safe`<strong>INCOMPLETE.</strong> ${BOARD.incomplete}`)}
    <p><strong>${BOARD.caption}</strong> ${rulesLine(input)}</p>\n`;
}

/** `board.html` in pieces: for a board with outside members. No record, no team, no small number. */
export function renderBoard(input: BoardInput): Iterable<string> {
  const { summary, pack, threshold = SUPPRESSION_THRESHOLD } = input;
  const { sections } = BOARD;
  const measures = summary.notChecked === null ? boardMeasures(input) : [];
  const page: Page = {
    title: `Marker report for the board, as at ${longDate(summary.asAt)}`,
    brand: BOARD.brand,
    handling: BOARD.handling,
    skip: BOARD.skip,
    contents: BOARD.contents,
    lead: leadOf(input),
    sections: [
      {
        id: 'headlines',
        heading: sections.headlines,
        body:
          summary.notChecked === null
            ? [BOARD.about.map(paragraph), measures.map((of) => measureBody(of, threshold))]
            : paragraph(BOARD.notChecked),
      },
      { id: 'feed', heading: sections.feed, body: feed(input) },
      { id: 'lacking', heading: sections.lacking, body: lacking(input) },
      { id: 'unknowable', heading: sections.unknowable, body: list(BOARD.unknowable) },
      {
        id: 'made',
        heading: sections.made,
        body: [paragraph(rulesLine(input)), paragraph(suppressedNote(threshold)), paragraph(pack.about)],
      },
    ],
    footer: [BOARD.caption, BOARD.handling, madeByWords(summary)],
  };
  return renderPage(page);
}
