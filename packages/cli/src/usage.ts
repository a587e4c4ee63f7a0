import { nearestNames } from '@markercheck/core';
import { CliError, EXIT } from './exit.js';

/** The parser's words for what is missing or unknown, as people name it. */
const WORDS: readonly (readonly [RegExp, (...parts: readonly string[]) => string])[] = [
  [/^Not enough non-option arguments: .*$/, () => 'Something is missing behind the command.'],
  [
    /^Missing required arguments?: (.+)$/,
    (_, names = '') => `Missing: ${names.replaceAll(/(^|, )/g, '$1--')}.`,
  ],
  [/^Not enough arguments following: (.+)$/, (_, name = '') => `--${name} needs a value behind it.`],
  [
    /^Invalid values:\n {2}Argument: (.+), Given: (.+), Choices: (.+)$/,
    (_, name = '', given = '', choices = '') => `--${name}: there is no ${given}; there are ${choices}.`,
  ],
];

/** The options that a help shows. */
function namesIn(help: string): readonly string[] {
  return [...help.matchAll(/^ +(?:-\w, )?(--[a-z-]+)/gm)].map(([, name = '']) => name);
}

/** The names nearest to unknown ones: a slip of the pen is the commonest fault. */
function nearest(message: string, help: string): string {
  const unknown = /^Unknown arguments?: (.+)$/m.exec(message)?.[1]?.split(', ') ?? [];
  const names = unknown.filter((name) => /^[a-z]+(-[a-z]+)*$/.test(name));
  const found = names.flatMap((name) => nearestNames(name, namesIn(help), 1));
  return found.length === 0 ? '' : `; did you mean ${[...new Set(found)].join(' or ')}?`;
}

/** What is wrong with a command line, how the command is written, and where its help is. */
export function usageFault(message: string, help: string): CliError {
  const told = WORDS.reduce((text, [pattern, words]) => text.replace(pattern, words), message);
  const [usage = ''] = help.split('\n');
  const command = usage.replace(/ [[<].*$/, '');
  return new CliError(
    EXIT.usage,
    `${told}${nearest(message, help)}\nUsage: ${usage}\nHelp: ${command} --help`,
  );
}
