import { FIELD_INDEX, FIELDS, type FieldDefinition, type FieldName } from '../model/fields.js';
import { parseDate } from '../normalise/date.js';
import { readHistory } from '../normalise/history.js';
import { readMarker } from '../normalise/marker.js';
import { readOffenceCode } from '../normalise/offence-code.js';
import { parseWholeNumber } from '../normalise/whole-number.js';
import { wordReader } from '../normalise/word.js';
import { blankTest } from './blanks.js';
import { dateClash } from './date-clash.js';
import { compileDateFormat } from './date-format.js';
import type { SourceDetail, FieldSource } from './profile.js';
import { pathFault } from './safe-path.js';

/** Why a text is no value of a field, or `null`. It is a text of the profile, so it may be repeated. */
export function valueFault(field: FieldDefinition, value: string): string | null {
  const given = JSON.stringify(value);
  switch (field.type) {
    case 'date':
      return parseDate(value) === null ? `${given} is not a date (YYYY-MM-DD)` : null;
    case 'word': {
      const words = field.words ?? [];
      return wordReader(words)(value) === null ? `${given} is none of ${words.join(', ')}` : null;
    }
    case 'number': {
      const highest = field.highest ?? 0;
      return parseWholeNumber(value, highest) === null
        ? `${given} is not a whole number from 0 to ${highest}`
        : null;
    }
    case 'offence-code':
      return readOffenceCode(value).kind === 'unreadable'
        ? `${given} is not an offence code such as 19E or 19/16`
        : null;
    case 'offence-class':
      return readOffenceCode(value).kind === 'class' ? null : `${given} is not an offence class such as 19E`;
    case 'marker':
      return readMarker(value).unreadable ? `${given} is neither Y nor N` : null;
    case 'history':
      return readHistory(value) === null ? `${given} is not a marker history` : null;
    case 'list':
    case 'text':
      return null;
    default:
      return field.type satisfies never;
  }
}

function dateFaults(date: string | readonly string[], isDate: boolean): readonly string[] {
  if (!isDate) return ['date: the field is not a date'];
  const formats = [date].flat();
  const faults = formats
    .filter((format) => compileDateFormat(format) === null)
    .map(
      (format) =>
        `date: ${JSON.stringify(format)} is not a date format; write it with YYYY, MMMM, MMM, MM, M, DD, D, HH, H, hh, h, mm, ss, SSS and A, such as DD/MM/YYYY HH:mm, or name excel-1900 or excel-1904`,
    );
  const clash = faults.length > 0 ? null : dateClash(formats);
  if (clash === null) return faults;
  const [left, right] = clash.formats;
  return [
    `date: ${left} and ${right} cannot stand together, because ${JSON.stringify(clash.text)} is ${clash.days.join(' by the one and ')} by the other; find out which it is`,
  ];
}

/** What kinds of field can have codes that a table gives a meaning. */
function canHaveCodes(field: FieldDefinition): boolean {
  return (
    field.type !== 'date' &&
    field.type !== 'history' &&
    field.name !== 'narrative' &&
    field.name !== 'crimeReference'
  );
}

function tableFaults(
  field: FieldDefinition,
  { values, lookup, from, to }: SourceDetail,
  isBlank: (text: string) => boolean,
) {
  const faults: string[] = [];
  if (values !== undefined && lookup !== undefined)
    faults.push('lookup: name either "values" or "lookup", not both');
  if ((values !== undefined || lookup !== undefined) && !canHaveCodes(field)) {
    faults.push(`${values === undefined ? 'lookup' : 'values'}: the field holds no codes`);
  }
  for (const [code, value] of Object.entries(values ?? {})) {
    // An empty meaning is a code for "not recorded".
    const fault = value.trim() === '' ? null : valueFault(field, value);
    if (fault !== null) faults.push(`values/${code}: ${fault}`);
    if (isBlank(code.trim())) faults.push(`values/${code}: "blanks" says that it is an empty cell`);
  }
  if (lookup === undefined) {
    for (const [key, given] of Object.entries({ from, to })) {
      if (given !== undefined) faults.push(`${key}: it belongs to a "lookup", which is not named`);
    }
  } else {
    const fault = pathFault(lookup);
    if (fault !== null) faults.push(`lookup: ${JSON.stringify(lookup)} ${fault}`);
    for (const [key, given] of Object.entries({ from, to })) {
      if (given === undefined)
        faults.push(
          `${key}: name the column of ${lookup} ${key === 'from' ? 'with the codes of the extract' : 'with what they mean'}`,
        );
    }
  }
  return faults;
}

function sourceFaults({ column, columns, join }: SourceDetail): readonly string[] {
  if (column !== undefined && columns !== undefined)
    return ['columns: name either "column" or "columns", not both'];
  if (column === undefined && columns === undefined) return ['column: name the column'];
  if (columns !== undefined && join === undefined)
    return ['join: say what is put between the columns, such as "/"'];
  return column !== undefined && join !== undefined ? ['join: there is only one column'] : [];
}

/** What is wrong with the source of one field. */
export function fieldFaults(
  name: FieldName,
  source: FieldSource,
  blanks: readonly string[],
): readonly string[] {
  const field: FieldDefinition | undefined = FIELDS[FIELD_INDEX[name]];
  if (field === undefined || typeof source === 'string') return [];
  const faults = [
    ...sourceFaults(source),
    ...(source.date === undefined ? [] : dateFaults(source.date, field.type === 'date')),
    ...tableFaults(field, source, blankTest(blanks)),
    ...(source.separator !== undefined && field.type !== 'list'
      ? ['separator: the field is not a list']
      : []),
  ];
  return faults.map((fault) => `fields/${name}/${fault}`);
}
