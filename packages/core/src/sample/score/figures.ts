import type { Marker } from '../../model/markers.js';
import type { SampledRecord, SampledRule, SampleManifest } from '../manifest.js';
import type { Answers } from '../questions.js';
import type { ReviewedRecord } from '../standing.js';
import { type Share, shareOf } from './share.js';
import * as verdicts from './verdict.js';
import type { Verdict } from './verdict.js';

/** The rates of a score. Of over-flagging and missed less is better, of the others more. */
export const SCORE_MEASURES = [
  'accuracy',
  'completeness',
  'over-flagging',
  'missed',
  'reach',
  'precision',
] as const;
export type ScoreMeasure = (typeof SCORE_MEASURES)[number];

/** One rate: of the whole frame, a team, a stratum or a rule. */
export interface ScoreFigure extends Share {
  readonly scope: 'all' | 'team' | 'stratum' | 'rule';
  /** The team, the stratum or the rule; empty for the whole frame. */
  readonly name: string;
  readonly marker: Marker | null;
  readonly measure: ScoreMeasure;
}

/** A part of the population whose size by stratum is known. */
interface Part {
  readonly populations: readonly number[];
  readonly holds: (record: SampledRecord) => boolean;
}

type Judge = (answers: Answers, record: SampledRecord) => Verdict;

const NO_ANSWERS: Answers = {};

/** Every rate that the reviews of a sample give, or why one cannot be given. */
export function scoreFigures(
  manifest: SampleManifest,
  records: readonly ReviewedRecord[],
): readonly ScoreFigure[] {
  const { strata, domains, design } = manifest;

  function rate(part: Part, verdictOf: (of: ReviewedRecord) => Verdict): Share | null {
    const cells = part.populations.flatMap((population, stratum) => {
      if (population === 0) return [];
      const of = records.filter(({ record }) => record.stratum === stratum && part.holds(record));
      return [{ population, verdicts: of.map(verdictOf) }];
    });
    return cells.length === 0 ? null : shareOf(cells, design.confidence);
  }

  const about =
    (marker: Marker, judge: Judge) =>
    ({ answers, record }: ReviewedRecord) =>
      judge(answers.get(marker) ?? NO_ANSWERS, record);

  const all: Part = { populations: strata.map((stratum) => stratum.population), holds: () => true };

  const claims = (record: SampledRecord, marker: Marker, wrong?: 'missing') =>
    record.claims.some((of) => of.marker === marker && (wrong === undefined || of.wrong === wrong));

  function figure(head: Pick<ScoreFigure, 'scope' | 'name' | 'marker' | 'measure'>, share: Share | null) {
    return share === null ? [] : [{ ...head, ...share }];
  }

  function byMarker(scope: ScoreFigure['scope'], name: string, part: Part, wanted: readonly ScoreMeasure[]) {
    const judges: Partial<Record<ScoreMeasure, Judge>> = {
      accuracy: verdicts.accuracy,
      completeness: verdicts.completeness,
      'over-flagging': verdicts.overFlagging,
    };
    return design.markers.flatMap((marker) =>
      wanted.flatMap((measure) => {
        const judge = judges[measure];
        if (judge === undefined) return [];
        return figure({ scope, name, marker, measure }, rate(part, about(marker, judge)));
      }),
    );
  }

  /** What reviewers found where the rules found nothing, and how much of all that is missing the rules found. */
  function beyondRules(marker: Marker): readonly ScoreFigure[] {
    const passed: Part = {
      populations: domains.passed.find(({ name }) => name === marker)?.populations ?? [],
      holds: (record) => !claims(record, marker),
    };
    const missed = rate(
      passed,
      about(marker, (answers) => verdicts.isWrong(answers, 'missing')),
    );
    const reached = rate(
      all,
      about(marker, (answers, record) => verdicts.reach(answers, claims(record, marker, 'missing'))),
    );
    return [
      ...figure({ scope: 'all', name: '', marker, measure: 'missed' }, missed),
      ...figure({ scope: 'all', name: '', marker, measure: 'reach' }, reached),
    ];
  }

  const asked = (rule: SampledRule, of: ReviewedRecord): Verdict =>
    of.record.ask.includes(rule.id) ? verdicts.holds(of.answers.get(rule.id) ?? NO_ANSWERS) : null;

  /** Whether the finding is right: as reviewers say of the rule, else as they say of the markers it names. */
  const findingIsRight = (rule: SampledRule) => (of: ReviewedRecord) =>
    asked(rule, of) ??
    verdicts.anyOf(
      of.record.claims
        .filter((claim) => claim.rule === rule.id)
        .map((claim) => verdicts.confirms(of.answers.get(claim.marker) ?? NO_ANSWERS, claim)),
    );

  /** Whether something is wrong that the rule looks for. */
  const wasMissed = (rule: SampledRule) => (of: ReviewedRecord) =>
    asked(rule, of) ??
    verdicts.anyOf(
      rule.claims.map(({ marker, wrong }) =>
        // What another finding says of the marker is not missed.
        claims(of.record, marker) ? 'no' : verdicts.isWrong(of.answers.get(marker) ?? NO_ANSWERS, wrong),
      ),
    );

  function ofRule(rule: SampledRule): readonly ScoreFigure[] {
    const part = (name: 'found' | 'looked', holds: Part['holds']): Part => ({
      populations: domains[name].find((of) => of.name === rule.id)?.populations ?? [],
      holds,
    });
    const found = part('found', (record) => record.found.includes(rule.id));
    const looked = part('looked', (record) => [...record.passed, ...record.undetermined].includes(rule.id));
    const isAsked = records.some(({ record }) => record.ask.includes(rule.id));
    const canPrecision = rule.claims.length > 0 || isAsked;
    const canMissed = rule.claims.length > 0 || design.rules.includes(rule.id);
    const head = { scope: 'rule', name: rule.id, marker: null } as const;
    const notAsked = (share: Share | null, can: boolean): Share | null =>
      share === null || can ? share : { ...share, refused: { because: 'not-asked', need: 0 } };
    return [
      ...figure({ ...head, measure: 'precision' }, notAsked(rate(found, findingIsRight(rule)), canPrecision)),
      ...(canMissed ? figure({ ...head, measure: 'missed' }, rate(looked, wasMissed(rule))) : []),
    ];
  }

  return [
    ...byMarker('all', '', all, ['accuracy', 'completeness', 'over-flagging']),
    ...design.markers.flatMap(beyondRules),
    ...domains.teams.flatMap(({ name, populations }) =>
      byMarker('team', name, { populations, holds: (record) => record.team === name }, [
        'accuracy',
        'completeness',
        'over-flagging',
      ]),
    ),
    ...strata.flatMap(({ name, population }, position) =>
      byMarker(
        'stratum',
        name,
        {
          populations: strata.map((_, i) => (i === position ? population : 0)),
          holds: (record) => record.stratum === position,
        },
        ['accuracy'],
      ),
    ),
    ...manifest.rules.flatMap(ofRule),
  ];
}
