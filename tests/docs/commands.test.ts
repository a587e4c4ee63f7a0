import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { markercheck, ROOT, scratchFolder } from '../support/cli.js';
import { duckDb, text } from '../duckdb/make.js';
import { type DocCommand, docCommands } from './doc-commands.js';
import { readPages } from './pages.js';

// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** What the page on Parquet names: the same records as such a file, and as a table of a database. */
async function makeTables(folder: string): Promise<void> {
  const records = `FROM read_csv(${text(path.join(ROOT, 'fixtures/south-west/gloucestershire.csv'))}, all_varchar = true)`;
  const statements = [
    'CREATE SCHEMA police',
    `CREATE TABLE police.crimes AS ${records}`,
    'CREATE VIEW everything AS FROM police.crimes',
    `COPY police.crimes TO ${text(path.join(folder, 'crimes.parquet'))} (FORMAT parquet)`,
  ];
  await duckDb(statements, path.join(folder, 'warehouse.duckdb'));
}

/** What the pages name, as a reader in the top folder of the repository has it. */
const GIVEN = ['fixtures', 'docs/examples'];

const README_COMMANDS = ['npx --yes pnpm@10.34.9 run demo', 'npx --yes pnpm@10.34.9 test'];

const PAGES = readPages().map(({ page, text }) => ({ page, commands: docCommands(text) }));

/** The words of a command line; quotation marks hold several together. */
function argumentsOf({ command }: DocCommand): readonly string[] {
  const words = command.match(/"[^"]*"|\S+/g) ?? [];
  return words.slice(1).map((word) => word.replace(/^"(.*)"$/, '$1'));
}

/** Whether the lines are those shown; a line of one "…" stands for any others, and for none. */
function areLines(lines: readonly string[], shown: readonly string[]): boolean {
  const [first, ...rest] = shown;
  if (first === undefined) return lines.length === 0;
  if (first.trim() !== '…') return lines[0] === first && areLines(lines.slice(1), rest);
  return lines.some((_, index) => areLines(lines.slice(index), rest)) || rest.length === 0;
}

/** Commands whose output is for programs. */
const FOR_PROGRAMS = ['sql', 'man', 'completion'];

/** Lines that are wider than a terminal and could be broken; a command to copy stays on its line. */
function tooWide({ command }: DocCommand, said: string): readonly string[] {
  if (FOR_PROGRAMS.includes(command.split(' ')[1] ?? '')) return [];
  if (/ --(json|format json)\b/.test(command)) return [];
  const isBreakable = (line: string) => line.trim().slice(0, 80).includes(' ');
  return said
    .split('\n')
    .filter((line) => line.length > 80 && isBreakable(line) && !line.trim().startsWith('markercheck '));
}

describe.each(PAGES.filter(({ commands }) => commands.some(({ isOurs }) => isOurs)))(
  '$page',
  ({ commands }) => {
    it('shows commands that do what it says, one after another', async () => {
      const folder = scratchFolder();
      if (commands.some(({ command }) => command.includes('--engine'))) await makeTables(folder);
      for (const given of GIVEN) {
        cpSync(path.join(ROOT, given), path.join(folder, given), { recursive: true });
      }
      for (const command of commands.filter(({ isOurs }) => isOurs)) {
        const { exit, stdout, stderr } = markercheck(folder, argumentsOf(command));
        expect({ command: command.command, exit, stderr }).toMatchObject({
          command: command.command,
          exit: command.exit,
        });
        expect(tooWide(command, `${stdout}\n${stderr}`), command.command).toEqual([]);
        if (command.shown === null) continue;
        const said = exit === 2 ? stderr : stdout;
        const isShown = areLines(said.trimEnd().split('\n'), command.shown);
        expect(isShown, `${command.command}\n${said}`).toBe(true);
      }
    });
  },
);

describe('every page', () => {
  it('has no command but ours and those of the README', () => {
    const others = PAGES.flatMap(({ commands }) => commands.filter(({ isOurs }) => !isOurs));
    expect(
      others.map(({ command }) => command).filter((command) => !README_COMMANDS.includes(command)),
    ).toEqual([]);
  });

  it('has the two commands in the README', () => {
    const [readme] = PAGES;
    expect(readme?.commands.map(({ command }) => command)).toEqual(README_COMMANDS);
  });
});
