import { describe, expect, it } from 'vitest';
import { detectFormat } from './format.js';

describe('the format', () => {
  it.each([
    ['extract.csv', 'crimeReference,force\n', 'csv'],
    ['extract.csv.gz', 'crimeReference,force\n', 'csv'],
    ['EXTRACT.TSV', 'crimeReference\tforce\n', 'csv'],
    ['extract.txt', 'crimeReference,force\n', 'csv'],
    ['extract', '"crimeReference","force"\n', 'csv'],
    ['standard input', '[Crime Ref],[Force]\n', 'csv'],
    ['extract.csv', '<?xml version="1.0"?><a/>', 'xml'],
    ['extract.xml', '  <extract>', 'xml'],
    ['extract.xml', 'not XML at all', 'xml'],
    ['standard input', '<extract><crime/>', 'xml'],
    ['extract.json', '[{"a":1}]', 'json'],
    ['standard input', '\uFEFF [ {"a":1}]', 'json'],
    ['standard input', '[]\n ', 'json'],
    ['extract.json', '{"a":1}\n{"a":2}\n', 'ndjson'],
    ['standard input', '{"a":1}\r\n\r\n{"a":2}', 'ndjson'],
    ['extract.json', '{\n  "data": [\n', 'json'],
    ['extract.json', '{"data":[{"a":1}]}', 'json'],
    ['extract.ndjson', '{"a":1}', 'ndjson'],
    ['extract.jsonl', '{"a":1}', 'ndjson'],
    ['__proto__', 'a,b\n1,2\n', 'csv'],
    ['extract.constructor', 'a,b\n1,2\n', 'csv'],
  ])('of %s that starts with %j is %s', (name, start, format) => {
    expect(detectFormat(name, start, true)).toBe(format);
  });

  it.each([
    ['extract.csv', '  \n '],
    ['extract', '<?'],
    ['extract.json', '{"a":1}\n'],
  ])('of %s waits for more than %j', (name, start) => {
    expect(detectFormat(name, start, false)).toBeNull();
  });

  it('does not wait for ever', () => {
    expect(detectFormat('extract', ' '.repeat(300_000), false)).toBe('csv');
    expect(detectFormat('extract', `{${' '.repeat(300_000)}`, false)).toBe('json');
  });
});
