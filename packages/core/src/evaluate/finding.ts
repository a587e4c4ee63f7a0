import { type Identity, PLAIN } from './identity.js';
import { recordedOn } from '../facts/dates.js';
import { code } from '../facts/offence-choices.js';
import { offence } from '../facts/offence.js';
import type { RecordFacts } from '../facts/record-facts.js';
import type { FieldName } from '../model/fields.js';
import type { Finding, Undetermined } from '../model/finding.js';
import { isoDate } from '../normalise/date.js';
import type { Parameters } from '../rules/parameters.js';
import type { CompiledRule } from '../rules/compile.js';
import { addLacking, explain } from './explain.js';
import { severityOf } from './judge.js';
import { statementsOf } from './statement.js';

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

/** The finding of a rule that the loaded record breaches. */
export function findingOf(
  compiled: CompiledRule,
  record: RecordFacts,
  parameters: Parameters,
  identity: Identity = PLAIN,
): Finding {
  const { rule } = compiled;
  const force = record.text('force');
  const crimeReference = record.text('crimeReference');
  const recorded = record.get(recordedOn);
  const said = statementsOf(compiled);
  return {
    rule: rule.id,
    severity: severityOf(compiled, record),
    crimeReference: identity.reference(force, crimeReference),
    force,
    team: record.text('team'),
    recordedOn: recorded === null ? null : isoDate(recorded),
    marker: rule.marker,
    message: fillMessage(rule.message, record, parameters),
    action: rule.action,
    fingerprint: identity.fingerprint(rule.id, force, crimeReference),
    when: said.when.map((clause) => explain(clause, record)),
    require: explain(said.require, record),
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
