import { FIELDS, type FieldDefinition, type Sensitivity } from '../../packages/core/src/model/fields.js';
import { blocks, code, codes, generatedFrom, table } from './docs-markdown.js';

const SENSITIVITY_WORDS: Readonly<Record<Sensitivity, string>> = {
  none: 'administrative',
  key: 'key',
  personal: 'personal',
};

function typeWords({ type, words, highest }: FieldDefinition): string {
  switch (type) {
    case 'word':
      return `one of ${codes(words ?? [])}`;
    case 'number':
      return `whole number, 0 to ${highest ?? 0}`;
    case 'date':
      return 'date';
    case 'offence-code':
      return 'offence code';
    case 'offence-class':
      return 'offence class';
    case 'marker':
      return 'marker: `Y`, `N` or empty';
    case 'list':
      return 'list, `;` between';
    case 'history':
      return 'history of markers';
    case 'text':
      return 'text';
    default:
      return type satisfies never;
  }
}

/** The field dictionary as a page. */
export function fieldsPage(): string {
  const fields: readonly FieldDefinition[] = FIELDS;
  return blocks(
    '# The fields of a record',
    'A CSV whose header uses these names needs no profile; case does not matter. Any other extract needs [a profile](profiles.md), which says which column is which field. Only the columns that a rule needs have to be there: a rule without them is not assessed, and the run says so.',
    'Dates are `YYYY-MM-DD`, also with `THH:MM` or `THH:MM:SS`; only the day is used. An empty cell is not recorded. How every cell is read, to the letter, is in [reading](reading.md).',
    table(
      ['field', 'meaning', 'type', 'sensitivity', 'usual names of the column'],
      fields.map((field) => [
        code(field.name),
        field.meaning,
        typeWords(field),
        SENSITIVITY_WORDS[field.sensitivity],
        field.usualNames.join(', '),
      ]),
    ),
    '- **administrative**: it tells nothing about a person. Team and force are written to outputs.\n- **key**: it names the record, and is written to outputs.\n- **personal**: its value is never written to any output, log or message; only `explain --show-values` shows it.',
    generatedFrom(code('packages/core/src/model/fields.ts')),
  );
}
