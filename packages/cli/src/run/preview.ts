import { statSync } from 'node:fs';
import {
  type Check,
  compilePack,
  createCheck,
  type Extract,
  type ExtractOptions,
  type Finding,
  type Pack,
  type Policy,
  readPolicy,
  type Severity,
} from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { readJsonFile } from '../io/json-file.js';
import { testedPack } from '../commands/rules-test-pack.js';
import type { Settings } from './settings.js';

/** What a pack or policy that is not adopted yet would change about one finding. */
export interface PreviewChange {
  readonly change: 'new' | 'gone' | 'severity';
  readonly finding: Finding;
  readonly before: Severity | null;
  readonly after: Severity | null;
}

/** Findings of one rule now and then. */
export interface PreviewCount {
  readonly rule: string;
  readonly before: number;
  readonly after: number;
}

/** A second check of the same bytes by other settings, beside the real one. */
export interface Preview {
  readonly name: string;
  /** Opens a file by the same profile and what it names. */
  readonly open: (file: string, readWith: ExtractOptions) => Extract;
  /** Notes a finding of the real run. */
  readonly now: (finding: Finding) => void;
  readonly changes: () => readonly PreviewChange[];
  readonly counts: () => readonly PreviewCount[];
}

/** A pack is a folder, a policy a JSON file. */
function readCandidate(name: string, settings: Settings): { readonly pack: Pack; readonly policy: Policy } {
  const stat = statSync(name, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new CliError(EXIT.usage, `--preview ${name}: there is no such file or folder.`);
  if (stat.isDirectory()) return { pack: testedPack(name).pack, policy: settings.policy };
  return { pack: settings.pack, policy: readPolicy(readJsonFile(name, 'The policy')) };
}

/** Opens a preview; it holds the findings of both readings, and nothing a record. */
export function openPreview(name: string, settings: Settings): Preview {
  const { pack, policy } = readCandidate(name, settings);
  // What is wrong with it is said before anything is read.
  compilePack(pack, { policy });
  const { asAt, identity } = settings;
  const now = new Map<string, Finding>();
  const then = new Map<string, Finding>();
  let check: Check | null = null;
  const checkWith = (readWith: ExtractOptions) =>
    createCheck(
      { pack, policy, asAt, identity, ...readWith },
      {
        // The real run lists what cannot be read.
        notice: () => undefined,
        file: () => ({
          finding: (finding) => void then.set(finding.fingerprint, finding),
          undetermined: () => undefined,
        }),
      },
    );

  function* changes(): Generator<PreviewChange> {
    for (const [fingerprint, finding] of then) {
      const before = now.get(fingerprint);
      if (before === undefined) yield { change: 'new', finding, before: null, after: finding.severity };
      else if (before.severity !== finding.severity) {
        yield { change: 'severity', finding, before: before.severity, after: finding.severity };
      }
    }
    for (const [fingerprint, finding] of now) {
      if (!then.has(fingerprint)) yield { change: 'gone', finding, before: finding.severity, after: null };
    }
  }

  return {
    name,
    open: (file, readWith) => (check ??= checkWith(readWith)).open(file),
    now: (finding) => void now.set(finding.fingerprint, finding),
    changes: () => [...changes()].toSorted((a, b) => compare(a.finding, b.finding)),
    counts: () => {
      const [before, after] = [countByRule(now), countByRule(then)];
      const rules = [...new Set([...before.keys(), ...after.keys()])].toSorted();
      return rules.map((rule) => ({ rule, before: before.get(rule) ?? 0, after: after.get(rule) ?? 0 }));
    },
  };
}

function countByRule(findings: ReadonlyMap<string, Finding>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings.values()) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function compare(a: Finding, b: Finding): number {
  const [left, right] = [a, b].map((finding) => `${finding.rule} ${finding.crimeReference}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
