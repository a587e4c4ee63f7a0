import { readFileSync } from 'node:fs';
import { readEvents, type TrendEvent } from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { systemReason } from '../messages/system-errors.js';

/** The events that `--events` names, to be drawn on charts; none where it names no file. */
export function loadEvents(file: string | undefined): readonly TrendEvent[] {
  if (file === undefined) return [];
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(EXIT.usage, `--events ${file} cannot be read: ${systemReason(error)}.`);
  }
  const { events, faults } = readEvents(text);
  if (faults.length === 0) return events;
  throw new CliError(
    EXIT.usage,
    `--events ${file} cannot be used.\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
  );
}
