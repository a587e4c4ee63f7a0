import { writeCsv } from '../../packages/core/src/generate/csv.js';
import { generateRecords } from '../../packages/core/src/generate/generate.js';
import type { Profile } from '../../packages/core/src/map/profile.js';
import { type CrimeRecord, FIELD_NAMES, type FieldName } from '../../packages/core/src/model/fields.js';
import { MARKERS } from '../../packages/core/src/model/markers.js';
import { loadPack } from '../../packages/core/src/rules/load.js';

/** Synthetic records with faults, and text that every format and encoding has to take care of. */
export function recordsToWrite(rows: number, seed = 11): readonly CrimeRecord[] {
  const texts = [
    'plain',
    'He said "stop", then\r\nleft; no more | or\tless',
    '<b>&amp;</b> ]]> {"a":[1]} \\n',
    'Zoë’s café – “groomed”, £20',
    '=1+1',
    '',
  ];
  const pack = loadPack();
  const faultRates = Object.fromEntries(pack.rules.map(({ id }) => [id, 0.05]));
  const options = {
    seed,
    rows,
    force: 'E23000037',
    from: '2025-01-01',
    to: '2025-06-30',
    asAt: '2026-11-01',
  };
  return [...generateRecords(pack, { ...options, ordinaryShare: 0.3, faultRates })].map(({ record }, i) => {
    const text = texts[i % texts.length] ?? '';
    return { ...record, narrative: `${record.narrative ?? ''}${text}` };
  });
}

export function asCsv(records: readonly CrimeRecord[], delimiter = ',', lineEnd = '\n'): string {
  return [...writeCsv(records, FIELD_NAMES, { delimiter, lineEnd })].join('');
}

const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

export function asXml(records: readonly CrimeRecord[], declaration = ''): string {
  const element = (record: CrimeRecord) => (name: FieldName) => {
    const value = record[name] ?? '';
    return value === '' ? '' : `<${name}>${escape(value)}</${name}>`;
  };
  const crimes = records.map((record) => `  <crime>${FIELD_NAMES.map(element(record)).join('')}</crime>\n`);
  return `${declaration}<extract>\n${crimes.join('')}</extract>\n`;
}

function asObject(record: CrimeRecord): Record<string, string | null> {
  return Object.fromEntries(
    FIELD_NAMES.map((name) => [name, record[name] === '' ? null : (record[name] ?? null)]),
  );
}

export const asJson = (records: readonly CrimeRecord[]) => JSON.stringify(records.map(asObject));
export const asNdjson = (records: readonly CrimeRecord[]) =>
  records.map((record) => `${JSON.stringify(asObject(record))}\n`).join('');

/** Where {@link asNestedXml} and {@link asNestedJson} put a field that is not in the record itself. */
const PLACES: { readonly [F in FieldName]?: string } = {
  crimeReference: '@ref',
  offenceCode: 'Offence/@code',
  offenceFrom: 'Offence/From',
  victimBornOn: 'Victim/Born/On',
  victimSex: 'Victim/Sex',
};

const placeOf = (name: FieldName) => PLACES[name] ?? name;

export const NESTED: Profile = {
  name: 'nested',
  records: '/Export/Crimes/Crime',
  fields: Object.fromEntries(
    FIELD_NAMES.filter((name) => !(MARKERS as readonly string[]).includes(name)).map((name) => [
      name,
      placeOf(name),
    ]),
  ),
  markers: {
    layout: 'columns',
    blank: 'not-set',
    columns: Object.fromEntries(
      MARKERS.map((marker) => [marker, { column: marker, set: ['Y'], notSet: ['N'] }]),
    ),
  },
};

export const NESTED_JSON: Profile = { ...NESTED, records: '/Export/Crimes' };

export function asNestedXml(records: readonly CrimeRecord[]): string {
  const crimes = records.map((record) => {
    const text = (name: FieldName) => escape(record[name] ?? '');
    const others = FIELD_NAMES.filter((name) => PLACES[name] === undefined);
    return `<m:Crime ref="${text('crimeReference')}">
  <m:Offence code="${text('offenceCode')}"><m:From>${text('offenceFrom')}</m:From></m:Offence>
  <m:Victim><m:Born><m:On>${text('victimBornOn')}</m:On></m:Born><m:Sex>${text('victimSex')}</m:Sex></m:Victim>
  ${others.map((name) => `<m:${name}>${text(name)}</m:${name}>`).join('')}
</m:Crime>`;
  });
  return `<?xml version="1.0"?><m:Export xmlns:m="urn:x"><m:Head/><m:Crimes>${crimes.join('\n')}</m:Crimes></m:Export>`;
}

export function asNestedJson(records: readonly CrimeRecord[]): string {
  const crimes = records.map((record) => ({
    ...Object.fromEntries(
      FIELD_NAMES.filter((name) => PLACES[name] === undefined).map((name) => [name, record[name] ?? null]),
    ),
    '@ref': record.crimeReference,
    Offence: { '@code': record.offenceCode, From: record.offenceFrom },
    Victim: { Born: { On: record.victimBornOn ?? null }, Sex: record.victimSex },
  }));
  return JSON.stringify({ Export: { Head: { n: crimes.length }, Crimes: crimes } }, null, 1);
}

export type WrittenEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What Windows-1252 has at 0x80 to 0x9F of what is written here. */
const HIGH: Readonly<Record<string, number>> = { '€': 0x80, '–': 0x96, '’': 0x92, '“': 0x93, '”': 0x94 };

export function encode(text: string, encoding: WrittenEncoding, mark = false): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(marked, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(marked, 'utf16le').swap16();
  return Uint8Array.from(text, (c) => HIGH[c] ?? c.charCodeAt(0));
}
