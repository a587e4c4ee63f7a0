import { TOOL } from '../version.js';

/** A command, and what its `--help` says. */
export interface CommandHelp {
  readonly name: string;
  readonly help: string;
}

/** Text as roff prints it: a backslash, and a dot or an apostrophe at the start of a line, mean something to it. */
function roff(text: string): string {
  return (
    text
      .replaceAll('\\', '\\e')
      // Older versions of groff warn of what a plain terminal lacks.
      .replaceAll('…', '...')
      .replaceAll('-', '\\-')
      .replace(/^(?=[.'])/gm, '\\&')
  );
}

function section({ name, help }: CommandHelp): string {
  // The first line says the name again.
  const [, ...lines] = help.trim().split('\n');
  return `.SS ${roff(name)}\n.nf\n${roff(lines.join('\n').trim())}\n.fi\n`;
}

const EXITS = [
  ['0', 'checked, nothing at or over --fail-on'],
  ['1', 'checked, something at or over --fail-on'],
  ['2', 'usage, profile, policy or pack is wrong'],
  ['3', 'the input could not be read, or not to its end, or it was not checked'],
  ['4', 'the program failed, or could not write'],
] as const;

/** The manual as one page, made of the help of every command, so that the two never differ. */
export function manualPage(commands: readonly CommandHelp[]): string {
  const exits = EXITS.map(([exit, words]) => `.TP\n.B ${exit}\n${roff(words)}\n`).join('');
  return `.TH MARKERCHECK 1 "" "markercheck ${TOOL.version}"
.SH NAME
markercheck \\- find the crime records whose child abuse or exploitation marker is missing or contradicted
.SH SYNOPSIS
.B markercheck
.I command
[options]
.SH DESCRIPTION
Police forces in England and Wales mark crime records that are about the sexual abuse or exploitation of a
child. markercheck reads an extract of crime records and finds those whose marker is missing or contradicted,
each with the reason and what to do. It uses no network, and it never takes a hole in a record for compliance.
.SH COMMANDS
${commands.map(section).join('')}.SH EXIT STATUS
${exits}.SH ENVIRONMENT
.TP
.B NO_COLOR
Nothing changes: no colours are used.
.TP
.B TZ
The time zone of "today", where \\-\\-as\\-at does not name the day.
.SH NOTES
Flagging compliance, not prevalence; not official statistics. What a run writes holds crime references: keep
it where the extract may be kept.
`;
}
