import { ENCODINGS, loadPack, readTable } from '@markercheck/core';
import { mkdtempSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { findDriver } from '../io/duckdb/driver.js';
import { systemReason } from '../messages/system-errors.js';
import { TOOL } from '../version.js';

/** One thing that a run depends on. `trouble`: a run may fail or be wrong for it; `stop`: no run is possible. */
export interface Examined {
  readonly name: string;
  readonly found: string;
  readonly state: 'well' | 'trouble' | 'stop';
}

const MIB = 1024 * 1024;
/** A run of a million records with findings on every tenth writes about so much. */
const ENOUGH_DISK = 500 * MIB;
/** The oldest Node on which the tests run. */
const OLDEST_NODE = [20, 19] as const;

const well = (name: string, found: string): Examined => ({ name, found, state: 'well' });

function node(): Examined {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  const found = `${process.version} on ${process.platform} ${process.arch}`;
  return isOld
    ? { name: 'Node', found: `${found}; it has to be ${OLDEST_NODE.join('.')} or later`, state: 'stop' }
    : well('Node', found);
}

function day(): Examined {
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const found = `${today} by the time zone ${timeZone}; locale ${locale}, which changes no output`;
  const isBritish = ['Europe/London', 'GB'].includes(timeZone);
  return isBritish
    ? well('Today', found)
    : {
        name: 'Today',
        found: `${found}. Near midnight that is another day than in London: name it with --as-at`,
        state: 'trouble',
      };
}

/** The same header and cell in every encoding; a reader that is wrong about one would read extracts wrongly. */
const SAMPLE = 'name\nZoë’s café £20\n';
const BYTES: Readonly<Record<(typeof ENCODINGS)[number], () => Uint8Array>> = {
  'utf-8': () => Buffer.from(SAMPLE, 'utf8'),
  'utf-16le': () => Buffer.from(`\uFEFF${SAMPLE}`, 'utf16le'),
  'utf-16be': () => Buffer.from(`\uFEFF${SAMPLE}`, 'utf16le').swap16(),
  'windows-1252': () => Buffer.from(SAMPLE.replace('’', '\x92'), 'latin1'),
};

function encodings(): Examined {
  const wrong = ENCODINGS.filter((encoding) => {
    const { rows } = readTable(encoding, BYTES[encoding]());
    return rows[0]?.[0] !== 'Zoë’s café £20';
  });
  return wrong.length === 0
    ? well('Encodings', `${ENCODINGS.join(', ')}: each read right`)
    : { name: 'Encodings', found: `${wrong.join(', ')} is read wrongly by this Node`, state: 'stop' };
}

/** What a run does with a folder: writes, and renames. */
function folder(out: string): readonly Examined[] {
  const parent = path.dirname(path.resolve(out));
  let probe: string | null = null;
  try {
    probe = mkdtempSync(path.join(parent, '.markercheck-doctor-'));
    writeFileSync(path.join(probe, 'a'), 'a');
    renameSync(path.join(probe, 'a'), path.join(probe, 'b'));
  } catch (error) {
    return [
      {
        name: 'Folder',
        found: `${parent} cannot be written: ${systemReason(error)}. Name another with --out`,
        state: 'stop',
      },
    ];
  } finally {
    if (probe !== null) rmSync(probe, { recursive: true, force: true });
  }
  const { bavail, bsize } = statfsSync(parent);
  const free = bavail * bsize;
  const found = `${Math.floor(free / MIB).toLocaleString('en-GB')} MB free`;
  return [
    well('Folder', `${parent} can be written`),
    free < ENOUGH_DISK
      ? { name: 'Disk', found: `${found}; a large run needs ${ENOUGH_DISK / MIB} MB`, state: 'trouble' }
      : well('Disk', found),
  ];
}

function terminal(): Examined {
  const { isTTY, columns } = process.stdout;
  return well('Terminal', isTTY ? `${columns} columns; no colours are used` : 'none; no colours are used');
}

/** What reads Parquet and databases; nothing else needs it. */
async function duckDb(): Promise<Examined> {
  const found = await findDriver();
  if (found.driver !== null) return well('DuckDB', `${found.version}, for --engine duckdb`);
  return found.isThere
    ? {
        name: 'DuckDB',
        found: 'installed, and not for this system: --engine duckdb will not run',
        state: 'trouble',
      }
    : well('DuckDB', 'not installed; only --engine duckdb needs it');
}

/** Looks at all that a run depends on; `out` is where it would write. */
export async function examine(out: string): Promise<readonly Examined[]> {
  const pack = loadPack();
  const memory = `${Math.round(totalmem() / MIB).toLocaleString('en-GB')} MB`;
  return [
    well('Program', `${TOOL.name} ${TOOL.version}`),
    well(
      'Rules',
      `${pack.id} ${pack.edition}, ${pack.rules.length} rules, digest ${pack.digest.slice(0, 12)}`,
    ),
    node(),
    well('Machine', `${availableParallelism()} processors, ${memory} of memory`),
    day(),
    encodings(),
    ...folder(out),
    terminal(),
    well('Parts', 'the page, the workbook, gzip and zip: all inside; nothing is fetched from elsewhere'),
    await duckDb(),
    well('Network', 'never used'),
  ];
}
