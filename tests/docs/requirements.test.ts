import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../packages/core/src/rules/load.js';
import { readRequirements } from '../../scripts/generate/docs-requirements.js';
import { ROOT } from '../support/cli.js';

const pack = loadPack();
const { facts, sources, sections, otherRules } = readRequirements();
const rules = pack.rules.map(({ id }) => id);
const checks = pack.checks.map(({ id }) => id);

describe('the trace from requirement to rule', () => {
  it('has an answer to every fact, or says why no record shows it', () => {
    const unanswered = facts.filter(
      ({ rules: named = [], checks: checked = [], why }) =>
        named.length + checked.length === 0 && why === undefined,
    );
    expect(unanswered.map(({ id }) => id)).toEqual([]);
  });

  it('names every rule, with a fact or with a reason of its own', () => {
    const named = new Set([...facts.flatMap((fact) => fact.rules ?? []), ...Object.keys(otherRules)]);
    expect(rules.filter((id) => !named.has(id))).toEqual([]);
  });

  it('names no rule, check, section or source that there is not', () => {
    expect(facts.flatMap((fact) => fact.rules ?? []).filter((id) => !rules.includes(id))).toEqual([]);
    expect(facts.flatMap((fact) => fact.checks ?? []).filter((id) => !checks.includes(id))).toEqual([]);
    expect(facts.filter(({ id }) => sections[id.split('.')[0] ?? ''] === undefined)).toEqual([]);
    const known = new Set([...Object.keys(sources), ...Object.keys(pack.sources)]);
    expect(facts.flatMap((fact) => fact.sources).filter((id) => !known.has(id))).toEqual([]);
  });

  it('has ids that are not used twice', () => {
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  });

  it('calls no rule confirmed whose facts are all unconfirmed', () => {
    const confirmed = pack.rules.filter(({ confidence }) => confidence === 'confirmed');
    const weak = confirmed.filter(({ id }) => {
      const own = facts.filter((fact) => fact.rules?.includes(id) === true);
      return own.length > 0 && own.every(({ status }) => status === 'U');
    });
    expect(weak.map(({ id }) => id)).toEqual([]);
  });
});

describe('numbers in the README', () => {
  it('are those of the pack', () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    expect(readme).toContain(`${rules.length} rules on each record`);
    expect(readme).toContain(`${checks.length} on the extract as a whole`);
  });
});
