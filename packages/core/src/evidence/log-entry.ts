import { MarkercheckError } from '../model/errors.js';
import type { RunSummary } from '../model/run.js';
import { jsonDigest } from '../rules/json-digest.js';

/** The number of the shape of a line of the run log; a change of the shape is a new number. */
export const LOG_SCHEMA = 1;

/** What a run did, and who asked for it and why: no record, no path, no person. */
export interface LogFacts {
  /** UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly when: string;
  /** A role or an account, not a name. */
  readonly operator: string;
  readonly reason: string;
  readonly exit: number;
}

/** A line of the run log. */
export interface LogEntry extends LogFacts {
  readonly schema: typeof LOG_SCHEMA;
  readonly tool: string;
  readonly asAt: string;
  readonly inputs: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly pack: { readonly id: string; readonly edition: string; readonly digest: string };
  readonly policy: string | null;
  readonly profile: { readonly name: string; readonly digest: string };
  readonly waivers: string | null;
  readonly pseudonyms: string | null;
  readonly complete: boolean;
  readonly notChecked: string | null;
  readonly records: number;
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  /** The digest of the line before; `null` on the first. */
  readonly previous: string | null;
  /** SHA-256 over the canonical JSON of all the rest. */
  readonly digest: string;
}

const LONGEST = 500;

/** The last part of a path of either kind: folders can tell who works where. */
function baseName(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? '';
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

/** Who and why, fit to be kept: present, on one line, and not long. */
export function checkLogWords(option: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || hasControl(trimmed) || trimmed.length > LONGEST) {
    throw new MarkercheckError(
      'ARGUMENT_INVALID',
      `${option} is a text of 1 to ${String(LONGEST)} characters on one line.`,
    );
  }
  return trimmed;
}

/** The line of a run, after the line whose digest is `previous`. */
export function logEntry(summary: RunSummary, facts: LogFacts, previous: string | null): LogEntry {
  const content = {
    schema: LOG_SCHEMA,
    when: facts.when,
    operator: checkLogWords('--operator', facts.operator),
    reason: checkLogWords('--reason', facts.reason),
    tool: `${summary.tool.name} ${summary.tool.version}`,
    asAt: summary.asAt,
    inputs: summary.inputs.map(({ name, bytes, sha256 }) => ({ name: baseName(name), bytes, sha256 })),
    pack: { id: summary.pack.id, edition: summary.pack.edition, digest: summary.pack.digest },
    policy: summary.policy.digest,
    profile: { name: summary.profile.name, digest: summary.profile.digest },
    waivers: summary.waivers?.digest ?? null,
    pseudonyms: summary.pseudonyms,
    complete: summary.complete,
    notChecked: summary.notChecked,
    records: summary.records,
    findings: {
      error: summary.findings.error,
      warning: summary.findings.warning,
      info: summary.findings.info,
    },
    exit: facts.exit,
    previous,
  } as const;
  return { ...content, digest: jsonDigest(content) };
}

export function logLine(entry: LogEntry): string {
  return `${JSON.stringify(entry)}\n`;
}
