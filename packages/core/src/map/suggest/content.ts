import { FIELD_INDEX, FIELDS, type FieldDefinition, type FieldName } from '../../model/fields.js';
import { readHistory } from '../../normalise/history.js';
import { readOffenceCode } from '../../normalise/offence-code.js';
import { parseWholeNumber } from '../../normalise/whole-number.js';
import type { FieldSource } from '../profile.js';
import { QUESTION } from '../questions.js';
import { codeContent } from './offence-codes.js';
import { guessDates } from './dates.js';
import type { Content } from './proposal.js';
import { type ColumnSample, share } from './sample.js';
import { VOCABULARY } from './vocabulary.js';

const fits = (source: FieldSource, reason: string): Content => ({
  source,
  agrees: true,
  isQuestion: false,
  reason,
});
const differs = (source: FieldSource, reason: string): Content => ({
  source,
  agrees: false,
  isQuestion: false,
  reason,
});
const asks = (source: FieldSource, reason: string): Content => ({
  source,
  agrees: true,
  isQuestion: true,
  reason,
});

function dateContent({ name, values }: ColumnSample): Content {
  const guess = guessDates(values);
  switch (guess.kind) {
    case 'none':
      return differs(name, 'its values are no dates');
    case 'question':
      return asks(
        { column: name, date: `${QUESTION}${guess.question}` },
        'dates; how they are written is a question',
      );
    case 'formats': {
      const { formats, others, because } = guess;
      const isCanonical = formats.every((format) => /^YYYY-MM-DD(THH:mm(:ss)?)?$/.test(format));
      const [first = ''] = formats;
      const said = `dates written ${formats.join(' or ')}${because === '' ? '' : `, ${because}`}`;
      const left =
        others === 0 ? '' : `; ${others} ${others === 1 ? 'value is' : 'values are'} not written so`;
      return fits(
        isCanonical ? name : { column: name, date: formats.length === 1 ? first : formats },
        said + left,
      );
    }
    default:
      return guess satisfies never;
  }
}

/** At most so many codes are asked for by name; a column with more has no codes but texts. */
const MOST_CODES = 12;
const LONGEST_CODE = 24;

function wordContent(field: FieldDefinition, { name, counts }: ColumnSample): Content {
  const words = field.words ?? [];
  const vocabulary = VOCABULARY[field.name as FieldName] ?? {};
  const codes = [...counts.keys()];
  if (codes.length === 0 || codes.length > MOST_CODES || codes.some((code) => code.length > LONGEST_CODE))
    return differs(name, 'its values are too many or too long to be codes');
  const allowed = words.join(', ');
  if (codes.every((code) => words.some((word) => word.toUpperCase() === code)))
    return fits(name, `only the words ${allowed}`);
  const known = codes.filter((code) => Object.hasOwn(vocabulary, code));
  const values = Object.fromEntries(known.map((code) => [code, vocabulary[code] ?? '']));
  const strange = codes.filter((code) => !Object.hasOwn(vocabulary, code));
  if (strange.length === 0)
    return fits({ column: name, values }, `codes for ${allowed} that are known words`);
  if (field.sensitivity === 'personal' && known.length > 0) {
    const others = strange.length === 1 ? 'one other code is' : `${String(strange.length)} other codes are`;
    const reason = `codes for ${allowed}, some of them known words; ${others} taken as unknown until "values" names them`;
    return { ...fits({ column: name, values }, reason), isUnsure: true };
  }
  if (field.sensitivity === 'personal') {
    const question = `the column ${name} has codes that are no known words; say what each means, such as {"column": ${JSON.stringify(name)}, "values": {"1": ${JSON.stringify(words[0])}}}`;
    return asks(`${QUESTION}${question}`, 'codes that are no known words');
  }
  const asked = Object.fromEntries(
    strange.map((code) => [code, `${QUESTION}what is ${code}: ${allowed}? An empty text means not recorded`]),
  );
  return asks(
    { column: name, values: { ...values, ...asked } },
    `codes; what ${strange.join(', ')} means is a question`,
  );
}

function numberContent(field: FieldDefinition, { name, values }: ColumnSample): Content {
  const highest = field.highest ?? 0;
  const readable = share(values, (value) => parseWholeNumber(value, highest) !== null);
  return readable >= 0.9
    ? fits(name, `whole numbers from 0 to ${highest}`)
    : differs(name, 'its values are no such numbers');
}

/** What stands between the parts of a list: the sign that most values have, if it is not the usual one. */
function separatorOf(values: readonly string[]): string | null {
  const signs = [';', '|', ',', '/'].map((sign) => ({
    sign,
    found: share(values, (value) => value.includes(sign)),
  }));
  const [best] = signs.toSorted((a, b) => b.found - a.found);
  return best === undefined || best.found === 0 ? null : best.sign;
}

function listContent(field: FieldDefinition, { name, values }: ColumnSample): Content {
  const sign = separatorOf(values);
  if (field.name === 'suspectAges') {
    const isAge = (part: string) => part.trim() === '' || parseWholeNumber(part.trim(), 120) !== null;
    const readable = share(values, (value) => value.split(sign ?? ';').every(isAge));
    if (readable < 0.9) return differs(name, 'its values are no ages');
  }
  if (sign === null || sign === ';')
    return fits(name, sign === null ? 'one value a row' : 'a list, ; between');
  // A comma or a slash may also stand within a text: White/Asian is one ethnicity.
  if (field.name !== 'suspectAges' && (sign === ',' || sign === '/')) {
    const question = `some values of ${name} hold ${JSON.stringify(sign)}: is it what stands between the parts? Write {"column": ${JSON.stringify(name)}, "separator": ${JSON.stringify(sign)}} if so, else ${JSON.stringify(name)}`;
    return asks(`${QUESTION}${question}`, `texts, some with ${JSON.stringify(sign)}`);
  }
  return fits({ column: name, separator: sign }, `a list, ${sign} between`);
}

function textContent(field: FieldDefinition, { name, values, counts }: ColumnSample): Content {
  const different = new Set(values).size;
  if (field.name === 'crimeReference') {
    if (different === values.length) return fits(name, 'every value differs');
    return different >= values.length / 50
      ? fits(name, `${different} different values in ${values.length} rows`)
      : differs(name, 'its values repeat too often for a reference');
  }
  if (field.name === 'narrative' && counts.size > 0 && different < values.length / 5) {
    return differs(name, 'short texts that repeat: a title or code, and no narrative');
  }
  return fits(name, different === 1 ? 'the same on every row' : 'texts');
}

/** What the values of a column say to its being a field; a column without values says nothing. */
export function contentFor(name: FieldName, column: ColumnSample): Content {
  const field: FieldDefinition = FIELDS[FIELD_INDEX[name]] ?? FIELDS[0];
  if (column.values.length === 0) {
    return { source: column.name, agrees: null, isQuestion: false, reason: 'no values in what was read' };
  }
  switch (field.type) {
    case 'date':
      return dateContent(column);
    case 'word':
      return wordContent(field, column);
    case 'number':
      return numberContent(field, column);
    case 'offence-code':
      return codeContent(column);
    case 'offence-class':
      return share(column.values, (value) => readOffenceCode(value).kind === 'class') >= 0.9
        ? fits(column.name, 'offence classes')
        : differs(column.name, 'its values are no offence classes');
    case 'list':
      return listContent(field, column);
    case 'history':
      return share(column.values, (value) => readHistory(value) !== null) >= 0.9
        ? fits(column.name, 'marker histories')
        : differs(column.name, 'its values are not MARKER:set:YYYY-MM-DD');
    case 'text':
      return textContent(field, column);
    case 'marker':
      return differs(column.name, 'markers have a place of their own');
    default:
      return field.type satisfies never;
  }
}
