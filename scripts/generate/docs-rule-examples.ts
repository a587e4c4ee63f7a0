import { createChecker } from '../../packages/core/src/checker.js';
import { type CrimeRecord, FIELD_NAMES, type FieldName } from '../../packages/core/src/model/fields.js';
import type { Pack } from '../../packages/core/src/model/pack.js';
import type { RuleCases } from '../../packages/core/src/model/rule.js';
import { blocks, code, codes, table } from './docs-markdown.js';

const COLUMNS = [
  ['met', 'meets it'],
  ['breached', 'breaches it'],
  ['undetermined', 'cannot be told'],
  ['notApplicable', 'is not concerned'],
] as const satisfies readonly (readonly [keyof RuleCases, string])[];

function shown(value: string | null | undefined): string {
  if (value === null) return 'no such column';
  return value === undefined || value === '' ? 'empty' : value;
}

/** A record's value, in bold where it differs from the record that meets the rule. */
function valueCell(record: CrimeRecord, met: CrimeRecord, field: FieldName): string {
  const text = shown(record[field]);
  return text === shown(met[field]) ? text : `**${text}**`;
}

function lackingLine(id: string, pack: Pack, record: CrimeRecord): string | null {
  const checker = createChecker(pack, { asAt: '2026-01-01', policy: { rules: { [id]: 'on' } } });
  const lacking = checker.check(record).outcomes[id]?.lacking ?? [];
  return lacking.length === 0 ? null : `The third record cannot be told for want of ${codes(lacking)}.`;
}

/** The first case of each outcome beside one another, by the fields that any of them has. */
export function exampleTable(id: string, pack: Pack, cases: RuleCases | undefined): string | null {
  const records = COLUMNS.flatMap(([name]) => cases?.[name][0] ?? []);
  const [met, , undetermined] = records;
  if (met === undefined || undetermined === undefined || records.length < COLUMNS.length) return null;
  const fields = FIELD_NAMES.filter((field) => records.some((record) => record[field] !== undefined));
  return blocks(
    '## Examples',
    'The records are invented. In bold is what differs from the record that meets the rule; fields not named are empty.',
    table(
      ['field', ...COLUMNS.map(([, words]) => words)],
      fields.map((field) => [code(field), ...records.map((record) => valueCell(record, met, field))]),
    ),
    lackingLine(id, pack, undetermined),
  );
}
