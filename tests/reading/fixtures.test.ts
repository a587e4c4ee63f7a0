import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../packages/core/src/schemas/files.js';
import { ROOT } from '../support/cli.js';
import { isWhole, readExtract } from './read-extract.js';

/** What a folder of `fixtures/reading` says of its extract. */
interface Expected {
  readonly about: string;
  readonly format: string;
  readonly encoding: string;
  /** Whether the run is `complete`. */
  readonly whole: boolean;
  /** Row and crime reference of each record. */
  readonly records: readonly (readonly [number, string])[];
  /** Cells of records, by crime reference and field. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Row, column and a part of the words of each notice. */
  readonly notices: readonly (readonly [number | null, string | null, string])[];
}

const FOLDER = path.join(ROOT, 'fixtures/reading');

describe.each(
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name),
)('fixtures/reading/%s', (name) => {
  const folder = path.join(FOLDER, name);
  const file = readdirSync(folder).find((entry) => entry.startsWith('extract.'))!;
  const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected;
  const profileFile = path.join(folder, 'profile.json');
  const options = existsSync(profileFile)
    ? { profile: readProfile(JSON.parse(readFileSync(profileFile, 'utf8'))) }
    : {};

  it.each([Infinity, 7, 1])('is read as it says, in chunks of %d bytes', (step) => {
    const result = readExtract(file, readFileSync(path.join(folder, file)), options, step);
    expect(result).toMatchObject({ format: expected.format, encoding: expected.encoding });
    expect(result.read.map(({ row, cells }) => [row, cells.crimeReference])).toEqual(expected.records);
    expect(isWhole(result)).toBe(expected.whole);
    for (const [reference, cells] of Object.entries(expected.cells)) {
      expect(result.read.find((record) => record.cells.crimeReference === reference)?.cells).toMatchObject(
        cells,
      );
    }
    expect(result.notices.map(({ row, column }) => [row, column])).toEqual(
      expected.notices.map(([row, column]) => [row, column]),
    );
    expected.notices.forEach(([, , words], i) => expect(result.notices[i]?.problem).toContain(words));
  });
});
