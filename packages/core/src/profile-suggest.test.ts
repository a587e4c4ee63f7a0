import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestFromHead } from './profile-suggest.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const suggest = (file: string, text: string, isWhole = true) =>
  suggestFromHead(file, bytes(text), { name: 'x', isWhole });

const XML = `<?xml version="1.0"?><x:Extract xmlns:x="urn:x"><Header><Made>2026-01-01</Made></Header><Crimes>
<Crime id="A1"><Offence code="19/07">Rape</Offence><Victim><BirthDate>2010-01-01</BirthDate></Victim><Flags><Flag>CSA</Flag><Flag>GANG</Flag></Flags></Crime>
<Crime id="A2"><Offence code="28/03">Burglary</Offence><Victim><BirthDate/></Victim><Flags/></Crime>
</Crimes></x:Extract>`;
const RECORDS = [
  {
    crimeNumber: 'A1',
    offence: { hoCode: '19/07' },
    flags: ['CSA', 'GANG'],
    suspects: [{ age: 30 }, { age: null }],
  },
  { crimeNumber: 'A2', offence: { hoCode: '28/03' }, flags: [], suspects: [] },
];
const XML_COLUMNS = ['@id', 'Offence', 'Offence/@code', 'Victim/BirthDate', 'Flags', 'Flags/Flag'];
const JSON_COLUMNS = ['crimeNumber', 'offence/hoCode', 'flags', 'suspects/age'];

describe('the head of a file', () => {
  it.each<[string, string, object, readonly string[]]>([
    ['extract.xml', XML, { format: 'xml', records: '/Extract/Crimes/Crime' }, XML_COLUMNS],
    ['extract.json', JSON.stringify(RECORDS), { format: 'json' }, JSON_COLUMNS],
    [
      'extract.json',
      JSON.stringify({ made: 'x', data: { crimes: RECORDS } }),
      { format: 'json', records: '/data/crimes' },
      JSON_COLUMNS,
    ],
    [
      'extract.ndjson',
      RECORDS.map((record) => JSON.stringify(record)).join('\n'),
      { format: 'ndjson' },
      JSON_COLUMNS,
    ],
    ['extract', XML, { format: 'xml' }, XML_COLUMNS],
  ])('%s tells where its records are and what they hold', (file, text, profile, columns) => {
    const suggestion = suggest(file, text);
    expect(suggestion.profile).toMatchObject(profile);
    expect(suggestion.columns.map(({ column }) => column)).toEqual(columns);
    expect(suggestion.rows).toBe(2);
    expect(suggestion.profile['markers']).toMatchObject({
      layout: 'list',
      separator: ';',
      codes: { CSA: 'CSA' },
    });
  });

  it('that was cut off loses its last row and nothing else', () => {
    const lines = ['CRIME_NO,MO', 'A1,x', 'A2,"y', 'z"', 'A3,w', ''].join('\n');
    expect(suggest('a.csv', lines).rows).toBe(3);
    expect(suggest('a.csv', lines, false).rows).toBe(2);
    expect(suggest('a.csv', lines.slice(0, -4), false).rows).toBe(1);
  });

  it('of any kind, cut anywhere, breaks nothing', () => {
    const whole = fc.constantFrom<readonly [string, string]>(
      ['a.xml', XML],
      ['a.json', JSON.stringify(RECORDS)],
      ['a.ndjson', RECORDS.map((r) => JSON.stringify(r)).join('\n')],
      ['a.csv', 'CRIME_NO,CSA\nA,Y\n"B\n",N\n'],
    );
    fc.assert(
      fc.property(
        whole,
        fc.nat(800),
        fc.string({ maxLength: 3 }),
        fc.boolean(),
        ([file, text], at, noise, isWhole) => {
          const cut = `${text.slice(0, at)}${noise}${isWhole ? text.slice(at) : ''}`;
          expect(suggest(file, cut, isWhole).rows).toBeLessThan(10);
        },
      ),
      { numRuns: 300 },
    );
  });
});
