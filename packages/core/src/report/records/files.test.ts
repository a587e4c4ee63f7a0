import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clause } from '../../model/clause.js';
import type { Finding } from '../../model/finding.js';
import { csvLine } from './csv-text.js';
import { findingsCsv, findingsNdjson, type LocatedFinding } from './files.js';

const text = fc.oneof(
  fc.constantFrom('', 'CAIT North', '=1+1', 'a, "b"', '“ü”\r\n', '\ud800'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const truth = fc.constantFrom('true', 'false', 'unknown');
const clause: fc.Arbitrary<Clause> = fc.record({ clause: text, truth });
const finding = fc.record({
  rule: text,
  severity: fc.constantFrom('error', 'warning', 'info'),
  crimeReference: text,
  force: text,
  team: text,
  recordedOn: fc.option(text),
  marker: fc.constantFrom('CSA', null),
  message: text,
  action: text,
  fingerprint: text,
  when: fc.array(clause, { maxLength: 2 }),
  require: clause,
}) satisfies fc.Arbitrary<Finding>;
const located: fc.Arbitrary<LocatedFinding> = fc.record({
  finding,
  status: fc.constantFrom('', 'new', 'waived'),
  since: text,
  place: fc.record({ file: text, row: fc.nat() }),
});

describe('a finding', () => {
  it('is in findings.ndjson what JSON makes of it', () => {
    fc.assert(
      fc.property(fc.array(located), (findings) => {
        for (const of of findings) {
          const { when, require, fingerprint, ...head } = of.finding;
          const { file, row } = of.place;
          const whole = {
            ...head,
            status: of.status,
            since: of.since,
            file,
            row,
            fingerprint,
            when,
            require,
          };
          expect(findingsNdjson.line(of)).toBe(`${JSON.stringify(whole)}\n`);
        }
      }),
    );
  });

  it('has its own requirement, whoever shares its clauses', () => {
    fc.assert(
      fc.property(located, clause, (of, require) => {
        const other = { ...of, finding: { ...of.finding, require } };
        const required = [of, other, of].map(
          (each) => (JSON.parse(findingsNdjson.line(each)) as Finding).require,
        );
        expect(required).toEqual(
          JSON.parse(JSON.stringify([of.finding.require, require, of.finding.require])),
        );
      }),
    );
  });

  it('is in findings.csv a cell a column', () => {
    fc.assert(
      fc.property(fc.array(located), (findings) => {
        for (const of of findings) {
          const { rule, severity, crimeReference, force, team, marker, message, action, fingerprint } =
            of.finding;
          const head = [rule, severity, of.status, crimeReference, force, team, marker ?? ''];
          const rest = [message, action, of.place.file, of.place.row, fingerprint];
          expect(findingsCsv.line(of)).toBe(csvLine([...head, ...rest]));
        }
      }),
    );
  });
});
