import { recordedOn } from '../facts/dates.js';
import { live } from '../facts/live.js';
import { markers } from '../facts/markers.js';
import { offenceClass } from '../facts/offence-choices.js';
import { RecordFacts } from '../facts/record-facts.js';
import { createJudge, measureOutcome } from '../evaluate/judge.js';
import type { Cells } from '../model/fields.js';
import type { Marker } from '../model/markers.js';
import { BREACHED, MET, NOT_APPLICABLE, type OutcomeCode, UNDETERMINED } from '../model/outcome.js';
import { FALSE, TRUE } from '../model/truth.js';
import { isoMonth } from '../normalise/date.js';
import type { CompiledPack, CompiledRule } from '../rules/compile.js';
import { findingClaims } from './claims.js';
import type { MarkerState, SampledRecord } from './manifest.js';

/** One record at a time, judged; every answer is of the record that was loaded last. */
export interface JudgedRecord {
  readonly load: (cells: Cells) => void;
  readonly text: (field: 'crimeReference' | 'force' | 'team') => string;
  readonly outcome: (rule: CompiledRule) => OutcomeCode;
  /** The rules that are on and that it breaches. */
  readonly found: () => readonly CompiledRule[];
  /** Whether it is a live crime, as far as can be told, that some measure concerns. */
  readonly isMeasured: () => boolean;
  readonly month: () => string;
  readonly offenceClass: () => string;
  readonly markerState: (marker: Marker) => MarkerState;
  readonly claims: () => SampledRecord['claims'];
}

/** What stands in a stratum's name where the record does not tell. */
export const UNKNOWN_KEY = 'unknown';

export function createJudgedRecord(compiled: CompiledPack): JudgedRecord {
  const judge = createJudge(compiled);
  const facts = new RecordFacts(compiled.surroundings, compiled.rules.length);
  const on = compiled.rules.filter((rule) => rule.state === 'on');
  const outcome = (rule: CompiledRule) => (facts.outcomes[rule.index] ?? NOT_APPLICABLE) as OutcomeCode;
  const found = () => on.filter((rule) => outcome(rule) === BREACHED);
  return {
    load: (cells) => {
      facts.load(cells);
      judge(facts);
    },
    text: (field) => facts.text(field),
    outcome,
    found,
    isMeasured: () => {
      if (facts.get(live) === FALSE) return false;
      const earlier: OutcomeCode[] = [];
      for (const measure of compiled.measures) earlier.push(measureOutcome(measure, facts, earlier));
      return earlier.some((of) => of === MET || of === BREACHED || of === UNDETERMINED);
    },
    month: () => {
      const day = facts.get(recordedOn);
      return day === null ? UNKNOWN_KEY : isoMonth(day);
    },
    offenceClass: () => facts.get(offenceClass).value ?? UNKNOWN_KEY,
    markerState: (marker) => {
      const set = facts.get(markers[marker].set);
      if (set === TRUE) return 'set';
      return set === FALSE ? 'not-set' : 'unknown';
    },
    claims: () =>
      found().flatMap((rule) =>
        findingClaims(rule, facts).map((claim) => ({ rule: rule.rule.id, ...claim })),
      ),
  };
}
