import type { AgreementCoefficient } from '../../statistics/agreement-table.js';
import { cohenKappa } from '../../statistics/cohen-kappa.js';
import { gwetAc1 } from '../../statistics/gwet-ac1.js';
import type { Interval } from '../../statistics/interval.js';
import { percentAgreement } from '../../statistics/percent-agreement.js';
import { MarkercheckError } from '../../model/errors.js';
import { ANSWERS, type AnswerField } from '../questions.js';
import type { ReviewedRecord } from '../standing.js';
import { LEAST_REVIEWED } from './share.js';

export interface AgreementFigure extends Interval {
  readonly estimate: number;
}

/** How far two reviewers agree on one question. */
export interface Agreement {
  /** A marker, or empty for all questions about rules together. */
  readonly question: string;
  readonly field: AnswerField;
  /** Records that both answered. */
  readonly records: number;
  /** Counts by the first reviewer's answer (rows) and the second's: yes, no, cannot tell. */
  readonly table: readonly (readonly number[])[];
  readonly percent: AgreementFigure | null;
  readonly ac1: AgreementFigure | null;
  /** `null` also where both gave one and the same answer throughout: kappa is then undefined, AC1 is not. */
  readonly kappa: AgreementFigure | null;
  /** Records that both would have to answer, where there are too few; else `null`. */
  readonly need: number | null;
}

function figureOf({ estimate, low, high }: AgreementFigure | AgreementCoefficient): AgreementFigure {
  return { estimate, low, high };
}

function kappaOf(table: Agreement['table'], confidence: number): AgreementFigure | null {
  try {
    return figureOf(cohenKappa(table, confidence));
  } catch (error) {
    if (error instanceof MarkercheckError && error.code === 'UNDEFINED_ESTIMATE') return null;
    throw error;
  }
}

function agreementOf(
  question: string,
  field: AnswerField,
  records: readonly ReviewedRecord[],
  isOf: (asked: string) => boolean,
  confidence: number,
): readonly Agreement[] {
  const table = ANSWERS.map(() => ANSWERS.map(() => 0));
  let count = 0;
  for (const { by } of records) {
    for (const [asked, { A, B }] of by) {
      const [a, b] = [A?.[field], B?.[field]];
      const row = a === undefined ? undefined : table[ANSWERS.indexOf(a)];
      if (!isOf(asked) || row === undefined || b === undefined) continue;
      row[ANSWERS.indexOf(b)] = (row[ANSWERS.indexOf(b)] ?? 0) + 1;
      count++;
    }
  }
  if (count === 0) return [];
  const head = { question, field, records: count, table };
  if (count < LEAST_REVIEWED) {
    return [{ ...head, percent: null, ac1: null, kappa: null, need: LEAST_REVIEWED }];
  }
  return [
    {
      ...head,
      percent: figureOf(percentAgreement(table, confidence)),
      ac1: figureOf(gwetAc1(table, confidence)),
      kappa: kappaOf(table, confidence),
      need: null,
    },
  ];
}

/** The agreement of the two reviewers by marker and question, and on all questions about rules. */
export function agreements(
  records: readonly ReviewedRecord[],
  markers: readonly string[],
  confidence: number,
): readonly Agreement[] {
  return [
    ...markers.flatMap((marker) =>
      (['shouldBeSet', 'isSet'] as const).flatMap((field) =>
        agreementOf(marker, field, records, (asked) => asked === marker, confidence),
      ),
    ),
    ...agreementOf('', 'holds', records, (asked) => !markers.includes(asked), confidence),
  ];
}
