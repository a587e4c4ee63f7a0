import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCheck } from '../../packages/core/src/check.js';
import { openMarkersFile } from '../../packages/core/src/map/markers-file.js';
import type { Profile } from '../../packages/core/src/map/profile.js';
import type { ProfileTables } from '../../packages/core/src/map/setup.js';
import { readTable } from '../../packages/core/src/map/table.js';
import type { Finding, Undetermined } from '../../packages/core/src/model/finding.js';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { readProfile } from '../../packages/core/src/schemas/files.js';
import { ROOT } from '../support/cli.js';
import {
  bytesOf,
  FOLDER,
  type Layout,
  LAYOUTS,
  localCodesTable,
  readCanonical,
  UNKNOWN_SYSTEM,
} from './layouts.js';

const EXAMPLES = path.join(ROOT, 'profiles/examples');
const pack = loadPack();
const policy = { rules: Object.fromEntries(pack.rules.map(({ id }) => [id, 'on' as const])) };

function readExample(name: string): Profile {
  return readProfile(JSON.parse(readFileSync(path.join(EXAMPLES, `${name}.json`), 'utf8')));
}

interface Said {
  readonly findings: readonly Finding[];
  readonly undetermined: readonly Undetermined[];
  readonly notices: readonly unknown[];
  readonly records: number;
}

/** What a check says, places aside. */
function checked(bytes: Uint8Array, profile?: Profile, tables?: ProfileTables): Said {
  const findings: Finding[] = [];
  const undetermined: Undetermined[] = [];
  const notices: unknown[] = [];
  const check = createCheck(
    {
      pack,
      policy,
      asAt: '2026-11-01',
      ...(profile === undefined ? {} : { profile }),
      ...(tables === undefined ? {} : { tables }),
    },
    {
      notice: (notice) => void notices.push(notice),
      file: () => ({
        finding: (finding) => void findings.push(finding),
        undetermined: (hole) => void undetermined.push(hole),
      }),
    },
  );
  const extract = check.open('extract.csv');
  // In pieces that cut rows and characters in two.
  for (let at = 0; at < bytes.length; at += 1009) extract.write(bytes.subarray(at, at + 1009));
  extract.end();
  return { findings, undetermined, notices, records: check.state().assessor.tally.records };
}

function tablesOf(layout: Layout, profile: Profile): ProfileTables {
  const lookup = readFileSync(path.join(EXAMPLES, 'local-codes.csv'));
  const lookups = new Map([['local-codes.csv', readTable('local-codes.csv', lookup)]]);
  if (profile.markers.layout !== 'file') return { lookups };
  const file = openMarkersFile('markers.csv', profile.markers, profile.blanks ?? [], () => undefined);
  file.write(readFileSync(path.join(FOLDER, layout.name, 'markers.csv')));
  return { lookups, markers: file.end() };
}

const canonical = checked(readFileSync(path.join(FOLDER, 'canonical.csv')));

describe('the canonical records', () => {
  it('say something', () => {
    expect(canonical.records).toBe(200);
    expect(canonical.findings.length).toBeGreaterThan(100);
    expect(new Set(canonical.findings.map(({ rule }) => rule)).size).toBeGreaterThan(25);
    expect(canonical.undetermined.length).toBeGreaterThan(20);
  });
});

describe.each([...LAYOUTS, UNKNOWN_SYSTEM])('the fixture $name', (layout) => {
  it.each(Object.entries(layout.files))('is %s as it is written here', (file, write) => {
    const bytes = Buffer.from(bytesOf(layout, write(readCanonical())));
    const fixture = path.join(FOLDER, layout.name, file);
    if (process.env['UPDATE_LAYOUTS'] !== undefined) {
      mkdirSync(path.dirname(fixture), { recursive: true });
      writeFileSync(fixture, bytes);
    }
    expect(readFileSync(fixture).equals(bytes)).toBe(true);
  });
});

describe.each(LAYOUTS)('the layout $name', (layout) => {
  it('gives the same findings, places aside', () => {
    const profile = readExample(layout.name);
    const said = checked(
      readFileSync(path.join(FOLDER, layout.name, 'extract.csv')),
      profile,
      tablesOf(layout, profile),
    );
    expect(said.records).toBe(200);
    expect(said.findings).toEqual(canonical.findings);
    expect(said.undetermined).toEqual(canonical.undetermined);
  });
});

describe('the lookup of local codes', () => {
  it('has every code', () => {
    expect(readFileSync(path.join(EXAMPLES, 'local-codes.csv'), 'utf8')).toBe(
      localCodesTable(readCanonical()),
    );
  });
});

describe('every example', () => {
  it.each(LAYOUTS.map(({ name }) => name))('%s is labelled as one', (name) => {
    expect(readExample(name).name).toMatch(/^Example, no vendor's format: /);
  });
});
