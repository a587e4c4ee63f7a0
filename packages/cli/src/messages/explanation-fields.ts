import type { FieldReading, FieldState } from '@markercheck/core';
import { terminalSafe } from './terminal-text.js';
import { count, wrap } from './wrap.js';

const STATE_WORDS: Readonly<Record<FieldState, string>> = {
  recorded: 'recorded',
  empty: 'empty',
  unreadable: 'cannot be read',
  'no-column': 'no such column',
};

const NAME_WIDTH = 16;
const FIELD_WIDTH = 20;
/** How much of a long text is shown. */
const MOST = 600;

/** A value on the terminal: on one line, clipped, and unable to do anything to the terminal. */
function shownValue(value: string): string {
  const line = terminalSafe(value.replace(/\s+/g, ' '));
  return line.length <= MOST ? line : `${line.slice(0, MOST)}… (${count(line.length)} characters)`;
}

function named({ field, column }: FieldReading): string {
  return column === null || column.toLowerCase() === field.toLowerCase()
    ? field
    : `${field} (column ${terminalSafe(column)})`;
}

function stateLines(
  state: FieldState,
  fields: readonly FieldReading[],
  showValues: boolean,
): readonly string[] {
  if (fields.length === 0) return [];
  const head = `  ${STATE_WORDS[state].padEnd(NAME_WIDTH)}`;
  const indent = ' '.repeat(head.length);
  const block = (texts: readonly string[]): readonly string[] =>
    texts.map((text, index) => wrap(`${index === 0 ? head : indent}${text}`, `${indent}  `));
  if (state === 'unreadable') return block(fields.map((field) => `${named(field)}: ${field.problem ?? ''}`));
  if (state === 'recorded' && showValues) {
    const valueIndent = `${indent}${' '.repeat(FIELD_WIDTH)}  `;
    return fields.map((field, index) =>
      wrap(
        `${index === 0 ? head : indent}${field.field.padEnd(FIELD_WIDTH)}  ${shownValue(field.value)}`,
        valueIndent,
      ),
    );
  }
  return [wrap(head + fields.map(({ field }) => field).join(', '), indent)];
}

/** The state of every field of a record; values only where they were asked for. */
export function fieldLines(fields: readonly FieldReading[], showValues: boolean): readonly string[] {
  const states = Object.keys(STATE_WORDS) as FieldState[];
  return [
    showValues
      ? 'Fields, with values as the rules read them'
      : 'Fields (--show-values shows what is in them)',
    ...states.flatMap((state) =>
      stateLines(
        state,
        fields.filter((field) => field.state === state),
        showValues,
      ),
    ),
  ];
}
