import { describe, expect, it } from 'vitest';
import { readAll } from '../read-all.test-helper.js';
import { createJsonReader, type JsonOptions } from './json-reader.js';
import { createNdjsonReader } from './ndjson-reader.js';

const COLUMNS = ['id', 'victim/born', 'suspects/age', 'markers', 'CSA'];

function readJson(text: string, options: Partial<JsonOptions> = {}, step?: number) {
  return readAll((sink) => createJsonReader(sink, { columns: COLUMNS, ...options }), text, step);
}

function json(text: string, options?: Partial<JsonOptions>) {
  const whole = readJson(text, options);
  expect(readJson(text, options, 1)).toEqual(whole);
  return whole;
}

const readNdjson = (text: string, step?: number) =>
  readAll((sink) => createNdjsonReader(sink, COLUMNS), text, step);

function ndjson(text: string) {
  const whole = readNdjson(text);
  expect(readNdjson(text, 1)).toEqual(whole);
  return whole;
}

/** The cells of one record, which is the same in both formats. */
function cells(record: string): readonly string[] | undefined {
  const [, ...ofArray] = json(`[${record}]`).rows[0] ?? [0];
  const [, ...ofLine] = ndjson(record).rows[0] ?? [0];
  expect(ofLine).toEqual(ofArray);
  return ofArray;
}

describe('a value', () => {
  it.each([
    ['1', '1'],
    ['1.0', '1.0'],
    ['-0', '-0'],
    ['1e21', '1e21'],
    ['12345678901234567890', '12345678901234567890'],
    ['0.10', '0.10'],
    ['true', 'true'],
    ['false', 'false'],
    ['null', ''],
    ['""', ''],
    ['"a\\u0041\\n\\"\\\\\\/"', 'aA\n"\\/'],
    ['"\\ud83d\\ude00"', '😀'],
    ['[1,"2",null,[3]]', '1;2;;3'],
    ['[]', ''],
    ['{"a":1}', ''],
  ])('%s is the text %j', (value, text) => {
    expect(cells(`{"CSA":"Y","id":${value}}`)?.[0]).toBe(text);
  });

  it('is found at its path, and lists keep their gaps', () => {
    const record =
      '{"victim":{"born":"2001-01-01","x":{"born":9}},"suspects":[{"age":15},{},{"age":null},{"age":40}]}';
    expect(cells(record)).toEqual(['', '2001-01-01', '15;;;40', '', '']);
  });

  it('is found under any case of A to Z, and other keys do not matter', () => {
    expect(cells('{"ID":1,"csa":"Y","other":{"id":2,"list":[[{"a":[]}]]}}')).toEqual(['1', '', '', '', 'Y']);
  });

  it('under the names of JavaScript harms nothing', () => {
    expect(cells('{"__proto__":{"id":9},"constructor":{"prototype":1},"id":1,"hasOwnProperty":2}')?.[0]).toBe(
      '1',
    );
    expect(({} as { id?: unknown }).id).toBeUndefined();
  });
});

describe('a record', () => {
  it.each([
    ['a number', '1', 'it is not an object'],
    ['a list', '[{"id":1}]', 'it is not an object'],
    ['null', 'null', 'it is not an object'],
    ['text', '"id"', 'it is not an object'],
    ['a key twice', '{"id":1,"id":2}', '"id" stands twice'],
    ['a key twice in other letters', '{"CSA":"Y","csa":"N"}', '"CSA" stands twice'],
    ['nothing that is read', '{"other":1}', 'none of the elements or keys'],
    ['an empty object', '{}', 'none of the elements or keys'],
    ['NUL', '{"id":"\\u0000"}', 'NUL'],
    [
      'more depth than any extract has',
      `{"id":1,"x":${'['.repeat(70)}${']'.repeat(70)}}`,
      'more than 64 deep',
    ],
  ])('that is %s is listed, and the next is read', (_, record, problem) => {
    const whole = json(`[${record},{"id":"next"}]`);
    expect(whole.rows.map(([row, id]) => [row, id])).toEqual([[2, 'next']]);
    expect(whole).toMatchObject({ records: 1, unreadable: 1, truncated: false });
    expect(whole.notices[0]?.problem).toContain(problem);
    expect(ndjson(`${record}\n{"id":"next"}`).rows).toEqual(whole.rows);
  });
});

describe('malformed JSON', () => {
  const first = '[{"id":"Smith"},\n';

  it.each([
    ['a comma too many', `${first}{"id":"Smith",}]`],
    ['no comma', `${first}{"id":1} {"id":2}]`],
    ['a comma at the end', `${first}]`],
    ['an end within a text', `${first}{"id":"Smith`],
    ['an end within a record', `${first}{"id":1`],
    ['an end without ]', `${first}{"id":1}`.replace(',\n{"id":1}', '\n')],
    ['a bare word', `${first}{"id":Smith}]`],
    ['a number that is none', `${first}{"id":01}]`],
    ['a control character in a text', `${first}{"id":"a\u0001"}]`],
    ['an escape that is none', `${first}{"id":"\\x"}]`],
    ['brackets that do not match', `${first}{"id":[1}}]`],
  ])('%s ends the reading at a named place, after what came before', (_, text) => {
    const { rows, truncated, notices } = json(text);
    expect(rows.map(([, id]) => id)[0]).toBe('Smith');
    expect(truncated).toBe(true);
    expect(notices[0]?.problem).toMatch(/^record [12], line 2, column \d+: malformed JSON/);
    expect(JSON.stringify(notices)).not.toMatch(/Smith/);
  });

  it('names the place to the character', () => {
    expect(json('[\n  {"id": 1},\n  {"id": nul}\n]').notices[0]?.problem).toBe(
      'record 2, line 3, column 10: malformed JSON',
    );
  });

  it('in a line of NDJSON costs that line', () => {
    const { rows, unreadable, notices } = ndjson('{"id":1}\n{"id":"Smith",}\r\n\r\n{"id":3}\r\n');
    expect(rows.map(([row, id]) => [row, id])).toEqual([
      [1, '1'],
      [3, '3'],
    ]);
    expect(unreadable).toBe(1);
    expect(notices[0]).toMatchObject({ row: 2, problem: 'line 2 is not JSON at column 15' });
  });
});

describe('the place of the records', () => {
  it.each([
    ['data/crimes', '{"data":{"n":1,"crimes":[{"id":1}],"end":{}},"more":[[]]}'],
    ['/Data/Crimes', '{"x":{"data":[]},"data":{"crimes":[{"id":1}]}}'],
    ['data', '{"a":"]","data":[{"id":1}]}'],
  ])('is the array at %s', (records, text) => {
    expect(json(text, { records }).rows.map(([, id]) => id)).toEqual(['1']);
  });

  it.each([
    ['an object without a path', '{"id":1}', undefined, /name the path of the array/],
    ['no such key', '{"data":{}}', 'data/crimes', /there is no array at data\/crimes/],
    ['no array at the path', '{"data":{"crimes":{"id":1}}}', 'data/crimes', /not an array of objects/],
    ['the array twice', '{"data":[{"id":1}],"data":[{"id":2}]}', 'data', /stands twice/],
    ['more behind the end', '[{"id":1}]{"id":2}', undefined, /malformed JSON/],
    ['text that is no JSON', 'crimeReference,force', undefined, /no array of records/],
  ])('is said where there is %s', (_, text, records, problem) => {
    const { truncated, notices } = json(text, records === undefined ? {} : { records });
    expect(truncated).toBe(true);
    expect(notices[0]?.problem).toMatch(problem);
  });
});

describe('size', () => {
  it('of a record is limited', () => {
    const long = `{"id":"${'x'.repeat(9_000_000)}"}`;
    const { truncated, rows, notices } = readJson(`[{"id":1},${long},{"id":3}]`, {}, 1_000_000);
    expect({ truncated, ids: rows.map(([, id]) => id) }).toEqual({ truncated: true, ids: ['1'] });
    expect(notices[0]?.problem).toMatch(/8 million/);
    for (const step of [1_000_000, Infinity]) {
      const lines = readNdjson(`{"id":1}\n${long}\n{"id":3}`, step);
      expect(lines.rows.map(([row, id]) => [row, id])).toEqual([
        [1, '1'],
        [3, '3'],
      ]);
      expect(lines).toMatchObject({ unreadable: 1, truncated: false });
    }
  });

  it('of nesting is limited without using up the stack', () => {
    expect(readJson(`[{"id":${'['.repeat(3_000_000)}`)).toMatchObject({ truncated: true });
    expect(readJson(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)).toMatchObject({ records: 0 });
    expect(readNdjson(`{"id":${'{"a":'.repeat(500_000)}\n{"id":2}`)).toMatchObject({
      records: 1,
      unreadable: 1,
    });
  });

  it('of a million records on one line costs no more than their reading', () => {
    const text = `[${'{"id":1},'.repeat(200_000)}{"id":1}]`;
    const start = performance.now();
    expect(readJson(text, {}, 65_536).records).toBe(200_001);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
