import { readOffenceCode } from '../../normalise/offence-code.js';
import { trim } from '../../normalise/text.js';
import type { FieldSource, SourceDetail } from '../profile.js';
import { QUESTION } from '../questions.js';
import { spreadsheetDamage } from '../spreadsheet-damage.js';
import type { Content } from './proposal.js';
import { type ColumnSample, share } from './sample.js';

const isCode = (text: string) =>
  readOffenceCode(text).kind === 'class' || readOffenceCode(text).kind === 'subcode';

/** Where a code may end or begin in a longer text. */
const CUTS: readonly Pick<SourceDetail, 'before' | 'after'>[] = [
  { before: ' - ' },
  { before: ':' },
  { before: ' ' },
  { before: '-' },
  { before: '_' },
  { after: '[', before: ']' },
  { after: '(', before: ')' },
  { after: ' - ' },
];

function cut(text: string, { after, before }: Pick<SourceDetail, 'before' | 'after'>): string {
  const start = after === undefined ? 0 : text.indexOf(after) + after.length;
  if (after !== undefined && start < after.length) return '';
  const end = before === undefined ? text.length : text.indexOf(before, start);
  return end < 0 ? '' : trim(text.slice(start, end));
}

function cutSaid({ after, before }: Pick<SourceDetail, 'before' | 'after'>): string {
  const parts = [
    ...(after === undefined ? [] : [`after ${JSON.stringify(after)}`]),
    ...(before === undefined ? [] : [`before ${JSON.stringify(before)}`]),
  ];
  return parts.join(' and ');
}

function damageSaid(values: readonly string[]): string {
  const damaged = values.filter((value) => spreadsheetDamage(value) !== null).length;
  return damaged === 0 ? '' : `: a spreadsheet changed ${damaged} of them; export the column as text`;
}

const content = (source: FieldSource, reason: string, agrees = true, isQuestion = false): Content => ({
  source,
  agrees,
  isQuestion,
  reason,
});

const NEARLY = 0.05;

/** How offence codes are read from a column: as they are, cut out of a longer text, or by a lookup that only the force has. */
export function codeContent({ name, values }: ColumnSample): Content {
  const readable = share(values, isCode);
  if (readable >= 0.95) return content(name, 'offence codes');
  const cuts = CUTS.map((at) => ({ at, found: share(values, (value) => isCode(cut(value, at))) }));
  const most = Math.max(...cuts.map(({ found }) => found));
  // The first that does about as well: a sign that cuts more may cut a damaged code, 19-Jul, to one that looks right.
  const best = cuts.find(({ found }) => found >= most - NEARLY);
  if (best !== undefined && best.found > readable && best.found + readable >= 0.9) {
    return content(
      { column: name, ...best.at },
      `offence codes that stand ${cutSaid(best.at)} in a longer text`,
    );
  }
  const left = values.filter((value) => !isCode(value));
  if (readable >= 0.5) {
    return content(
      name,
      `offence codes; ${left.length} of ${values.length} cannot be read${damageSaid(left)}`,
    );
  }
  const question = `the column ${name} holds no Home Office codes that can be read${damageSaid(left)}. If they are local codes, write {"column": ${JSON.stringify(name)}, "lookup": "codes.csv", "from": "LOCAL", "to": "HO"} with a table of both beside the profile`;
  return content(`${QUESTION}${question}`, 'no Home Office codes that can be read', true, true);
}
