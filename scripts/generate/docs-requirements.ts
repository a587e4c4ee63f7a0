import { readFileSync } from 'node:fs';
import type { Pack, Source } from '../../packages/core/src/model/pack.js';
import { blocks, code, generatedFrom, table } from './docs-markdown.js';
import { inRoot } from './files.js';

const FILE = 'rules/home-office-markers/lists/requirements.json';

/** One fact that was found out, or could not be, and what answers to it. */
export interface Requirement {
  readonly id: string;
  readonly fact: string;
  readonly status: 'C' | 'P' | 'U';
  readonly sources: readonly string[];
  readonly rules?: readonly string[];
  readonly checks?: readonly string[];
  /** Why no record shows it, or what to know of the rules that answer to it. */
  readonly why?: string;
}

export interface Requirements {
  readonly edition: string;
  readonly about: string;
  readonly statuses: Readonly<Record<Requirement['status'], string>>;
  readonly sections: Readonly<Record<string, string>>;
  /** Sources that no rule names. */
  readonly sources: Readonly<Record<string, Source>>;
  readonly facts: readonly Requirement[];
  /** Rules that rest on none of the facts, each with the reason. */
  readonly otherRules: Readonly<Record<string, string>>;
}

export function readRequirements(): Requirements {
  return JSON.parse(readFileSync(inRoot(FILE), 'utf8')) as Requirements;
}

const STATUS_WORDS = { C: 'confirmed', P: 'partly', U: 'not confirmed' } as const;

const ruleLink = (id: string): string => `[${id}](rules/${id}.md)`;

function answers({ rules = [], checks = [], why }: Requirement): string {
  const named = [...rules.map(ruleLink), ...checks.map((id) => `${code(id)} (check)`)].join(', ');
  if (named === '') return `None. ${why ?? ''}`;
  return why === undefined ? named : `${named}. ${why}`;
}

function sourceCell(ids: readonly string[], numbers: ReadonlyMap<string, number>): string {
  return ids.map((id) => `[${numbers.get(id) ?? id}](#sources)`).join(', ');
}

function sourceLine({ title, date, url }: Source): string {
  return `1. ${url === null ? title : `[${title}](${url})`}${date === null ? '' : ` (${date})`}`;
}

/** The trace: what was found out about the markers, and the rules that answer to each fact. */
export function requirementsPage(pack: Pack): string {
  const { about, statuses, sections, sources, facts, otherRules } = readRequirements();
  const all: Readonly<Record<string, Source>> = { ...sources, ...pack.sources };
  const used = [...new Set(facts.flatMap((fact) => fact.sources))].filter((id) => all[id] !== undefined);
  const numbers = new Map(used.map((id, index) => [id, index + 1]));
  const counts = (status: Requirement['status']) => facts.filter((fact) => fact.status === status).length;
  return blocks(
    '# From requirement to rule',
    about,
    `Of ${facts.length} facts, ${counts('C')} are confirmed, ${counts('P')} partly confirmed and ${counts('U')} not confirmed.`,
    Object.entries(statuses)
      .map(([status, words]) => `- **${STATUS_WORDS[status as Requirement['status']]}**: ${words}`)
      .join('\n'),
    ...Object.entries(sections).map(([number, title]) =>
      blocks(
        `## ${number}. ${title}`,
        table(
          ['', 'fact', 'status', 'rules that answer to it', 'sources'],
          facts
            .filter(({ id }) => id.startsWith(`${number}.`))
            .map((fact) => [
              fact.id,
              fact.fact,
              STATUS_WORDS[fact.status],
              answers(fact),
              sourceCell(fact.sources, numbers),
            ]),
        ),
      ),
    ),
    '## Rules that rest on none of these',
    Object.entries(otherRules)
      .map(([id, why]) => `- ${ruleLink(id)}: ${why}`)
      .join('\n'),
    '## Sources',
    used
      .flatMap((id) => all[id] ?? [])
      .map(sourceLine)
      .join('\n'),
    generatedFrom(code(FILE)),
  );
}
