import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '../model/fields.js';
import { loadPack } from '../rules/load.js';
import { writeCsv } from './csv.js';
import { generateRecords } from './generate.js';
import { WIDE_COLUMNS } from './wide.js';

const records = [
  ...generateRecords(loadPack(), {
    seed: 3,
    rows: 2000,
    force: 'E23000037',
    from: '2026-10-01',
    to: '2026-10-31',
    asAt: '2026-11-01',
  }),
].map(({ record }) => record);

const parse = (text: string, delimiter = ',') =>
  Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data;

describe('writeCsv', () => {
  it('writes what a reader reads back', () => {
    const [header, ...rows] = parse([...writeCsv(records)].join(''));
    expect(header).toEqual(FIELD_NAMES);
    expect(rows).toEqual(records.map((record) => FIELD_NAMES.map((name) => record[name])));
  });

  it('quotes what would break a row', () => {
    const narrative = 'He said "no"; left,\r\nthen came back';
    for (const delimiter of [',', ';']) {
      const text = [
        ...writeCsv([{ narrative, team: 'A' }], ['narrative', 'team'], { delimiter, lineEnd: '\r\n' }),
      ].join('');
      expect(parse(text, delimiter)).toEqual([
        ['narrative', 'team'],
        [narrative, 'A'],
      ]);
    }
  });

  it('comes in pieces that stay small', () => {
    const pieces = [...writeCsv(records)];
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(piece.length).toBeLessThan(70_000);
  });

  it('has a header and nothing else for no records', () => {
    expect([...writeCsv([], ['crimeReference', 'CSA'])]).toEqual(['crimeReference,CSA\n']);
  });

  it('has 40 columns in the wide layout, each name once', () => {
    const [header = [], first = []] = parse([...writeCsv(records, WIDE_COLUMNS)].join(''));
    expect(new Set(header).size).toBe(40);
    expect(first).toHaveLength(40);
  });
});
