import { type Identity, PLAIN } from './identity.js';
import { recordedOn } from '../facts/dates.js';
import { code } from '../facts/offence-choices.js';
import { offence } from '../facts/offence.js';
import type { RecordFacts } from '../facts/record-facts.js';
import type { FieldName } from '../model/fields.js';
import type { Finding, Undetermined } from '../model/finding.js';
import type { OffenceEntry } from '../model/pack.js';
import type { Parameters } from '../rules/parameters.js';
import type { CompiledPack, CompiledRule } from '../rules/compile.js';
import { clausesOf, type RuleClauses } from './clauses.js';
import { addLacking } from './explain.js';
import { severityOf } from './judge.js';

/** A rule's message with `{code}`, `{label}` and parameters filled in. */
function fillMessage(template: string, record: RecordFacts, parameters: Parameters): string {
  if (!template.includes('{')) return template;
  const of = record.get(offence);
  const label = of.status === 'listed' ? of.entry.label : '(not in the list)';
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === 'code') return record.get(code).value ?? 'An offence without a code';
    if (name === 'label') return label;
    return Object.hasOwn(parameters, name) ? String(parameters[name]) : whole;
  });
}

/** What a rule says of a record that breaches it, beside whose record it is. */
interface Wording {
  readonly message: (record: RecordFacts) => string;
  readonly clauses: (record: RecordFacts) => RuleClauses;
}

/** A message is the same for all records of a listed offence: there it is filled in once. */
function messageOf(template: string, parameters: Parameters): Wording['message'] {
  if (!template.includes('{')) return () => template;
  const ofEntry = new Map<OffenceEntry, string>();
  return (record) => {
    const of = record.get(offence);
    if (of.status !== 'listed') return fillMessage(template, record, parameters);
    let message = ofEntry.get(of.entry);
    if (message === undefined) {
      message = fillMessage(template, record, parameters);
      ofEntry.set(of.entry, message);
    }
    return message;
  };
}

/** Gives the finding of a rule that the loaded record breaches. */
export type Finder = (compiled: CompiledRule, record: RecordFacts) => Finding;

/** Makes findings; what depends on the rule and not on whose record it is, is put into words once. */
export function createFinder({ policy }: CompiledPack, identity: Identity = PLAIN): Finder {
  /** By the rules' index. */
  const wordings: (Wording | undefined)[] = [];
  return (compiled, record) => {
    const { rule, index } = compiled;
    const wording = (wordings[index] ??= {
      message: messageOf(rule.message, policy.parameters),
      clauses: clausesOf(compiled),
    });
    const force = record.text('force');
    const crimeReference = record.text('crimeReference');
    const { when, require } = wording.clauses(record);
    return {
      rule: rule.id,
      severity: severityOf(compiled, record),
      crimeReference: identity.reference(force, crimeReference),
      force,
      team: record.text('team'),
      // A date that can be read begins as it is written: YYYY-MM-DD.
      recordedOn: record.get(recordedOn) === null ? null : record.text('recordedOn').slice(0, 10),
      marker: rule.marker,
      message: wording.message(record),
      action: rule.action,
      fingerprint: identity.fingerprint(rule.id, force, crimeReference),
      when,
      require,
    };
  };
}

/** The columns that keep a rule's outcome on the loaded record from being told, in the record's order. */
export function lackingOf(compiled: CompiledRule, record: RecordFacts): readonly FieldName[] {
  const lacking = new Set<FieldName>();
  addLacking(compiled.applies, record, lacking);
  addLacking(compiled.require, record, lacking);
  return [...lacking].sort();
}

export function undeterminedOf(
  compiled: CompiledRule,
  record: RecordFacts,
  identity: Identity = PLAIN,
): Undetermined {
  const force = record.text('force');
  return {
    rule: compiled.rule.id,
    crimeReference: identity.reference(force, record.text('crimeReference')),
    force,
    team: record.text('team'),
    lacking: lackingOf(compiled, record),
  };
}
