import {
  type ColumnFit,
  isMisread,
  type MarkersTable,
  type Profile,
  type ProfileFit,
} from '@markercheck/core';
import { argumentText } from './profile-words.js';
import { terminalSafe } from './terminal-text.js';
import { count, counted, wrap } from './wrap.js';

export interface FitContext {
  readonly profile: Profile;
  readonly profileFile: string;
  /** The extracts as they are named in messages, and as they were named on the command line. */
  readonly names: readonly string[];
  readonly extracts: readonly string[];
  /** The options by which an engine reads them; empty for none. */
  readonly engineOptions: string;
  /** The file of markers that was named on the command line. */
  readonly markersFile: string | undefined;
  /** Whether every byte and row was read. */
  readonly complete: boolean;
  /** What concerns whole files. */
  readonly notices: readonly string[];
  readonly markers: MarkersTable | null;
}

const NAME_WIDTH = 20;
const FIELD_WIDTH = 20;
const INDENT = ' '.repeat(4);

/** Codes of marker columns are no personal data; so many of them are shown, and so much of each. */
const MOST_CODES = 20;
const LONGEST_CODE = 24;
const MOST_DIFFERENT = 50;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function columnLine(fit: ColumnFit): string {
  const name = terminalSafe(fit.column).padEnd(NAME_WIDTH);
  const fields = fit.fields.join(', ').padEnd(FIELD_WIDTH);
  const values = fit.filled === 0 ? 'never filled' : counted(fit.filled, 'value');
  const failed = isMisread(fit) ? ', NONE can be read' : fit.failed > 0 ? `, ${count(fit.failed)} fail` : '';
  return wrap(`  ${name} ${fields} ${values}${failed}`, ' '.repeat(NAME_WIDTH + 3));
}

function failureLines({ columns }: ProfileFit): readonly string[] {
  return columns.flatMap(({ column, failures }) =>
    failures.map(({ problem, count: failed, firstRow }) =>
      wrap(
        `  ${terminalSafe(column)}: ${counted(failed, 'time')}, first in row ${count(firstRow)}: ${terminalSafe(problem)}.`,
        INDENT,
      ),
    ),
  );
}

function codeLines({ unknownCodes }: ProfileFit): readonly string[] {
  return unknownCodes.map(({ column, codes }) => {
    const name = `  ${terminalSafe(column)}: `;
    // So many different texts are no codes, and may be of persons.
    if (codes.length > MOST_DIFFERENT) {
      return wrap(
        `${name}more than ${MOST_DIFFERENT} different texts, which are no codes: is it the right column?`,
        INDENT,
      );
    }
    const shown = codes.slice(0, MOST_CODES).map(({ code, count: times }) => {
      const text = terminalSafe(code.length > LONGEST_CODE ? `${code.slice(0, LONGEST_CODE - 1)}…` : code);
      return `${text} (${count(times)})`;
    });
    const more = codes.length > shown.length ? ` and ${count(codes.length - shown.length)} more` : '';
    return wrap(`${name}${shown.join(', ')}${more}`, INDENT);
  });
}

function keyLines({ keys }: ProfileFit, { profile }: FitContext): readonly string[] {
  const { empty, repeatedNext, repeatedLater, merged, rows } = keys;
  const lines: string[] = [];
  if (profile.fields.crimeReference === undefined) {
    lines.push('The profile names no crimeReference: no finding can be followed to its record.');
  }
  if (empty > 0) lines.push(`${counted(empty, 'row has', 'rows have')} no crime reference.`);
  if (profile.rows === undefined && repeatedNext + repeatedLater > 0) {
    const apart = repeatedLater > 0 ? `, ${count(repeatedLater)} of them not next to each other` : '';
    lines.push(
      `${counted(repeatedNext + repeatedLater, 'row repeats', 'rows repeat')} an earlier crime reference${apart}. Each is checked as a record of its own; "rows" in the profile merges them.`,
    );
  }
  if (profile.rows !== undefined) {
    lines.push(`${count(rows)} rows make ${counted(rows - merged, 'record')}.`);
    if (profile.rows.merge === 'adjacent' && repeatedLater > 0) {
      lines.push(
        `${counted(repeatedLater, 'row belongs', 'rows belong')} to a crime whose rows are not next to each other and became ${repeatedLater === 1 ? 'a record' : 'records'} of their own: sort the export by crime reference, or write "merge": "anywhere".`,
      );
    }
    if (profile.rows.merge === 'anywhere') {
      lines.push(
        '"anywhere" holds all records in memory until the end; "adjacent" does not, if the export is sorted by crime reference.',
      );
    }
  }
  return lines.map((line) => wrap(`  ${line}`, INDENT));
}

function markersFileLines({ markers }: FitContext): readonly string[] {
  if (markers === null) return [];
  const left = markers.unmatched();
  const found = `${count(markers.rows)} rows with ${counted(markers.keys, 'crime reference')}`;
  const said =
    markers.keys === 0
      ? 'NOTHING to set a marker by'
      : left === 0
        ? 'every one is in the extract'
        : left === markers.keys
          ? 'NONE of them is in the extract: compare how both files write it'
          : `${count(left)} of them ${left === 1 ? 'is' : 'are'} not in the extract`;
  return [wrap(`  ${terminalSafe(markers.name)}: ${found}; ${said}.`, INDENT)];
}

function ruleLines({ rules }: ProfileFit): readonly string[] {
  const total = rules.assessed + rules.lacking.reduce((sum, { rules: ids }) => sum + ids.length, 0);
  return [
    `  ${count(rules.assessed)} of the ${count(total)} rules that are on can be judged; ${count(rules.off)} are off.`,
    ...rules.lacking.map(({ columns, rules: ids }) => wrap(`  no ${columns}: ${ids.join(', ')}`, INDENT)),
  ];
}

function verdict(exit: number, context: FitContext): readonly string[] {
  const files = context.extracts.map(argumentText).join(' ') + context.engineOptions;
  const markers =
    context.markersFile === undefined ? '' : ` --markers-file ${argumentText(context.markersFile)}`;
  const next = `  markercheck check ${files} --profile ${argumentText(context.profileFile)}${markers}`;
  switch (exit) {
    case 0:
      return ['The profile fits. Next:', next];
    case 1:
      return [
        wrap(
          'The profile fits, with values that fail; rules take these as unknown. Mend the profile or the export where they are many. Next:',
        ),
        next,
      ];
    case 2:
      return [wrap('The profile does NOT FIT: see what is in capitals above. Mend it before you check.')];
    default:
      return [wrap('INCOMPLETE: not all of the extract could be read, so the fit of the rest is not known.')];
  }
}

/** What `profile check` says where the columns are there. */
export function fitText(fit: ProfileFit, context: FitContext, exit: number): string {
  const unused = fit.unused.map(({ column, nearest }) =>
    nearest === null ? terminalSafe(column) : `${terminalSafe(column)} (may be ${nearest})`,
  );
  const notices = [
    ...context.notices,
    ...fit.notices.map(({ file, row, problem }) => `${file}${row === null ? '' : ` row ${row}`}: ${problem}`),
  ];
  return [
    wrap(
      `${terminalSafe(context.profileFile)} on ${context.names.map(terminalSafe).join(', ')}: ${counted(fit.records, 'record')}.`,
    ),
    ...section('Columns', fit.columns.map(columnLine)),
    ...section('Values that fail', failureLines(fit)),
    ...section('Marker codes that the profile does not know (and how often)', codeLines(fit)),
    ...section('Not used', unused.length === 0 ? [] : [wrap(`  ${unused.join(', ')}`, '  ')]),
    ...section('Crime references', keyLines(fit, context)),
    ...section('Markers file', markersFileLines(context)),
    ...section('Rules', ruleLines(fit)),
    ...section(
      'Files',
      notices.slice(0, 10).map((notice) => wrap(`  ${terminalSafe(notice)}.`, INDENT)),
    ),
    '',
    ...verdict(exit, context),
    '',
  ].join('\n');
}

/** What it says where columns are missing. */
export function misfitText(faults: readonly string[], profileFile: string): string {
  return [
    wrap(`${terminalSafe(profileFile)} does NOT FIT the extract:`),
    ...faults.map((fault) => wrap(`  - ${terminalSafe(fault)}`, INDENT)),
    '',
    wrap(
      'Mend the names in the profile, or leave out what the extract does not have; `markercheck profile suggest` reads the names that it has.',
    ),
    '',
  ].join('\n');
}
