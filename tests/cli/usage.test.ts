import { describe, expect, it } from 'vitest';
import { markercheck, scratchFolder } from '../support/cli.js';

describe('a command line that cannot be understood', () => {
  it.each<[string, readonly string[], string]>([
    [
      'says what is missing, and how the command is written',
      ['check'],
      'Something is missing behind the command.\nUsage: markercheck check <extract..>\nHelp: markercheck check --help\n',
    ],
    [
      'names the options that are missing',
      ['sql'],
      'Missing: --dialect, --table.\nUsage: markercheck sql\nHelp: markercheck sql --help\n',
    ],
    [
      'names the option that was meant',
      ['check', 'e.csv', '--profil', 'p.json'],
      'Unknown argument: profil; did you mean --profile?\nUsage: markercheck check <extract..>\nHelp: markercheck check --help\n',
    ],
    [
      'names the command that was meant',
      ['chek', 'e.csv'],
      'Did you mean check?\nUsage: markercheck <command>\nHelp: markercheck --help\n',
    ],
    [
      'lists what an option can be',
      ['check', 'e.csv', '--fail-on', 'warnings'],
      '--fail-on: there is no "warnings"; there are "error", "warning", "info",\n    "never".\nUsage: markercheck check <extract..>\nHelp: markercheck check --help\n',
    ],
    [
      'asks for the value of an option',
      ['check', 'e.csv', '--profile'],
      '--profile needs a value behind it.\nUsage: markercheck check <extract..>\nHelp: markercheck check --help\n',
    ],
    [
      'refuses an option that is given twice',
      ['check', 'e.csv', '--format', 'csv', '--format', 'json'],
      '--format is given more than once; give it once.\nUsage: markercheck check <extract..>\nHelp: markercheck check --help\n',
    ],
    [
      'leads to the help of a command in a group',
      ['rules', 'show'],
      'Something is missing behind the command.\nUsage: markercheck rules show <id>\nHelp: markercheck rules show --help\n',
    ],
    [
      'leads to the help of the group',
      ['profile'],
      'Name what to do with a profile: suggest or check\nUsage: markercheck profile\nHelp: markercheck profile --help\n',
    ],
  ])('%s', (_, args, said) => {
    const { exit, stdout, stderr } = markercheck(scratchFolder(), args);
    expect({ exit, stdout, stderr }).toEqual({ exit: 2, stdout: '', stderr: said });
  });
});

it.each([
  ['check', '-h'],
  ['help', 'check'],
])('shows the help of a command by %s %s too', (...args) => {
  const asked = markercheck(scratchFolder(), ['check', '--help']);
  expect(markercheck(scratchFolder(), args)).toEqual(asked);
  expect(asked.stdout).toContain('markercheck check <extract..>');
});
