import { adoptionSentence } from '../../messages/adoption.js';
import { count, counted } from '../../messages/figures.js';
import { changeWords, settingWords, waiverSentences } from '../../messages/report-sentences.js';
import { IDENTITY } from '../../messages/report-sections.js';
import { blankWords } from '../../messages/report-words.js';
import type { RunInput, RunSummary } from '../../model/run.js';
import { clip } from './escape.js';
import { type Html, type HtmlValue, prose, safe } from './html.js';
import { digest, figure, folded, inline, list, ruleLink, section, terms } from './parts.js';
import { type Column, table } from './table.js';
import type { ReportView } from './view.js';

const INPUT_COLUMNS: readonly Column<RunInput>[] = [
  { head: IDENTITY.file, cell: (input) => clip(input.name), isRowHead: true },
  { head: IDENTITY.format, cell: (input) => `${input.format}, ${input.encoding}` },
  { head: IDENTITY.bytes, cell: (input) => count(input.bytes), isNumber: true },
  { head: IDENTITY.records, cell: (input) => count(input.records), isNumber: true },
  { head: IDENTITY.unreadable, cell: (input) => figure(input.unreadable), isNumber: true },
  { head: IDENTITY.digest, cell: (input) => digest(input.sha256) },
];

function policyWords({ policy }: RunSummary): HtmlValue {
  if (policy.digest === null && policy.changes.length === 0) return IDENTITY.noPolicy;
  const of = policy.digest === null ? null : digest(policy.digest);
  if (policy.changes.length === 0) return [IDENTITY.emptyPolicy, ' ', of];
  return [
    `${counted(policy.changes.length, 'change')} to the pack:`,
    list(policy.changes.map((change) => prose(changeWords(change)))),
    of,
  ];
}

/** What the registrar says of the pack's readings. */
function adoptionWords({ adoption }: RunSummary): HtmlValue {
  if (adoption === null) return null;
  const differing = inline(adoption.differing.map((id) => ruleLink(id, id)));
  return [
    `${adoptionSentence(adoption)} `,
    adoption.differing.length === 0 ? null : [`${IDENTITY.differing} `, differing, '. '],
    digest(adoption.digest),
  ];
}

function waiverWords({ waivers }: RunSummary): HtmlValue {
  if (waivers === null) return null;
  return [list(waiverSentences(waivers)), digest(waivers.digest)];
}

/** Parameters of the rules are said with what they are for; those of the whole-extract checks are folded. */
function parameterWords({ summary, pack }: ReportView): HtmlValue {
  const own = Object.entries(summary.parameters).filter(([name]) => Object.hasOwn(pack.parameters, name));
  if (own.length === 0) return null;
  return list(
    own.map(
      ([name, value]) =>
        safe`<code>${name}</code>: <strong>${settingWords(value)}</strong>. ${pack.parameters[name]?.about ?? ''}`,
    ),
  );
}

function thresholds({ summary, pack }: ReportView): Html | null {
  const rows = Object.entries(summary.parameters).filter(([name]) => !Object.hasOwn(pack.parameters, name));
  if (rows.length === 0) return null;
  return folded(
    `${IDENTITY.thresholds} (${count(rows.length)})`,
    table({
      caption: IDENTITY.thresholds,
      columns: [
        { head: IDENTITY.parameter, cell: ([name]) => safe`<code>${name}</code>`, isRowHead: true },
        { head: IDENTITY.value, cell: ([, value]) => settingWords(value), isNumber: true },
      ],
      rows,
      isNarrow: true,
    }),
  );
}

/** What was read, and by which pack, profile and policy: two reports are comparable where these agree. */
export function identitySection(view: ReportView): Html {
  const { summary, pack } = view;
  const columns = inline(summary.columns.map((name) => safe`<code>${name}</code>`));
  return section('identity', [
    table({ caption: IDENTITY.files, columns: INPUT_COLUMNS, rows: summary.inputs }),
    terms([
      [IDENTITY.pack, [`${pack.title}, edition ${summary.pack.edition} `, digest(summary.pack.digest)]],
      [IDENTITY.profile, [`${summary.profile.name} `, digest(summary.profile.digest)]],
      [IDENTITY.blanks, blankWords(summary.profile.blank)],
      [IDENTITY.policy, policyWords(summary)],
      [IDENTITY.parameters, parameterWords(view)],
      [IDENTITY.adoption, adoptionWords(summary)],
      [IDENTITY.waivers, waiverWords(summary)],
      [
        IDENTITY.references,
        summary.pseudonyms === null ? null : safe`${IDENTITY.pseudonyms} <code>${summary.pseudonyms}</code>.`,
      ],
      [IDENTITY.tool, `${summary.tool.name} ${summary.tool.version}`],
    ]),
    thresholds(view),
    folded(`${IDENTITY.columns} (${count(summary.columns.length)})`, safe`<p class="wrap">${columns}</p>\n`),
  ]);
}
