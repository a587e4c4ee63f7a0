import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openRows } from '../../packages/core/src/extract.js';
import type { Profile } from '../../packages/core/src/map/profile.js';
import { ROOT } from './cli.js';

const FIXTURES = path.join(ROOT, 'fixtures');

/** A fixture as a database has it: columns, and rows of texts. */
export interface FixtureTable {
  /** Its file, from the folder of fixtures. */
  readonly name: string;
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly profile?: string;
  readonly policy?: string;
  readonly markersFile?: string;
}

/**
 * Why a fixture is no table: two columns have one name, which no table has; there is no header or no
 * record; rows or bytes are lost in reading, so that it is about the file.
 */
type LeftOut = 'columns' | 'none' | 'rows';

function files(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const at = path.join(folder, entry.name);
      if (entry.isDirectory()) return files(at);
      // Fixtures in XML and JSON are about these formats.
      return entry.name.endsWith('.csv') && entry.name !== 'markers.csv' ? [at] : [];
    });
}

function profileOf(file: string): string | undefined {
  const { dir, name } = path.parse(file);
  const example = path.join(ROOT, 'profiles/examples', `${path.basename(dir)}.json`);
  const ofLayout = dir.startsWith(path.join(FIXTURES, 'profiles')) ? [example] : [];
  const candidates = [path.join(dir, `${name}.profile.json`), path.join(dir, 'answered.json'), ...ofLayout];
  return candidates.find((candidate) => existsSync(candidate));
}

function readFixture(file: string): FixtureTable | LeftOut {
  const profile = profileOf(file);
  const beside = (name: string, as: 'policy' | 'markersFile') => {
    const at = path.join(path.dirname(file), name);
    return existsSync(at) ? { [as]: at } : {};
  };
  let header: readonly string[] = [];
  const notices: unknown[] = [];
  const rows: (readonly string[])[] = [];
  const reading = openRows(
    path.basename(file),
    profile === undefined ? {} : { profile: JSON.parse(readFileSync(profile, 'utf8')) as Profile },
    {
      header: (columns) => (header = columns),
      row: (cells) => void rows.push(cells.slice(0, header.length)),
      notice: (notice) => void notices.push(notice),
    },
  );
  reading.write(readFileSync(file));
  const { damaged, unreadable, truncated } = reading.end();
  if (rows.length === 0) return 'none';
  if (notices.length > 0 || damaged > 0 || unreadable > 0 || truncated) return 'rows';
  if (new Set(header.map((name) => name.toLowerCase())).size < header.length) return 'columns';
  return {
    name: path.relative(FIXTURES, file),
    file,
    header,
    rows,
    ...(profile === undefined ? {} : { profile }),
    ...beside('policy.json', 'policy'),
    ...beside('markers.csv', 'markersFile'),
  };
}

const read = files(FIXTURES).map((file) => [path.relative(FIXTURES, file), readFixture(file)] as const);

/** Every fixture that is a table, whatever its format. */
export const FIXTURE_TABLES = read.flatMap(([, of]) => (typeof of === 'string' ? [] : [of]));

/** The others, each with its reason. */
export const NO_TABLES: Readonly<Record<string, LeftOut>> = Object.fromEntries(
  read.flatMap(([name, of]) => (typeof of === 'string' ? [[name, of] as const] : [])),
);
