import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readJsonFile } from './json-file.js';

const FOLDER = mkdtempSync(path.join(tmpdir(), 'markercheck-json-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe('a settings file that is not JSON', () => {
  it.each<[string, string, string]>([
    ['says where, beside a comma too many', '{\n  "name": "x",,\n}', 'at line 2, column 15'],
    ['says where, beside a text without quotation marks', '{\n  "name": x\n}', 'at line 2, column 11'],
    [
      'says where in a long file',
      `{ "a": "${'a'.repeat(80)}",\n  "name": x,\n  "b": "${'b'.repeat(80)}" }`,
      'at line 2, column 11',
    ],
    ['says where it ends too early', '{ "name": "x"', 'at line 1, column 14'],
    ['says that an extract is none at all', 'crimeReference,CSA\nA/1,Y\n', 'it is not a JSON file.'],
    ['says that an empty file is none', '', 'it is not a JSON file.'],
  ])('%s', (_, text, words) => {
    const file = path.join(FOLDER, 'settings.json');
    writeFileSync(file, text);
    expect(() => readJsonFile(file, 'The profile')).toThrow(words);
  });
});
